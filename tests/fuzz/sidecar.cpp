// A sidecar that another program, or nobody sane, wrote: read, merged into, taken out of again. The document beside
// it stays as it is.
#include "fuzz/codeccheck.h"

#include "label/sidecar.h"
#include "model/label/packets.h"
#include "model/label/samplelabel.h"

#include <QFile>

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {"<dc:subject>", "<rdf:Bag>", "<rdf:li>", "<rdf:RDF", "<rdf:Description", "<shirushi:Label>", "shirushi:Before='",
            "<?xpacket end='w'?>", "<!DOCTYPE x>", "<![CDATA[", "&x;", "\xef\xbb\xbf", QByteArray("\0", 1), "urn:shirushi:label:1.0#"};
}

std::vector<QByteArray> seeds()
{
    std::vector<QByteArray> all{""};
    for (const auto &[name, packet] : tests::foreignPackets()) {
        all.push_back(packet);
        if (const auto written = label::writeXmp(packet, tests::sampleStamp(), {}, QStringLiteral("packet")))
            all.push_back(*written);
    }
    return all;
}

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the sample can be written");
}

// The bytes of the sidecar once our part is taken out; nothing where that is refused.
std::optional<QByteArray> removed(const base::Path &document, const QString &beside)
{
    if (!label::removeSidecar(document))
        return std::nullopt;
    return contentOf(beside);
}

void check(const QByteArray &bytes)
{
    const QString document = scratchFolder() + QStringLiteral("/table.csv");
    const QString beside = document + QStringLiteral(".xmp");
    const base::Path path = base::toPath(document);
    const QByteArray content = "氏名,住所\n";
    write(document, content);
    write(beside, bytes);
    static_cast<void>(label::isOurSidecar(base::toPath(beside)));
    static_cast<void>(label::readSidecar(path));
    const auto before = removed(path, beside);
    demand(before.has_value() || contentOf(beside) == bytes, "what cannot be understood stays");
    write(beside, bytes);
    {
        const auto source = platform::FileSource::open(path);
        demand(source.has_value(), "the document can be opened");
        auto replacement = label::prepareSidecar(*source, tests::sampleStamp());
        if (!replacement) {
            demand(contentOf(beside) == bytes, "a refused sidecar stays");
            return;
        }
        demand(replacement->commit().has_value(), "a sidecar takes its place");
    }
    const auto reading = label::readSidecar(path);
    demand(reading && reading->label == tests::sampleLabel() && !reading->malformed, "the label is read back");
    demand(label::isOurSidecar(base::toPath(beside)), "it is known as ours");
    const auto after = removed(path, beside);
    demand(after.has_value(), "the label can be taken away");
    demand(!before || *after == *before, "the other program's sidecar comes back");
    demand(contentOf(document) == content, "the document is not touched");
    QFile::remove(beside);
}

} // namespace

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    shirushi::fuzz::check(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
