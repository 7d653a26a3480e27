#include "sending/draft.h"

#include "sending/parcelpassword.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "crypto/seal.h"
#include "platform/replacement.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

constexpr std::uint64_t chunk = static_cast<std::uint64_t>(bytesInLine) * 16 * 1024;
constexpr qsizetype boundaryBytes = 16;
constexpr std::size_t telling = 8; // characters of a password in a row, 40 bits

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

QByteArray mimeTypeOf(const QString &name)
{
    if (name.endsWith(u".zip", Qt::CaseInsensitive))
        return "application/zip";
    // Others would be shown, or opened, in the mail itself.
    return name.endsWith(u".pdf", Qt::CaseInsensitive) ? "application/pdf" : "application/octet-stream";
}

QByteArray headerOf(const DraftMail &mail, const QByteArray &boundary)
{
    QByteArray header("X-Unsent: 1\r\nMIME-Version: 1.0\r\n");
    header += "Date: " + QLocale::c().toString(mail.date.toUTC(), QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toLatin1() + " +0000\r\n";
    header += addressHeader("From", {mail.from});
    header += addressHeader("To", mail.hidesAddresses ? std::vector{mail.from} : mail.recipients);
    if (mail.hidesAddresses)
        header += addressHeader("Bcc", mail.recipients);
    header += textHeader("Subject", mail.subject);
    header += "Content-Type: multipart/mixed;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    return header;
}

QByteArray bodyOf(const DraftMail &mail, const QByteArray &boundary)
{
    QString text = mail.body;
    text.remove(u'\r');
    text.replace(u'\n', QStringLiteral("\r\n"));
    if (!text.endsWith(u'\n'))
        text += QStringLiteral("\r\n");
    return "--" + boundary + "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
           + base64Lines(text.toUtf8());
}

QByteArray attachmentHeaderOf(const DraftMail &mail, const QByteArray &boundary)
{
    const QString name = base::toDisplay(mail.parcel.filename());
    return "--" + boundary + "\r\nContent-Type: " + mimeTypeOf(name) + wordParameter("name", name)
           + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment" + parameter("filename", name) + "\r\n\r\n";
}

// In lines, as they come; returns the hash of what went in.
base::Result<QByteArray> attach(const platform::FileSource &parcel, platform::Sink &to, base::Progress &progress)
{
    crypto::Sha256 hash;
    for (std::uint64_t at = 0; at < parcel.size(); at += chunk) {
        if (progress.cancelled())
            return base::failure(ErrorCode::Cancelled, base::toDisplay(parcel.path()), tr("The work was stopped."));
        progress.report(at, parcel.size(), base::toDisplay(parcel.path().filename()));
        const auto bytes = parcel.bytes(at, std::min(chunk, parcel.size() - at));
        if (!bytes)
            return std::unexpected(bytes.error());
        hash.add(*bytes);
        if (const auto written = to.write(base64Lines(*bytes)); !written)
            return std::unexpected(written.error());
    }
    return hash.finish();
}

bool isLetterOrDigit(char16_t code)
{
    return (code >= u'A' && code <= u'Z') || (code >= u'0' && code <= u'9');
}

// As it is compared: letters and digits alone, in one case, and O I L as the digits for which they are read.
std::u16string comparable(const QString &text)
{
    std::u16string folded;
    for (const QChar character : text.normalized(QString::NormalizationForm_KC).toUpper()) {
        const char16_t code = character.unicode();
        if (isLetterOrDigit(code))
            folded += code == u'O' ? u'0' : code == u'I' || code == u'L' ? u'1' : code;
    }
    return folded;
}

QString filled(QString line, const QMap<QString, QString> &values)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        line.replace(u'{' + value.key() + u'}', value.value());
    return line;
}

QStringList linesOf(const QJsonValue &value)
{
    QStringList lines;
    for (const QJsonValue &line : value.toArray())
        lines += line.toString();
    return lines;
}

base::Result<QJsonObject> mailForm()
{
    QFile form(QStringLiteral(":/forms/mail.json"));
    if (!form.open(QIODevice::ReadOnly))
        return base::failure(ErrorCode::Internal, form.fileName(), tr("The draft could not be made."));
    return base::parseJsonObject(form.readAll(), form.fileName());
}

struct ClassWords {
    QString marks;
    QStringList restrictions;
};

ClassWords wordsOf(const policy::Classes &classes, const policy::Pack &pack)
{
    QStringList marks;
    QStringList restrictions;
    for (const policy::Axis &axis : pack.axes) {
        const auto chosen = classes.find(axis.id);
        const policy::Level *level = chosen == classes.end() ? nullptr : axis.level(chosen->second);
        if (!level)
            continue;
        marks += level->name.ja;
        for (const policy::Restriction &restriction : level->restrictions) {
            if (restriction.preset && !restrictions.contains(restriction.text.ja))
                restrictions += restriction.text.ja;
        }
    }
    return {marks.join(pack.marks.separator), restrictions};
}

