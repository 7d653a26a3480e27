#include "sending/zip/zipdirectory.h"

#include "label/zip/zipformat.h"
#include "sending/parcelnames.h"
#include "sending/zip/records.h"
#include "sending/zip/zipopenness.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace shirushi::sending::zip {

using namespace label::zip;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::uint64_t longestDirectory = 32ULL << 20;
constexpr std::uint64_t longestTail = endSize + locator64Size + end64Size + 65535;
constexpr std::uint64_t harmlessTotal = 256ULL << 20; // whatever the ratio
constexpr std::uint16_t encryptedFlag = 0x0001;
constexpr std::uint16_t strongFlags = 0x2040;
constexpr std::uint32_t kindMask = 0170000; // of a UNIX mode
constexpr std::uint32_t regularKind = 0100000;
constexpr std::uint32_t folderKind = 0040000;
constexpr std::uint16_t madeByUnix = 3;
constexpr std::uint16_t madeByMac = 19;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

struct Place {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t count = 0;
    std::uint64_t end = 0; // where the records behind the directory begin
    QByteArray comment{};
    bool isTight = true;   // nothing stands between those records
};

class DirectoryReader
{
public:
    DirectoryReader(Content &archive, const UnpackLimits &limits) : m_archive(archive), m_limits(limits) {}
    Result<Directory> read();

private:
    Result<Place> findEnd();
    Result<void> readWideEnd(Place &place);
    Result<void> addRecord(const QByteArray &bytes, qsizetype at, Directory &directory);
    Result<void> addItem(Item item, bool hasUtf8Name, Directory &directory);
    bool readWideFields(const QByteArray &extra, Item &item) const;
    Result<void> readEncryption(const QByteArray &extra, Item &item) const;
    Result<void> checkPlaces(const Directory &directory) const;

    std::unexpected<base::Error> damaged() const { return std::unexpected(damagedParcel(m_archive.subject())); }
    std::unexpected<base::Error> unsupported(const QString &sentence) const
    {
        return base::failure(ErrorCode::Unsupported, m_archive.subject(), sentence);
    }

    Content &m_archive;
    const UnpackLimits &m_limits;
    Place m_place;
    NameSet m_names;
    std::uint64_t m_total = 0;
    std::uint64_t m_openTotal = 0; // of what is not encrypted
};

Result<Place> DirectoryReader::findEnd()
{
    const std::uint64_t length = std::min(longestTail, m_archive.size());
    const auto tail = m_archive.bytes(m_archive.size() - length, length);
    if (!tail)
        return std::unexpected(tail.error());
    for (qsizetype at = tail->size() - endSize; at >= 0; --at) {
        if (field32(*tail, at) != endSignature || at + endSize + field16(*tail, at + 20) != tail->size())
            continue;
        if (field16(*tail, at + 4) != 0 || field16(*tail, at + 6) != 0 || field16(*tail, at + 8) != field16(*tail, at + 10))
            return unsupported(tr("The archive is one part of several: all of them are needed, put together."));
        Place place{field32(*tail, at + 16), field32(*tail, at + 12), field16(*tail, at + 10),
                    m_archive.size() - static_cast<std::uint64_t>(tail->size() - at), tail->sliced(at + endSize), true};
        if (const auto wide = readWideEnd(place); !wide)
            return std::unexpected(wide.error());
        return place;
    }
    return damaged();
}

Result<void> DirectoryReader::readWideEnd(Place &place)
{
    if (place.end < locator64Size + end64Size)
        return {};
    const auto locator = m_archive.bytes(place.end - locator64Size, locator64Size);
    if (!locator)
        return std::unexpected(locator.error());
    if (field32(*locator, 0) != locator64Signature)
        return {};
    const std::uint64_t at = field64(*locator, 8);
    if (at > place.end - locator64Size - end64Size)
        return damaged();
    const auto record = m_archive.bytes(at, end64Size);
    if (!record)
        return std::unexpected(record.error());
    if (field32(*record, 0) != end64Signature || field64(*record, 24) != field64(*record, 32))
        return damaged();
    const bool isTight = at + end64Size + locator64Size == place.end;
    place = {field64(*record, 48), field64(*record, 40), field64(*record, 32), at, place.comment, isTight};
    return {};
}

