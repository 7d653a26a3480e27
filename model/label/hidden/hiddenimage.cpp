// Pictures: JPEG, PNG, TIFF and WebP, walked piece by piece for what they say beside the picture.
#include "label/hidden/exif.h"
#include "label/hidden/hiddenfindings.h"
#include "label/hidden/xmlwalk.h"
#include "label/image/pngchunks.h"
#include "label/pdf/pdfflate.h"
#include "label/xmp/xmp.h"

#include <QCoreApplication>

namespace shirushi::label {

namespace {

constexpr int mostPieces = 100'000;
constexpr std::uint64_t longestPiece = 32 << 20;
constexpr std::string_view exifStart{"Exif\0\0", 6};
constexpr std::string_view xmpStart{"http://ns.adobe.com/xap/1.0/\0", 29};
constexpr std::string_view photoshopStart{"Photoshop 3.0\0", 14};

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

std::uint32_t big(const QByteArray &bytes, qsizetype at, int size)
{
    std::uint32_t number = 0;
    for (int i = 0; i < size; ++i)
        number = number << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return number;
}

std::uint32_t little(const QByteArray &bytes, qsizetype at)
{
    std::uint32_t number = 0;
    for (int i = 3; i >= 0; --i)
        number = number << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return number;
}

void exif(const QByteArray &content, const QString &where, HiddenFindings &findings)
{
    findInTiffStructure(HiddenBytes::of(content), where, findings);
}

// Photoshop's resources; 0x0404 holds the IPTC records.
void photoshop(const QByteArray &content, const QString &where, HiddenFindings &findings)
{
    qsizetype at = 0;
    for (int i = 0; i < 1000 && content.mid(at, 4) == "8BIM"; ++i) {
        const std::uint32_t id = big(content, at + 4, 2);
        const qsizetype name = static_cast<unsigned char>(at + 6 < content.size() ? content[at + 6] : 0);
        at += 6 + (name + 2) / 2 * 2;
        const auto length = static_cast<qsizetype>(big(content, at, 4));
        if (length > content.size() - at)
            return;
        if (id == 0x0404)
            findInIptc(content.mid(at + 4, length), where, findings);
        at += 4 + (length + 1) / 2 * 2;
    }
}

bool takeStart(QByteArray &content, std::string_view start)
{
    if (!content.startsWith(QByteArrayView(start.data(), static_cast<qsizetype>(start.size()))))
        return false;
    content.remove(0, static_cast<qsizetype>(start.size()));
    return true;
}

void jpegSegment(std::uint8_t marker, QByteArray content, const QString &where, HiddenFindings &findings)
{
    constexpr std::uint8_t app1 = 0xE1;
    constexpr std::uint8_t app13 = 0xED;
    constexpr std::uint8_t comment = 0xFE;
    if (marker == comment)
        findings.add(HiddenKind::Comment, where, QString::fromUtf8(content.left(2000)), Certainty::Possible);
    else if (marker == app1 && takeStart(content, exifStart))
        exif(content, where, findings);
    else if (marker == app1 && takeStart(content, xmpStart))
        findInXmp(content, where, findings);
    else if (marker == app13 && takeStart(content, photoshopStart))
        photoshop(content, where, findings);
}

void jpeg(const HiddenBytes &bytes, const QString &where, HiddenFindings &findings)
{
    std::uint64_t at = 2;
    for (int i = 0; i < mostPieces; ++i) {
        const QByteArray head = bytes.at(at, 4);
        if (head.size() < 4 || head[0] != '\xFF')
            break;
        const auto marker = static_cast<std::uint8_t>(head[1]);
        if (marker == 0xFF) { // a byte that fills
            ++at;
            continue;
        }
        if (marker == 0xDA || marker == 0xD9)
            return;
        const std::uint64_t length = big(head, 2, 2);
        if (length < 2)
            break;
        const bool counts = marker == 0xFE || (marker >= 0xE0 && marker <= 0xEF);
        if (counts)
            jpegSegment(marker, bytes.at(at + 4, length - 2), where, findings);
        at += 2 + length;
    }
    findings.addUnseen(where, tr("The picture is damaged."));
}

// keyword, zero, and the text in one of three forms (ISO/IEC 15948, 11.3.4).
void pngText(const QByteArray &type, const QByteArray &content, const QString &where, HiddenFindings &findings)
{
    const qsizetype zero = content.indexOf('\0');
    const QString keyword = QString::fromLatin1(content.left(std::max<qsizetype>(zero, 0)));
    if (zero < 0 || keyword == u"Software" || keyword.startsWith(QStringLiteral("date:")) || keyword == u"Creation Time")
        return;
    if (keyword == u"XML:com.adobe.xmp") {
        if (const auto text = readXmpText(content))
            findInXmp(text->packet, where, findings);
        return;
    }
    QByteArray text = content.mid(zero + 1);
    if (type == "zTXt") {
        text = inflated(text.mid(1), 1 << 20).value_or(QByteArray());
    } else if (type == "iTXt") {
        const bool isPacked = text.startsWith('\1');
        qsizetype start = 2;
        for (int i = 0; i < 2; ++i)
            start = std::max<qsizetype>(text.indexOf('\0', start), 0) + 1;
        text = isPacked ? inflated(text.mid(start), 1 << 20).value_or(QByteArray()) : text.mid(start);
    }
    const QString title = where.isEmpty() ? keyword : where + QStringLiteral(": ") + keyword;
    findings.add(HiddenKind::Properties, title, QString::fromUtf8(text.left(2000)), Certainty::Possible);
}

void png(const HiddenBytes &bytes, const QString &where, HiddenFindings &findings)
{
    std::uint64_t at = pngSignature.size();
    for (int i = 0; i < mostPieces; ++i) {
        const QByteArray head = bytes.at(at, 8);
        if (head.size() < 8)
            break;
        const std::uint64_t length = big(head, 0, 4);
        const QByteArray type = head.mid(4);
        const bool counts = type == "eXIf" || type == "tEXt" || type == "zTXt" || type == "iTXt";
        if (counts && length <= longestPiece) {
            const QByteArray content = bytes.at(at + 8, length);
            if (type == "eXIf")
                exif(content, where, findings);
            else
                pngText(type, content, where, findings);
        }
        at += 12 + length;
        if (type == "IEND") {
            if (at < bytes.size)
                findings.add(HiddenKind::Embedded, where, tr("%1 bytes behind the picture").arg(bytes.size - at), Certainty::Possible);
            return;
        }
    }
    findings.addUnseen(where, tr("The picture is damaged."));
}

void webp(const HiddenBytes &bytes, const QString &where, HiddenFindings &findings)
{
    std::uint64_t at = 12;
    for (int i = 0; i < mostPieces && at + 8 <= bytes.size; ++i) {
        const QByteArray head = bytes.at(at, 8);
        const std::uint64_t length = little(head, 4);
        if (head.startsWith("EXIF") && length <= longestPiece) {
            QByteArray content = bytes.at(at + 8, length);
            takeStart(content, exifStart);
            exif(content, where, findings);
        } else if (head.startsWith("XMP ") && length <= longestPiece) {
            findInXmp(bytes.at(at + 8, length), where, findings);
        }
        at += 8 + length + length % 2;
    }
}

class XmpWalk final : public XmlVisitor
{
public:
    XmpWalk(const QString &where, HiddenFindings &findings) : m_where(where), m_findings(findings) {}

