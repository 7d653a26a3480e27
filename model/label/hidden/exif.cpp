#include "label/hidden/exif.h"

#include "label/xmp/xmp.h"

#include <QCoreApplication>

#include <cmath>
#include <set>

namespace shirushi::label {

namespace {

constexpr int mostDirectories = 64;
constexpr int mostEntries = 2000;
constexpr std::uint64_t longestValue = 8 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

enum Tag : std::uint16_t {
    ImageDescription = 0x010E,
    Artist = 0x013B,
    Xmp = 0x02BC,
    Copyright = 0x8298,
    Iptc = 0x83BB,
    ExifDirectory = 0x8769,
    GpsDirectory = 0x8825,
    UserComment = 0x9286,
    XpTitle = 0x9C9B,
    XpComment = 0x9C9C,
    XpAuthor = 0x9C9D,
    OwnerName = 0xA430,
    SerialNumber = 0xA431,
    LensSerialNumber = 0xA435,
};

struct Entry {
    std::uint16_t tag = 0;
    std::uint16_t type = 0;
    QByteArray value;
};

class TiffWalk
{
public:
    TiffWalk(const HiddenBytes &bytes, const QString &where, HiddenFindings &findings)
        : m_bytes(bytes), m_where(where), m_findings(findings)
    {
    }

