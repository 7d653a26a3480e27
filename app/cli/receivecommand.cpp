#include "cli/agekeys.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/sendcommands.h"
#include "cli/sendingwork.h"
#include "cli/untilinterrupted.h"
#include "labelling/entrydrafts.h"
#include "sending/parcelpassword.h"
#include "sending/receiving.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace shirushi::cli {

namespace {

constexpr std::size_t largestKey = 64 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

base::Result<base::SecretBytes> contentOf(const std::string &name)
{
    auto source = openSource(name);
    if (!source)
        return std::unexpected(source.error());
    base::SecretBytes bytes(largestKey + 1);
    const auto got = source->read({reinterpret_cast<char *>(bytes.data()), bytes.size()});
    if (!got)
        return std::unexpected(got.error());
    if (*got > largestKey)
        return base::failure(base::ErrorCode::TooLarge, source->subject(), tr("The file is too large."));
    bytes.truncate(*got);
    return bytes;
}

// A private key of CMS, with its certificate if that stands in the same file; otherwise keys of age.
base::Result<void> addKeys(const std::string &file, const std::optional<std::string> &passwordFile, sending::ParcelSecret &secret)
{
    auto content = contentOf(file);
    if (!content)
        return std::unexpected(content.error());
    const std::string_view text(reinterpret_cast<const char *>(content->data()), content->size());
    const bool isText = text.find("PRIVATE KEY-----") != text.npos;
    if (isText || text.starts_with('\x30')) {
        if (isText && text.find("-----BEGIN CERTIFICATE-----") != text.npos)
            secret.ownCertificate = QByteArray(text.data(), static_cast<qsizetype>(text.size()));
        secret.ownKey = std::move(*content);
        return {};
    }
    AgeWords words;
    words.identityFiles = {file};
    words.passphraseFile = passwordFile;
    auto identities = readIdentities(words);
    if (!identities)
        return std::unexpected(identities.error());
    std::move(identities->keys.begin(), identities->keys.end(), std::back_inserter(secret.keys));
    return {};
}

base::Result<sending::ParcelSecret> secretFrom(const Arguments &arguments)
{
    sending::ParcelSecret secret;
    std::optional<std::string> passwordFile;
    if (arguments.has("passphrase-file")) {
        passwordFile = arguments.path("passphrase-file").string();
        const auto typed = readPasswordFile(*passwordFile);
        if (!typed)
            return std::unexpected(typed.error());
        secret.password = sending::passwordFromTyped(
            QString::fromUtf8(reinterpret_cast<const char *>(typed->data()), static_cast<qsizetype>(typed->size())));
    }
    if (arguments.has("identity")) {
        if (const auto added = addKeys(arguments.path("identity").string(), passwordFile, secret); !added)
            return std::unexpected(added.error());
    }
    return secret;
}

// What the receiver should know before trusting the class.
void tellOfLabel(const labelling::FileLabel &file, bool isUncertain)
{
    const QString name = base::toDisplay(file.path);
    switch (file.signature) {
    case label::SignatureState::Valid:
        break;
    case label::SignatureState::UnknownSigner:
        printNotice(name, tr("Its class was given by somebody outside this office; whether the label is genuine cannot be told here."));
        break;
    default:
        printNotice(name, tr("The signature of its label does not hold. Ask the sender for its class."));
    }
    if (file.content == labelling::ContentState::Changed && !isUncertain)
        printNotice(name, tr("It was changed after it was classified."));
}

void tell(const Desk &desk, const QString &parcel, const sending::Received &received)
{
    for (const QString &note : received.parcel.notes)
        printNotice(parcel, note);
    for (const labelling::FileLabel &file : received.files) {
        if (file.label)
            tellOfLabel(file, received.isUncertain());
    }
    const policy::Role *decides = desk.pack->role(desk.pack->questionsTo);
    for (const QString &name : received.unclassified)
        printNotice(name, tr("has no class that counts; %1 decides it.").arg(decides ? decides->title.ja : QString()));
}

QJsonObject json(const labelling::FileLabel &file, const sending::UnpackReport &parcel)
{
    QJsonObject object{{QStringLiteral("file"), base::toDisplay(file.path)},
                       {QStringLiteral("sha256"), file.sha256},
                       {QStringLiteral("labelled"), file.label.has_value()}};
    if (!file.label)
        return object;
    object.insert(QStringLiteral("signature"), labelling::wordFor(file.signature));
    object.insert(QStringLiteral("content"), sending::wordFor(file, parcel));
    if (file.signature == label::SignatureState::Invalid)
        return object; // a forged class is none
    const QJsonObject classes = labelling::classesJson(file.label->policy, file.label->classes);
    for (auto it = classes.begin(); it != classes.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

// age's own short word for a file of keys.
std::vector<std::string> withLongNames(std::vector<std::string> words)
{
    for (std::string &word : words) {
        if (word == "--")
            break;
        if (word == "-i")
            word = "--identity";
    }
    return words;
}

} // namespace

int runReceive(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(withLongNames(words), {{"into", "passphrase-file", "identity", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1 || arguments->text("into").isEmpty())
        return wrongUsage(tr("“receive” takes a file and --into."));
    UntilInterrupted progress; // from here on: what the interrupted leaves is nothing
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    auto secret = secretFrom(*arguments);
    if (!secret)
        return failed(secret.error());
    secret->keys.push_back((*desk)->session.keys().receiving.clone());
    const base::Path parcel(arguments->rest().front());
    tellUnrecorded(sendingDesk(**desk));
    const auto received = sending::receive(parcel, *secret, arguments->path("into"),
                                           {(*desk)->ledger, (*desk)->session, *(*desk)->directory, (*desk)->codecs, (*desk)->clock,
                                            sending::UnfinishedWork((*desk)->office.folder() / "pending")},
                                           progress);
    if (!received)
        return failed(received.error());
    tell(**desk, base::toDisplay(parcel), *received);
    QJsonArray array;
    for (const labelling::FileLabel &file : received->files) {
        if (arguments->has("json")) {
            array.append(json(file, received->parcel));
        } else {
            standardOutput() << line(base::toDisplay(file.path)) << '\n';
        }
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

} // namespace shirushi::cli
