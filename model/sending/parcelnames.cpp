#include "sending/parcelnames.h"

#include "platform/oldencoding.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

constexpr qsizetype longestPart = 255; // bytes in UTF-8
constexpr qsizetype mostFolders = 32;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

// A name as it can be shown: hostile characters would disturb the very sentence that warns of them.
QString shown(const QString &name)
{
    QString text;
    for (const QChar character : name.first(std::min<qsizetype>(name.size(), 100)))
        text += character.isPrint() ? character : QChar(u'?');
    return text;
}

bool isDevice(const QString &part)
{
    static const QStringList devices{QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"), QStringLiteral("NUL"),
                                     QStringLiteral("CONIN$"), QStringLiteral("CONOUT$"), QStringLiteral("CLOCK$")};
    const QString stem = part.section(u'.', 0, 0).trimmed().toUpper();
    if (devices.contains(stem))
        return true;
    const bool isPort = stem.startsWith(QStringLiteral("COM")) || stem.startsWith(QStringLiteral("LPT"));
    return isPort && stem.size() == 4 && QStringLiteral("123456789¹²³").contains(stem.back());
}

// Overrides and isolates let "exe.doc" be seen for "cod.exe"; what cannot be seen at all makes two names look alike.
bool isDeceptive(QChar character)
{
    const char16_t code = character.unicode();
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e)
           || (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || code >= 0xfffe || code == 0x061c;
}

bool hasForeignCharacter(const QString &part)
{
    return std::any_of(part.begin(), part.end(),
                       [](QChar character) { return isDeceptive(character) || QStringLiteral("<>:\"|?*\\").contains(character); })
           || part.endsWith(u'.') || part.endsWith(u' ') || part.startsWith(u' ') || !part.isValidUtf16();
}

bool isDrive(const QString &name)
{
    return name.size() >= 2 && name[1] == u':' && name[0].unicode() < 0x80 && name[0].isLetter();
}

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded().normalized(QString::NormalizationForm_KC);
}

std::optional<QString> asUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

} // namespace

std::optional<DecodedName> decodeName(const QByteArray &bytes, bool isUtf8)
{
    if (const auto text = asUtf8(bytes))
        return DecodedName{*text, NameEncoding::Utf8};
    if (isUtf8)
        return std::nullopt;
    if (const auto text = platform::fromCp932(bytes))
        return DecodedName{*text, NameEncoding::Cp932};
    return std::nullopt;
}

base::Result<QString> harmlessName(const QString &name, const QString &subject)
{
    const auto refused = [&](ErrorCode code, const QString &sentence) {
        return base::failure(code, subject, sentence.arg(shown(name)));
    };
    QString plain = name.normalized(QString::NormalizationForm_C);
    plain.replace(u'\\', u'/');
    if (plain.startsWith(u'/') || isDrive(plain))
        return refused(ErrorCode::OutsideFolder, tr("The parcel was refused: “%1” in it names a place of its own on the disk."));
    QStringList parts = plain.split(u'/');
    parts.removeAll(QStringLiteral("."));
    if (parts.contains(QStringLiteral("..")))
        return refused(ErrorCode::OutsideFolder, tr("The parcel was refused: “%1” in it leads out of the folder."));
    if (parts.isEmpty() || parts.contains(QString()))
        return refused(ErrorCode::Damaged, tr("The parcel was refused: “%1” in it is not a name of a file."));
    if (parts.size() > mostFolders + 1)
        return refused(ErrorCode::NameTooLong, tr("The parcel was refused: “%1” in it lies in too many folders."));
    for (const QString &part : std::as_const(parts)) {
        if (isDevice(part))
            return refused(ErrorCode::Unsupported, tr("The parcel was refused: “%1” in it is the name of a device in Windows."));
        if (hasForeignCharacter(part))
            return refused(ErrorCode::Unsupported, tr("The parcel was refused: “%1” in it has characters that no file name may have."));
        if (part.toUtf8().size() > longestPart)
            return refused(ErrorCode::NameTooLong, tr("The parcel was refused: “%1” in it is too long for a file name."));
    }
    return parts.join(u'/');
}

base::Result<void> NameSet::add(const QString &name, const QString &subject)
{
    const QString key = folded(name);
    bool isFree = !m_files.contains(key) && !m_folders.contains(key);
    for (qsizetype at = key.indexOf(u'/'); at >= 0; at = key.indexOf(u'/', at + 1)) {
        isFree = isFree && !m_files.contains(key.first(at));
        m_folders.insert(key.first(at));
    }
    m_files.insert(key);
    if (isFree)
        return {};
    return base::failure(ErrorCode::Damaged, subject, tr("The parcel was refused: “%1” is in it twice.").arg(shown(name)));
}

} // namespace shirushi::sending