// APPNOTE 4.5.3: only what the record itself cannot hold, in this order.
bool DirectoryReader::readWideFields(const QByteArray &extra, Item &item) const
{
    const ExtraField field = findExtra(extra, zip64Extra);
    qsizetype at = field.at;
    for (std::uint64_t *value : {&item.size, &item.packedSize, &item.offset}) {
        if (*value != none32)
            continue;
        if (field.length < 0 || at + 8 > field.at + field.length)
            return false;
        *value = field64(extra, at);
        at += 8;
    }
    return true;
}

Result<void> DirectoryReader::readEncryption(const QByteArray &extra, Item &item) const
{
    item.isEncrypted = (item.flags & encryptedFlag) != 0;
    if ((item.flags & strongFlags) != 0)
        return unsupported(tr("The archive is encrypted in a way that Shirushi does not know."));
    if (item.isEncrypted != (item.method == aesMethod))
        return item.isEncrypted ? unsupported(tr("The archive uses the old encryption of ZIP, which is broken. Ask the sender for AES-256."))
                                : Result<void>(damaged());
    if (item.isEncrypted) {
        const ExtraField field = findExtra(extra, aesExtra);
        if (field.length != aesExtraSize)
            return damaged();
        item.vendorVersion = field16(extra, field.at);
        const int strength = static_cast<unsigned char>(extra[field.at + 4]);
        item.method = field16(extra, field.at + 5);
        if (item.vendorVersion < 1 || item.vendorVersion > 2 || extra.mid(field.at + 2, 2) != "AE" || strength < 1 || strength > 3)
            return damaged();
        item.strength = static_cast<Strength>(strength);
        if (item.packedSize < overheadOf(item.strength))
            return damaged();
    }
    if (item.method != stored && item.method != deflated)
        return unsupported(tr("The archive is packed in a way that Shirushi does not know. Ask the sender to pack it as an ordinary ZIP."));
    if (item.method == stored && item.contentSize() != item.size)
        return damaged();
    return {};
}

Result<void> DirectoryReader::addItem(Item item, bool hasUtf8Name, Directory &directory)
{
    const auto decoded = decodeName(item.rawName, hasUtf8Name);
    if (!decoded)
        return unsupported(tr("The archive was refused: a name in it is neither in UTF-8 nor in Shift_JIS."));
    directory.hasOldNames = directory.hasOldNames || decoded->encoding == NameEncoding::Cp932;
    QString name = decoded->text;
    const bool isFolder = name.endsWith(u'/') || name.endsWith(u'\\');
    if (isFolder)
        name.chop(1);
    const auto harmless = harmlessName(name, m_archive.subject());
    if (!harmless)
        return std::unexpected(harmless.error());
    if (isFolder)
        return item.size == 0 ? Result<void>() : Result<void>(damaged());
    item.name = *harmless;
    if (const auto added = m_names.add(item.name, m_archive.subject()); !added)
        return added;
    if (item.size > m_limits.total || m_total > m_limits.total - item.size)
        return std::unexpected(parcelTooLarge(m_archive.subject()));
    m_total += item.size;
    m_openTotal += item.isEncrypted ? 0 : item.size;
    directory.items.push_back(std::move(item));
    return {};
}

Result<void> DirectoryReader::addRecord(const QByteArray &bytes, qsizetype at, Directory &directory)
{
    const qsizetype nameLength = field16(bytes, at + 28);
    const qsizetype extraLength = field16(bytes, at + 30);
    if (nameLength == 0 || at + centralSize + nameLength + extraLength > bytes.size())
        return damaged();
    Item item;
    item.flags = field16(bytes, at + 8);
    item.method = field16(bytes, at + 10);
    item.crc = field32(bytes, at + 16);
    item.packedSize = field32(bytes, at + 20);
    item.size = field32(bytes, at + 24);
    item.offset = field32(bytes, at + 42);
    item.rawName = bytes.mid(at + centralSize, nameLength);
    const QByteArray extra = bytes.mid(at + centralSize + nameLength, extraLength);
    const int madeBy = field16(bytes, at + 4) >> 8;
    const std::uint32_t kind = (field32(bytes, at + 38) >> 16) & kindMask;
    if ((madeBy == madeByUnix || madeBy == madeByMac) && kind != 0 && kind != regularKind && kind != folderKind)
        return base::failure(ErrorCode::OutsideFolder, m_archive.subject(),
                             tr("The archive was refused: it holds a link or a device, which could lead out of the folder."));
    if (!readWideFields(extra, item))
        return damaged();
    directory.isBare = directory.isBare && field16(bytes, at + 32) == 0 && hasOnlyOurFields(extra);
    if (const auto read = readEncryption(extra, item); !read)
        return read;
    return addItem(std::move(item), (field16(bytes, at + 8) & utf8Flag) != 0, directory);
}

