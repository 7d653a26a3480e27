#include "fuzz/codeccheck.h"

#include "label/zip/zip.h"
#include "model/label/samplelabel.h"
#include "model/label/zipbuilder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace shirushi::fuzz {

namespace {

label::Stamp stampWith(bool mark)
{
    label::Stamp stamp = tests::sampleStamp();
    stamp.mark = mark;
    stamp.interoperable = {{QStringLiteral("urn:bails:IntellectualProperty:BusinessAuthorizationCategory:Name"),
                            stamp.classText}};
    return stamp;
}

std::optional<QByteArray> without(const label::Codec &codec, const QByteArray &bytes)
{
    platform::MemorySink sink;
    if (!codec.remove(asFile(bytes), sink))
        return std::nullopt;
    return sink.bytes();
}

// Name and content of every part; nothing where it is no archive of ours to read.
std::optional<std::map<std::string, QByteArray>> partsOf(const QByteArray &archive)
{
    const auto source = asFile(archive);
    const auto reader = label::ZipReader::open(source);
    if (!reader)
        return std::nullopt;
    std::map<std::string, QByteArray> parts;
    for (const label::ZipEntry &entry : reader->entries())
        parts[entry.name] = reader->content(entry).value_or(QByteArray("unreadable"));
    return parts;
}

void checkRemoval(const label::Codec &codec, const QByteArray &stamped, const base::Result<QByteArray> &hash,
                  const std::optional<QByteArray> &before, Removal removal)
{
    const auto bare = without(codec, stamped);
    demand(bare.has_value(), "a label that was given can be removed");
    const auto reading = codec.read(asFile(*bare));
    demand(reading && !reading->label && !reading->malformed && !reading->marked, "removal leaves nothing of ours");
    if (!before)
        return;
    demand(codec.contentHash(asFile(*bare)) == hash, "removal does not move the content hash");
    if (removal == Removal::Bytes)
        demand(*bare == *before, "removal gives the bytes of before");
    else
        demand(partsOf(*bare) == partsOf(*before), "removal gives the parts of before");
}

} // namespace

QString scratchFolder()
{
    static const QTemporaryDir folder(QDir(QStringLiteral("/dev/shm")).exists()
                                          ? QStringLiteral("/dev/shm/shirushi-fuzz-XXXXXX")
                                          : QDir::tempPath() + QStringLiteral("/shirushi-fuzz-XXXXXX"));
    return folder.path();
}

platform::FileSource asFile(const QByteArray &bytes)
{
    // A new file each time: one that is still open keeps what it was.
    const QString path = scratchFolder() + QStringLiteral("/input");
    QFile::remove(path);
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size(),
           "the input can be written");
    file.close();
    auto source = platform::FileSource::open(base::toPath(path));
    demand(source.has_value(), "the input can be opened");
    return std::move(*source);
}

QByteArray joinedParts(const std::map<QByteArray, QByteArray> &parts)
{
    QByteArray joined;
    for (const auto &[name, content] : parts)
        joined += partSeparator + name + '\n' + content;
    return joined;
}

QByteArray archiveOf(const QByteArray &bytes)
{
    if (!bytes.startsWith(partSeparator))
        return bytes;
    tests::Archive archive;
    const QList<QByteArray> pieces = bytes.mid(1).split(partSeparator);
    for (const QByteArray &piece : pieces) {
        tests::Record record;
        const qsizetype end = piece.indexOf('\n');
        record.name = end < 0 ? piece : piece.left(end);
        record.content = end < 0 ? QByteArray() : piece.mid(end + 1);
        record.deflate = !archive.records.empty();
        if (archive.records.size() < 100 && record.name.size() < 60'000)
            archive.records.push_back(record);
    }
    return tests::build(archive);
}

std::optional<QByteArray> labelled(const label::Codec &codec, const QByteArray &bytes, bool mark)
{
    platform::MemorySink sink;
    if (!codec.stamp(asFile(bytes), stampWith(mark), sink))
        return std::nullopt;
    return sink.bytes();
}

void checkCodec(const label::Codec &codec, const QByteArray &bytes, Removal removal, bool appends)
{
    if (!codec.recognises(asFile(bytes)))
        return;
    static_cast<void>(codec.read(asFile(bytes)));
    const auto hash = codec.contentHash(asFile(bytes));
    const auto before = without(codec, bytes);
    const bool mark = bytes.size() % 2 == 0;
    const auto stamped = labelled(codec, bytes, mark);
    if (!stamped)
        return;
    // Nobody is given a label inside a file whose content cannot be told (labelling/preparation.cpp).
    if (!hash)
        return;
    if (appends)
        demand(!before || stamped->startsWith(*before) || before->startsWith(bytes), "the file is an exact prefix");
    demand(codec.recognises(asFile(*stamped)), "a labelled file is of its kind");
    const auto reading = codec.read(asFile(*stamped));
    demand(reading.has_value(), "a labelled file can be read");
    demand(reading->label == tests::sampleLabel(), "the label that was given is read back");
    demand(codec.contentHash(asFile(*stamped)) == hash, "labelling does not move the content hash");
    demand(labelled(codec, *stamped, mark) == stamped, "labelling anew gives the same bytes");
    // Where another program has edited our packet in place, an image cannot have all the bytes of before.
    const bool isFresh = appends || before == bytes;
    checkRemoval(codec, *stamped, hash, isFresh ? before : std::nullopt, removal);
}

} // namespace shirushi::fuzz