    void start() override
    {
        m_text.clear();
        for (const char *name : {"GPSLatitude", "SerialNumber", "BodySerialNumber", "OwnerName", "AuthorsPosition", "City", "Author"})
            tell(name, attribute(name));
        if (local() == "Description" || local() == "li")
            tell("filePath", attribute("filePath"));
    }
    void end() override
    {
        const std::string name = local() == "li" ? std::string(parent(2)) : std::string(local());
        tell(name, m_text);
        m_text.clear();
    }
    void text(const QString &text) override
    {
        if (m_text.size() < 2000)
            m_text += text.left(2000);
    }

private:
    void tell(const std::string &name, const QString &text)
    {
        const QString value = text.trimmed();
        if (value.isEmpty())
            return;
        if (name == "GPSLatitude" || name == "GPSLongitude" || name == "City" || name == "Location")
            m_findings.add(HiddenKind::Location, m_where, value, name == "City" ? Certainty::Likely : Certainty::Sure);
        else if (name == "SerialNumber" || name == "BodySerialNumber" || name == "LensSerialNumber")
            m_findings.add(HiddenKind::Device, m_where, value);
        else if (name == "creator" || name == "Author" || name == "AuthorsPosition" || name == "OwnerName")
            m_findings.add(HiddenKind::Properties, tr("Author"), value);
        else if (name == "filePath")
            m_findings.add(HiddenKind::ExternalLink, m_where, value);
    }

    QString m_where;
    HiddenFindings &m_findings;
    QString m_text;
};

} // namespace

QString imageFormatOf(const HiddenBytes &bytes)
{
    const QByteArray head = bytes.at(0, 12);
    if (head.startsWith("\xFF\xD8\xFF"))
        return QStringLiteral("jpeg");
    if (head.startsWith(QByteArrayView(pngSignature.data(), static_cast<qsizetype>(pngSignature.size()))))
        return QStringLiteral("png");
    if (head.startsWith(QByteArray("II*\0", 4)) || head.startsWith(QByteArray("MM\0*", 4)))
        return QStringLiteral("tiff");
    return head.startsWith("RIFF") && head.mid(8) == "WEBP" ? QStringLiteral("webp") : QString();
}

void findInImage(const HiddenBytes &bytes, const QString &where, HiddenFindings &findings)
{
    const QString format = imageFormatOf(bytes);
    if (format == u"jpeg")
        jpeg(bytes, where, findings);
    else if (format == u"png")
        png(bytes, where, findings);
    else if (format == u"tiff")
        findInTiffStructure(bytes, where, findings);
    else if (format == u"webp")
        webp(bytes, where, findings);
}

void findInXmp(const QByteArray &packet, const QString &where, HiddenFindings &findings)
{
    const auto theirs = mayCarryLabel(packet) ? withoutOurXmp(packet, {}) : base::Result<QByteArray>(packet);
    const QByteArray &looked = theirs ? *theirs : packet;
    if (looked.trimmed().isEmpty())
        return;
    XmpWalk walk(where, findings);
    if (!walkXml(looked, walk, findings.deadline()))
        findings.addUnseen(where, tr("The properties (XMP) cannot be read."));
}

} // namespace shirushi::label