// No two entries share bytes: that is how small archives become huge.
Result<void> DirectoryReader::checkPlaces(const Directory &directory) const
{
    std::vector<const Item *> sorted;
    for (const Item &item : directory.items)
        sorted.push_back(&item);
    std::sort(sorted.begin(), sorted.end(), [](const Item *one, const Item *other) { return one->offset < other->offset; });
    std::uint64_t end = m_place.offset;
    for (auto item = sorted.rbegin(); item != sorted.rend(); ++item) {
        const std::uint64_t header = localSize + static_cast<std::uint64_t>((*item)->rawName.size());
        if ((*item)->offset > end || (*item)->packedSize > end - (*item)->offset || header > end - (*item)->offset - (*item)->packedSize)
            return damaged();
        end = (*item)->offset;
    }
    return {};
}

Result<Directory> DirectoryReader::read()
{
    auto place = findEnd();
    if (!place)
        return std::unexpected(place.error());
    m_place = *place;
    if (m_place.count > m_limits.entries || m_place.size > longestDirectory)
        return std::unexpected(parcelTooLarge(m_archive.subject()));
    if (m_place.offset > m_place.end || m_place.size > m_place.end - m_place.offset)
        return damaged();
    const auto bytes = m_archive.bytes(m_place.offset, m_place.size);
    if (!bytes)
        return std::unexpected(bytes.error());
    Directory directory;
    directory.comment = m_place.comment;
    directory.offset = m_place.offset;
    directory.isBare = m_place.offset + m_place.size == m_place.end && m_place.isTight;
    qsizetype at = 0;
    for (std::uint64_t number = 0; number < m_place.count; ++number) {
        if (bytes->size() - at < centralSize || field32(*bytes, at) != centralSignature)
            return damaged();
        if (const auto added = addRecord(*bytes, at, directory); !added)
            return std::unexpected(added.error());
        at += centralSize + field16(*bytes, at + 28) + field16(*bytes, at + 30) + field16(*bytes, at + 32);
    }
    if (at != bytes->size())
        return damaged();
    if (const auto right = checkPlaces(directory); !right)
        return std::unexpected(right.error());
    // What was encrypted is from somebody who knows the password: white scans and empty disks are packed as tightly as a
    // bomb. It is bounded by its declared size, which extractAll() holds it to, and by the room.
    if (m_openTotal > harmlessTotal && m_openTotal / std::max<std::uint64_t>(m_archive.size(), 1) > m_limits.ratio)
        return std::unexpected(parcelTooLarge(m_archive.subject()));
    if (m_total > m_limits.room)
        return std::unexpected(noRoomFor(m_archive.subject(), m_total, m_limits.room));
    if (directory.items.empty())
        return base::failure(ErrorCode::Damaged, m_archive.subject(), tr("There is no file in this parcel."));
    return directory;
}

} // namespace

bool Directory::isEncrypted() const
{
    return std::any_of(items.begin(), items.end(), [](const Item &item) { return item.isEncrypted; });
}

std::uint64_t Directory::total() const
{
    return std::accumulate(items.begin(), items.end(), std::uint64_t(0), [](std::uint64_t sum, const Item &item) { return sum + item.size; });
}

bool beginsZip(const QByteArray &head)
{
    return head.size() >= 4 && (field32(head, 0) == localSignature || field32(head, 0) == endSignature);
}

Result<Directory> readDirectory(Content &archive, const UnpackLimits &limits)
{
    return DirectoryReader(archive, limits).read();
}

} // namespace shirushi::sending::zip
