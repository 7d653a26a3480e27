#include "cli/sendcommands.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/sendingwork.h"
#include "cli/untilinterrupted.h"
#include "platform/filesource.h"
#include "platform/replacement.h"
#include "crypto/age/keytext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

// Made before the parcel is: what cannot be written is known before anything is. Never over a file that is there.
base::Result<platform::Replacement> passwordFile(const base::Path &file)
{
    std::error_code unknown;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, unknown)))
        return base::failure(base::ErrorCode::Changed, base::toDisplay(file), tr("There is already a file of this name."));
    // A kill may have left one with a password in it.
    platform::removeStaleTemporaries(file.has_parent_path() ? file.parent_path() : base::Path("."));
    return platform::Replacement::create(file);
}

base::Result<void> writePassword(platform::Replacement &file, const base::SecretBytes &password)
{
    QByteArray text(reinterpret_cast<const char *>(password.data()), static_cast<qsizetype>(password.size()));
    text += '\n';
    const auto written = file.write(text);
    base::wipe(text.data(), static_cast<std::size_t>(text.size()));
    return written ? file.commit() : written;
}

bool isSamePlace(const base::Path &one, const base::Path &other)
{
    return std::filesystem::absolute(one).lexically_normal() == std::filesystem::absolute(other).lexically_normal();
}

base::Result<QByteArray> certificateIn(const base::Path &file)
{
    constexpr std::uint64_t largest = 64 * 1024;
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    return source->bytes(0, std::min(source->size(), largest));
}

base::Result<sending::Order> orderFrom(const Arguments &arguments)
{
    sending::Order order;
    order.destination = arguments.text("to");
    order.channel = arguments.text("channel");
    order.recipients = arguments.text("recipient").split(u',', Qt::SkipEmptyParts);
    order.given = arguments.text("given").split(u',', Qt::SkipEmptyParts);
    order.purpose = arguments.text("purpose");
    order.basis = arguments.text("basis");
    order.target = arguments.path("out");
    order.options.hidesNames = arguments.has("hide-names");
    order.namesByClass = !arguments.has("hide-names") && !arguments.has("show-names");
    order.keysFromBook = arguments.has("recipient-keys");
    order.sanitised = arguments.text("sanitised");
    order.plainReason = arguments.text("plain-reason");
    order.isPlain = arguments.text("format") == u"none";
    if (arguments.has("cover") || arguments.has("contact"))
        order.cover = arguments.text("contact");
    const QString word = arguments.has("format") && !order.isPlain ? arguments.text("format") : QStringLiteral("zip");
    const auto format = sending::parcelFormatFor(word);
    const auto &made = sending::parcelFormats();
    if (!format || std::find(made.begin(), made.end(), *format) == made.end()) {
        QStringList known;
        for (const sending::ParcelFormat one : made)
            known += sending::wordFor(one);
        return base::failure(base::ErrorCode::InvalidInput, word, tr("--format takes one of: %1").arg(known.join(u' ') + QStringLiteral(" none")));
    }
    order.format = *format;
    const QStringList certificates = arguments.text("certificate").split(u',', Qt::SkipEmptyParts);
    for (const QString &file : certificates) {
        auto bytes = certificateIn(base::toPath(file));
        if (!bytes)
            return std::unexpected(bytes.error());
        order.certificates.push_back(std::move(*bytes));
    }
    const QStringList keys = arguments.text("age-key").split(u',', Qt::SkipEmptyParts);
    for (const QString &text : keys) {
        const auto key = crypto::age::recipientFromText(text.toUtf8());
        if (!key)
            return base::failure(base::ErrorCode::InvalidInput, text, tr("This is not a key of the form age1…."));
        order.keys.push_back(*key);
    }
    if (!order.keys.empty() && order.format != sending::ParcelFormat::Age)
        return base::failure(base::ErrorCode::InvalidInput, word, tr("Only age has keys of the form age1…."));
    if (arguments.has("own-certificate")) {
        auto bytes = certificateIn(arguments.path("own-certificate"));
        if (!bytes)
            return std::unexpected(bytes.error());
        order.ownCertificate = std::move(*bytes);
    }
    if (arguments.has("own-key")) {
        auto bytes = readPasswordFile(arguments.path("own-key"));
        if (!bytes)
            return std::unexpected(bytes.error());
        order.ownKey = std::move(*bytes);
    }
    for (const std::string &path : arguments.rest())
        order.files.emplace_back(path);
    return order;
}

