// ZIP archives: read in every way, rewritten, read again.
#include "fuzz/codeccheck.h"

#include "crypto/digest.h"
#include "label/zip/zip.h"
#include "model/label/zipbuilder.h"

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {QByteArray("PK\1\2", 4), QByteArray("PK\3\4", 4), QByteArray("PK\5\6", 4), QByteArray("PK\6\6", 4), QByteArray("PK\6\7", 4),
            QByteArray("PK\7\x08", 4), QByteArray("\1\0\x18\0", 4), QByteArray("\xff\xff\xff\xff", 4), QByteArray("\x08\0", 2), "../", "a.xml"};
}

std::vector<QByteArray> seeds()
{
    const QByteArray text = QByteArray("some text, ").repeated(200);
    const auto record = [](const QByteArray &name, const QByteArray &content) {
        tests::Record made;
        made.name = name;
        made.content = content;
        return made;
    };
    const tests::Record deflated = record("a.xml", text);
    tests::Record stored = record("b.xml", "abc");
    stored.deflate = false;
    tests::Record described = record("c.xml", text);
    described.flags = 8;
    described.descriptor = tests::Record::WithSignature;
    described.zeroLocalSizes = true;
    tests::Record plain = described;
    plain.name = "d.xml";
    plain.descriptor = tests::Record::Plain;
    const tests::Record bomb = record("e.xml", QByteArray(3 << 20, '\0'));
    std::vector<QByteArray> all{tests::build({.records = {deflated, stored}}), tests::build({.records = {stored, described, plain}}),
                                tests::build({.records = {deflated, stored}, .comment = "a comment", .zip64 = true}),
                                tests::build({.records = {bomb, stored}}), tests::build({.records = {stored}, .prefix = "MZ"})};
    for (const QByteArray &file : corpusFiles({QStringLiteral("*.docx"), QStringLiteral("*.ods")}, 20'000, 6))
        all.push_back(file);
    return all;
}

namespace {

constexpr label::ZipLimits limits{.entries = 200, .expanded = 16 << 20, .entry = 8 << 20, .ratio = 1'000};

using Digests = std::vector<std::pair<std::string, QByteArray>>;

Digests digestsOf(const label::ZipReader &reader)
{
    Digests digests;
    for (const label::ZipEntry &entry : reader.entries()) {
        demand(reader.find(entry.name) != nullptr, "an entry is found by its name");
        const auto content = reader.content(entry);
        const auto digest = reader.sha256(entry);
        demand(content.has_value() == digest.has_value(), "both ways of reading agree");
        if (content) {
            demand(static_cast<std::uint64_t>(content->size()) == entry.size, "an entry is as long as it says");
            demand(crypto::sha256(*content) == *digest, "both ways of reading give the same bytes");
        }
        digests.emplace_back(entry.name, digest.value_or(QByteArray()));
    }
    return digests;
}

void checkRewritten(const label::ZipReader &reader, const label::ZipChanges &changes, Digests expected)
{
    platform::MemorySink sink;
    if (!label::rewriteZip(reader, changes, sink))
        return;
    const auto source = asFile(sink.bytes());
    const auto again = label::ZipReader::open(source);
    demand(again.has_value(), "what was rewritten can be read");
    demand(digestsOf(*again) == expected, "what was not changed stays, in its order");
}

} // namespace

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    const auto source = fuzz::asFile(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const auto reader = label::ZipReader::open(source, fuzz::limits);
    if (!reader)
        return 0;
    fuzz::Digests digests = fuzz::digestsOf(*reader);
    fuzz::checkRewritten(*reader, {}, digests);
    const QByteArray content = "new content";
    label::ZipChanges changes;
    if (!digests.empty()) {
        changes[digests.front().first] = content;
        digests.front().second = crypto::sha256(content);
        fuzz::checkRewritten(*reader, changes, digests);
    }
    if (digests.size() > 1 && digests.back().first != digests.front().first) {
        changes[digests.back().first] = std::nullopt;
        digests.pop_back();
    }
    if (!reader->find("new.xml")) {
        changes["new.xml"] = content;
        digests.emplace_back("new.xml", crypto::sha256(content));
    }
    fuzz::checkRewritten(*reader, changes, digests);
    return 0;
}