// Each on its line; one that says so where there is none.
QStringList listed(const QStringList &items, const QJsonObject &form)
{
    QStringList lines;
    for (const QString &item : items)
        lines += filled(form.value(QStringLiteral("restriction")).toString(), {{QStringLiteral("restriction"), item}});
    if (lines.isEmpty())
        lines += form.value(QStringLiteral("noRestriction")).toString();
    return lines;
}

} // namespace

base::Result<DraftReport> writeDraft(const DraftMail &mail, const base::Path &target, base::Progress &progress)
{
    if (mail.recipients.empty())
        return base::failure(ErrorCode::InvalidInput, {}, tr("There is nobody to write to."));
    const auto parcel = platform::FileSource::open(mail.parcel);
    if (!parcel)
        return std::unexpected(parcel.error());
    if (parcel->size() > largestDraftParcel) {
        return base::failure(ErrorCode::TooLarge, base::toDisplay(mail.parcel),
                             tr("A mail takes a parcel of 20 MiB at most. Use file transfer or a medium instead."));
    }
    const auto random = crypto::randomBytes(boundaryBytes);
    if (!random)
        return std::unexpected(random.error());
    // An underscore is in no line of base64, and those are all that it could be taken for.
    const QByteArray boundary = "_shirushi_" + base::toHex(*random);
    auto file = platform::Replacement::create(target);
    if (!file)
        return std::unexpected(file.error());
    if (const auto written = file->write(headerOf(mail, boundary) + bodyOf(mail, boundary) + attachmentHeaderOf(mail, boundary)); !written)
        return std::unexpected(written.error());
    const auto hash = attach(*parcel, *file, progress);
    if (!hash)
        return std::unexpected(hash.error());
    if (QLatin1String(base::toHex(*hash)) != mail.parcelSha256)
        return base::failure(ErrorCode::Changed, base::toDisplay(mail.parcel), tr("The parcel is not the one that was recorded."));
    if (const auto written = file->write(QByteArray("--" + boundary + "--\r\n")); !written)
        return std::unexpected(written.error());
    const std::uint64_t size = file->position();
    if (const auto done = file->commit(); !done)
        return std::unexpected(done.error());
    return DraftReport{target, size, mail.hidesAddresses};
}

base::Result<DraftText> draftTextFor(const ParcelWords &words, const policy::Pack &pack)
{
    const auto json = mailForm();
    if (!json)
        return std::unexpected(json.error());
    const ClassWords classWords = wordsOf(words.classes, pack);
    const QMap<QString, QString> values{{QStringLiteral("office"), words.office},
                                        {QStringLiteral("sender"), words.sender},
                                        {QStringLiteral("files"), QString::number(words.files)},
                                        {QStringLiteral("class"), classWords.marks}};
    QStringList lines;
    for (const QString &line : linesOf(json->value(QStringLiteral("body")))) {
        if (line == u"{greeting}") {
            lines += filled(json->value(words.office.isEmpty() ? QStringLiteral("greetingWithoutOffice") : QStringLiteral("greeting")).toString(), values);
        } else if (line == u"{restrictions}") {
            lines += listed(classWords.restrictions, *json);
        } else if (line == u"{opening}") {
            lines += linesOf(json->value(QStringLiteral("opening")).toObject().value(wordFor(words.format)));
        } else if (line == u"{password}") {
            lines += linesOf(json->value(words.hasPassword ? QStringLiteral("password") : QStringLiteral("noPassword")));
        } else {
            lines += filled(line, values);
        }
    }
    const QString subject = words.office.isEmpty() ? QStringLiteral("subjectWithoutOffice") : QStringLiteral("subject");
    return DraftText{filled(json->value(subject).toString(), values), lines.join(u'\n') + u'\n'};
}

bool holdsPassword(const QString &text, const base::SecretBytes &password)
{
    QString typed = QString::fromUtf8(reinterpret_cast<const char *>(password.data()), static_cast<qsizetype>(password.size()));
    std::u16string secret = comparable(typed);
    const std::u16string folded = comparable(text);
    bool holds = text.contains(typed);
    const std::size_t part = std::min(telling, secret.size());
    // One of signs alone has nothing to compare but itself.
    for (std::size_t at = 0; !holds && part > 0 && at + part <= secret.size(); ++at)
        holds = folded.find(std::u16string_view(secret).substr(at, part)) != std::u16string::npos;
    base::wipe(secret.data(), secret.size() * sizeof(char16_t));
    base::wipe(typed.data(), static_cast<std::size_t>(typed.size()) * sizeof(QChar));
    return holds && !password.isEmpty();
}

bool holdsMadePassword(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("(?<![0-9A-Za-z])[0-9A-Za-z]{4}(?:[ \\x{2010}-\\x{2015}-]?[0-9A-Za-z]{4}){3}"
                                                        "[ \\x{2010}-\\x{2015}-]?[0-9A-Za-z*~$=]?(?![0-9A-Za-z])"));
    auto matches = form.globalMatch(text.normalized(QString::NormalizationForm_KC));
    while (matches.hasNext()) {
        QString found = matches.next().captured();
        for (char16_t hyphen = 0x2010; hyphen <= 0x2015; ++hyphen)
            found.replace(QChar(hyphen), u'-');
        if (madePasswordFrom(found))
            return true;
    }
    return false;
}

} // namespace shirushi::sending