QJsonObject json(const sending::Sent &sent, const sending::Order &order)
{
    QJsonArray contents;
    for (const sending::ParcelContent &content : sent.parcel.contents) {
        contents.append(QJsonObject{{QStringLiteral("name"), content.name},
                                    {QStringLiteral("size"), static_cast<double>(content.size)},
                                    {QStringLiteral("sha256"), QString::fromLatin1(content.sha256.toHex())}});
    }
    return {{QStringLiteral("id"), sent.id},
            {QStringLiteral("parcel"), base::toDisplay(sent.parcel.path)},
            {QStringLiteral("format"), order.isPlain ? QStringLiteral("none") : sending::wordFor(sent.parcel.format)},
            {QStringLiteral("size"), static_cast<double>(sent.parcel.size)},
            {QStringLiteral("contents"), contents},
            {QStringLiteral("password"), sent.password.has_value()},
            {QStringLiteral("request"), sent.request}};
}

QJsonObject json(const sending::Record &record)
{
    return {{QStringLiteral("id"), record.id},
            {QStringLiteral("seq"), static_cast<double>(record.seq)},
            {QStringLiteral("at"), record.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("user"), record.by},
            {QStringLiteral("parcel"), record.parcel},
            {QStringLiteral("files"), QJsonArray::fromStringList(record.files)},
            {QStringLiteral("recipients"), QJsonArray::fromStringList(record.recipients)},
            {QStringLiteral("to"), record.destination},
            {QStringLiteral("channel"), record.channel},
            {QStringLiteral("format"), record.format},
            {QStringLiteral("pending"), record.isPending()},
            {QStringLiteral("deliveredBy"), record.deliveredBy},
            {QStringLiteral("confirmed"), record.confirmedAt.isValid()},
            {QStringLiteral("missent"), record.missentAt.isValid()},
            {QStringLiteral("forgotten"), record.forgottenAt.isValid()}};
}

QString stateOf(const sending::Record &record)
{
    QStringList words;
    if (record.missentAt.isValid())
        words += tr("mis-sent");
    if (record.isPending())
        words += tr("password not told yet");
    else if (record.forgottenAt.isValid())
        words += tr("password erased untold");
    else if (!record.deliveredBy.isEmpty())
        words += record.deliveredBy;
    if (record.confirmedAt.isValid())
        words += tr("received");
    return words.join(QStringLiteral(", "));
}

// What a person would be shown twice, told once each on standard error.
void tellNotices(sending::SendingDesk &desk, const sending::Order &order, const sending::Sent &sent)
{
    if (sent.answer.outsideScope)
        printNotice(sent.answer.situation.role, tr("stands outside the scope of the office's rules; answered as a draft by %1.").arg(sent.answer.pack->id));
    if (order.recipients.isEmpty())
        printNotice(order.destination, tr("No recipient is named, so none is recorded."));
    for (const QString &notice : sent.notices)
        printNotice(sent.id, notice);
    if (const QString notice = desk.methodNotice(); !order.isPlain && !notice.isEmpty())
        printNotice(sending::wordFor(order.format), notice + (desk.methodCitation().article.isEmpty() ? QString() : QString(u' ' + desk.methodCitation().article)));
    if (const auto looks = desk.secondLooks(order))
        tellLooks(*looks);
    for (const policy::Obligation &obligation : sent.answer.verdict.obligations)
        printNotice(obligation.citation.article, obligation.text.ja);
}

} // namespace

