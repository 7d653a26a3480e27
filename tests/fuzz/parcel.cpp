// ZIP parcels: opened in memory with the password that the seeds have. What comes out of a damaged one is as long as it
// says, under a harmless name, and never other content than what went in.
#include "fuzz/codeccheck.h"

#include "model/label/zipbuilder.h"
#include "sending/parcelnames.h"
#include "sending/zip/zipextraction.h"
#include "sending/zip/zipwriter.h"

#include <QTemporaryDir>

namespace shirushi::fuzz {

namespace {

constexpr char password[] = "uP7!mowb-tRza4#q";

base::SecretBytes secretOfAll()
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(password), sizeof password - 1));
}

class Checking final : public sending::ContentTaker
{
public:
    base::Result<void> begin(const QString &name, std::uint64_t size) override
    {
        const auto harmless = sending::harmlessName(name, {});
        demand(harmless && *harmless == name, "a name is harmless");
        demand(m_names.add(name, {}).has_value(), "no name comes twice");
        m_left = size;
        return {};
    }
    base::Result<void> take(std::span<const char> bytes) override
    {
        demand(bytes.size() <= m_left, "no more comes than was said");
        m_left -= bytes.size();
        return {};
    }
    base::Result<void> end(const QByteArray &) override
    {
        demand(m_left == 0, "a file that is whole has its length");
        return {};
    }

private:
    sending::NameSet m_names;
    std::uint64_t m_left = 0;
};

QByteArray sealed(int level)
{
    const QTemporaryDir folder;
    std::vector<sending::ParcelFile> files;
    for (const QString &name : {QStringLiteral("a.txt"), QStringLiteral("資料.bin")}) {
        const QString path = folder.filePath(name);
        QFile file(path);
        demand(file.open(QIODevice::WriteOnly) && file.write(QByteArray("some text, ").repeated(30)) > 0, "a seed can be written");
        files.push_back({base::toPath(path), name});
    }
    const base::SecretBytes secret = secretOfAll();
    platform::MemorySink sink;
    base::NoProgress progress;
    demand(sending::zip::writeZip(files, sink, {level < 0 ? nullptr : &secret, std::max(level, 0)}, progress).has_value(), "a seed can be packed");
    return sink.bytes();
}

} // namespace

std::vector<QByteArray> words()
{
    return {QByteArray("PK\1\2", 4), QByteArray("PK\3\4", 4), QByteArray("PK\5\6", 4), QByteArray("PK\6\6", 4), QByteArray("PK\6\7", 4),
            QByteArray("PK\7\x08", 4), QByteArray("\1\x99\7\0\2\0AE\3\0\0", 11), QByteArray("\1\0\x18\0", 4), QByteArray("\xff\xff\xff\xff", 4),
            QByteArray("\x63\0", 2), "../", "C:\\", "nul.txt"};
}

std::vector<QByteArray> seeds()
{
    const auto record = [](const QByteArray &name, quint16 flags) {
        tests::Record made;
        made.name = name;
        made.content = QByteArray("some text, ").repeated(50);
        made.flags = flags;
        return made;
    };
    return {sealed(0), sealed(6), sealed(-1), tests::build({.records = {record(QByteArray::fromHex("8e9197bf2f955c2e747874"), 0)}}),
            tests::build({.records = {record("a.txt", 0x800), record("b/c.txt", 0)}, .comment = "a comment", .zip64 = true})};
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    const auto source = fuzz::asFile(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    sending::FileContent archive(source);
    const auto directory = sending::zip::readDirectory(archive, {.entries = 200, .total = 16 << 20});
    if (!directory)
        return 0;
    fuzz::Checking checking;
    base::NoProgress progress;
    static_cast<void>(sending::zip::extractAll(archive, *directory, fuzz::secretOfAll(), checking, progress));
    return 0;
}