    void walk()
    {
        const QByteArray head = m_bytes.at(0, 8);
        if (head.size() < 8)
            return;
        m_isLittle = head.startsWith("II");
        std::uint32_t offset = number32(head, 4);
        while (offset != 0 && m_seen.size() < mostDirectories)
            offset = directory(offset, false);
    }

private:
    std::uint32_t number16(const QByteArray &bytes, qsizetype at) const
    {
        if (at + 2 > bytes.size())
            return 0;
        const auto byte = [&](qsizetype i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])); };
        return m_isLittle ? byte(0) | byte(1) << 8 : byte(1) | byte(0) << 8;
    }
    std::uint32_t number32(const QByteArray &bytes, qsizetype at) const
    {
        return m_isLittle ? number16(bytes, at) | number16(bytes, at + 2) << 16 : number16(bytes, at + 2) | number16(bytes, at) << 16;
    }

    QByteArray valueOf(const QByteArray &entry, qsizetype at) const
    {
        static constexpr std::uint64_t sizes[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
        const std::uint32_t type = number16(entry, at + 2);
        if (type >= std::size(sizes))
            return {};
        const std::uint64_t length = number32(entry, at + 4) * sizes[type];
        if (length <= 4)
            return entry.mid(at + 8, static_cast<qsizetype>(length));
        return length <= longestValue ? m_bytes.at(number32(entry, at + 8), length) : QByteArray();
    }

    /// The offset of the next directory; 0 where there is none.
    std::uint32_t directory(std::uint32_t offset, bool isGps)
    {
        if (m_seen.size() >= mostDirectories || !m_seen.insert(offset).second)
            return 0;
        const std::uint32_t count = std::min<std::uint32_t>(number16(m_bytes.at(offset, 2), 0), mostEntries);
        const QByteArray entries = m_bytes.at(offset + std::uint64_t(2), count * 12U + 4);
        std::map<std::uint16_t, QByteArray> gps;
        for (std::uint32_t i = 0; i < count && (i + 1) * 12 <= static_cast<std::uint32_t>(entries.size()); ++i) {
            const auto at = static_cast<qsizetype>(i * 12);
            const auto tag = static_cast<std::uint16_t>(number16(entries, at));
            if (isGps) {
                if (tag <= 4)
                    gps[tag] = valueOf(entries, at);
                continue;
            }
            if (tag == ExifDirectory || tag == GpsDirectory)
                directory(number32(entries, at + 8), tag == GpsDirectory);
            else
                tell(tag, entries, at);
        }
        if (isGps)
            tellPlace(gps);
        return number32(entries, static_cast<qsizetype>(count * 12));
    }

    void tell(std::uint16_t tag, const QByteArray &entries, qsizetype at)
    {
        switch (tag) {
        case ImageDescription: return add(HiddenKind::Properties, tr("Description"), plain(valueOf(entries, at)), Certainty::Possible);
        case Artist: return add(HiddenKind::Properties, tr("Author"), plain(valueOf(entries, at)));
        case Copyright: return add(HiddenKind::Properties, tr("Rights"), plain(valueOf(entries, at)), Certainty::Possible);
        case UserComment: return add(HiddenKind::Comment, {}, plain(valueOf(entries, at).mid(8)));
        case XpTitle: return add(HiddenKind::Properties, tr("Title"), wide(valueOf(entries, at)), Certainty::Possible);
        case XpComment: return add(HiddenKind::Comment, {}, wide(valueOf(entries, at)));
        case XpAuthor: return add(HiddenKind::Properties, tr("Author"), wide(valueOf(entries, at)));
        case OwnerName: return add(HiddenKind::Properties, tr("Owner of the camera"), plain(valueOf(entries, at)));
        case SerialNumber:
        case LensSerialNumber: return add(HiddenKind::Device, {}, plain(valueOf(entries, at)));
        case Xmp: return findInXmp(valueOf(entries, at), m_where, m_findings);
        case Iptc: return findInIptc(valueOf(entries, at), m_where, m_findings);
        default: return;
        }
    }

    void add(HiddenKind kind, const QString &title, const QString &text, Certainty certainty = Certainty::Sure)
    {
        if (text.trimmed().isEmpty())
            return;
        const bool isAlone = m_where.isEmpty() || title.isEmpty();
        const QString where = m_where + (isAlone ? QString() : QStringLiteral(": ")) + title;
        m_findings.add(kind, where, text, certainty);
    }

    static QString plain(const QByteArray &value)
    {
        return QString::fromUtf8(value.left(2000)).remove(QChar(u'\0'));
    }

    static QString wide(const QByteArray &value)
    {
        QString text;
        for (qsizetype i = 0; i + 1 < std::min<qsizetype>(value.size(), 2000); i += 2) {
            const auto unit = static_cast<char16_t>(static_cast<unsigned char>(value[i]) | static_cast<unsigned char>(value[i + 1]) << 8);
            if (unit != 0)
                text += QChar(unit);
        }
        return text;
    }

    // Degrees, minutes and seconds, each a fraction.
    std::optional<double> degrees(const QByteArray &value, const QByteArray &reference) const
    {
        if (value.size() < 24)
            return std::nullopt;
        double sum = 0;
        for (int i = 0; i < 3; ++i) {
            const double below = number32(value, i * 8 + 4);
            sum += below > 0 ? number32(value, i * 8) / below / std::pow(60, i) : 0;
        }
        return reference.startsWith('S') || reference.startsWith('W') ? -sum : sum;
    }

    void tellPlace(std::map<std::uint16_t, QByteArray> &gps)
    {
        const auto latitude = degrees(gps[2], gps[1]);
        const auto longitude = degrees(gps[4], gps[3]);
        if (latitude && longitude)
            add(HiddenKind::Location, {}, QStringLiteral("%1, %2").arg(*latitude, 0, 'f', 5).arg(*longitude, 0, 'f', 5));
    }

    const HiddenBytes &m_bytes;
    QString m_where;
    HiddenFindings &m_findings;
    bool m_isLittle = false;
    std::set<std::uint32_t> m_seen;
};

} // namespace

void findInTiffStructure(const HiddenBytes &bytes, const QString &where, HiddenFindings &findings)
{
    TiffWalk(bytes, where, findings).walk();
}

void findInIptc(const QByteArray &records, const QString &where, HiddenFindings &findings)
{
    const auto byte = [&](qsizetype at) { return static_cast<int>(static_cast<unsigned char>(records[at])); };
    int count = 0;
    for (qsizetype at = 0; at + 5 <= records.size() && byte(at) == 0x1C && ++count < 2000;) {
        const qsizetype length = byte(at + 3) << 8 | byte(at + 4);
        if (length >= 0x8000)
            return;
        const int record = byte(at + 1) == 2 ? byte(at + 2) : 0;
        const QString text = QString::fromUtf8(records.mid(at + 5, std::min<qsizetype>(length, 2000)));
        if (record == 80)
            findings.add(HiddenKind::Properties, tr("Author"), text);
        else if (record == 90 || record == 92)
            findings.add(HiddenKind::Location, where, text, Certainty::Likely);
        else if (record == 120)
            findings.add(HiddenKind::Properties, tr("Description"), text, Certainty::Possible);
        at += 5 + length;
    }
}

} // namespace shirushi::label