int runSendPack(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"to", "channel", "recipient", "format", "out", "password-out", "purpose", "basis",
                                                     "given", "sanitised", "plain-reason", "contact", "certificate", "age-key", "own-certificate", "own-key", "user", "password-file"},
                                                    {"hide-names", "show-names", "cover", "recipient-keys", "json"},
                                                    {"recipient", "certificate", "age-key"}},
                                            problem);
    if (!arguments)
        return wrongUsage(problem);
    for (const char *wanted : {"to", "channel", "out"}) {
        if (arguments->text(wanted).isEmpty())
            return wrongUsage(tr("%1 is missing.").arg(QStringLiteral("--") + QLatin1String(wanted)));
    }
    if (arguments->rest().empty())
        return wrongUsage(tr("No file was named."));
    if (arguments->has("hide-names") && arguments->has("show-names"))
        return wrongUsage(tr("%1 and %2 cannot be used together.").arg(QStringLiteral("--hide-names"), QStringLiteral("--show-names")));
    const auto order = orderFrom(*arguments);
    if (!order)
        return failed(order.error());
    UntilInterrupted progress; // before there is anything that could be left
    std::optional<platform::Replacement> told;
    if (arguments->has("password-out")) {
        if (isSamePlace(arguments->path("password-out"), order->target))
            return wrongUsage(tr("The password cannot be written where the parcel goes."));
        auto file = passwordFile(arguments->path("password-out"));
        if (!file)
            return failed(file.error());
        told.emplace(std::move(*file));
    }
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    sending::SendingDesk sending = sendingDesk(**desk);
    tellUnrecorded(sending);
    const auto sent = sending.send(*order, progress);
    if (!sent)
        return failed(sent.error());
    if (told && sent->password) {
        if (const auto written = writePassword(*told, *sent->password); !written) {
            printNotice(sent->id, tr("has been sent; “send password” writes its password elsewhere."));
            return failed(written.error());
        }
    }
    tellNotices(sending, *order, *sent);
    if (arguments->has("json"))
        printJson({json(*sent, *order)});
    else
        standardOutput() << sent->id << '\n';
    standardOutput().flush();
    return AllDone;
}

int runSendList(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"pending", "overdue", "json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    sending::SendingDesk sending = sendingDesk(**desk);
    const auto records = sending.list();
    if (!records)
        return failed(records.error());
    tellUnrecorded(sending);
    QJsonArray array;
    for (const sending::Record &record : *records) {
        const bool isOverdue = record.isOverdue((*desk)->clock.now(), sending.overdueDays());
        if ((arguments->has("pending") && !record.isPending()) || (arguments->has("overdue") && !isOverdue))
            continue;
        if (arguments->has("json")) {
            QJsonObject object = json(record);
            object.insert(QStringLiteral("overdue"), isOverdue);
            array.append(object);
            continue;
        }
        standardOutput() << record.id << ' ' << line(record.parcel) << ' ' << line(record.recipients.join(QStringLiteral(", "))) << ' '
                         << stateOf(record) << (isOverdue ? tr(" (overdue)") : QString()) << '\n';
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

int runSendDelivered(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"by", "to", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1 || arguments->text("by").isEmpty())
        return wrongUsage(tr("“send delivered” takes a number and --by."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    const QString id = QString::fromStdString(arguments->rest().front());
    sending::SendingDesk sending = sendingDesk(**desk);
    if (const auto told = sending.delivered(id, arguments->text("by"), arguments->text("to")); !told)
        return failed(told.error());
    if (arguments->text("by") == u"telephone" || arguments->text("by") == u"sms")
        tellNumbers(sending, id);
    if (arguments->has("json"))
        printJson({QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("deliveredBy"), arguments->text("by")}}});
    standardOutput().flush();
    return AllDone;
}

int runSendPassword(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"out", "user", "password-file"}, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1 || arguments->text("out").isEmpty())
        return wrongUsage(tr("“send password” takes a number and --out."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    const QString id = QString::fromStdString(arguments->rest().front());
    sending::SendingDesk sending = sendingDesk(**desk);
    const auto password = sending.password(id);
    if (!password)
        return failed(password.error());
    auto file = passwordFile(arguments->path("out"));
    if (!file)
        return failed(file.error());
    if (const auto written = writePassword(*file, *password); !written)
        return failed(written.error());
    tellNumbers(sending, id);
    if (arguments->has("json"))
        printJson({QJsonObject{{QStringLiteral("id"), id}}});
    standardOutput().flush();
    return AllDone;
}

} // namespace shirushi::cli
