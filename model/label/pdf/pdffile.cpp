#include "label/pdf/pdffile.h"

#include "label/pdf/pdferror.h"

#include <algorithm>

namespace shirushi::label {

namespace {

constexpr std::uint64_t tailLength = 1024;
constexpr std::size_t mostSections = 10'000;
constexpr std::size_t mostEntries = 20'000'000;
constexpr int mostReferences = 16;
constexpr std::uint64_t largestObjectStream = 64ULL << 20;
constexpr std::uint64_t mostObjectStreamBytes = 256ULL << 20;

std::optional<std::uint64_t> offsetIn(const QByteArray &raw)
{
    const auto offset = pdfInteger(raw);
    if (!offset || *offset < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(*offset);
}

PdfObject nullObject(PdfReference reference)
{
    PdfObject object;
    object.reference = reference;
    object.value = "null";
    return object;
}

} // namespace

base::Result<PdfFile> PdfFile::open(PdfInput input, QDeadlineTimer deadline)
{
    PdfFile file(std::move(input), deadline);
    const std::uint64_t size = file.m_input.size();
    const std::uint64_t from = size > tailLength ? size - tailLength : 0;
    const auto tail = file.m_input.bytes(from, tailLength);
    if (!tail)
        return std::unexpected(tail.error());
    const qsizetype at = tail->lastIndexOf("startxref");
    PdfLexer lexer(at < 0 ? QByteArrayView() : QByteArrayView(*tail).sliced(at + 9));
    const auto offset = lexer.unsignedInteger();
    if (!offset || *offset == 0)
        return std::unexpected(pdfDamaged(file.subject()));
    file.m_startxref = *offset;
    file.m_ahead.push_back(*offset);
    file.m_seen.insert(*offset);
    const auto loaded = file.loadNextSection();
    if (!loaded)
        return std::unexpected(loaded.error());
    return file;
}

base::Result<void> PdfFile::checkTime() const
{
    if (m_deadline.hasExpired())
        return std::unexpected(pdfTooLarge(subject()));
    return {};
}

base::Result<bool> PdfFile::loadNextSection()
{
    if (m_ahead.empty())
        return false;
    if (const auto time = checkTime(); !time)
        return std::unexpected(time.error());
    if (m_sections.size() >= mostSections)
        return std::unexpected(pdfTooLarge(subject()));
    const std::uint64_t offset = m_ahead.back();
    m_ahead.pop_back();
    auto section = readPdfSection(m_input, offset);
    if (!section)
        return std::unexpected(section.error());
    // A table's own stream is looked up before what came earlier (7.5.8.4).
    for (const char *key : {"Prev", "XRefStm"}) {
        const QByteArray raw = section->trailer.value(key);
        if (raw.isEmpty() || (section->isStream && key[0] == 'X'))
            continue;
        const auto next = offsetIn(raw);
        if (!next || !m_seen.insert(*next).second)
            return std::unexpected(pdfDamaged(subject()));
        m_ahead.push_back(*next);
    }
    // In a table with such a stream, objects that only the stream knows are written as free.
    if (!section->isStream && section->trailer.contains("XRefStm"))
        std::erase_if(section->entries,
                      [](const PdfEntry &entry) { return entry.kind == PdfEntry::Kind::Free; });
    m_sections.push_back(std::move(*section));
    return true;
}

base::Result<void> PdfFile::loadAll()
{
    std::size_t entries = 0;
    for (;;) {
        const auto loaded = loadNextSection();
        if (!loaded)
            return std::unexpected(loaded.error());
        if (!*loaded)
            return {};
        entries += m_sections.back().entries.size();
        if (entries > mostEntries)
            return std::unexpected(pdfTooLarge(subject()));
    }
}

std::uint32_t PdfFile::firstUnusedNumber() const
{
    std::uint32_t number = 1;
    for (const PdfSection &section : m_sections) {
        if (!section.entries.empty())
            number = std::max(number, section.entries.back().number + 1);
    }
    return number;
}

std::size_t PdfFile::savings() const
{
    std::size_t count = 1;
    auto next = offsetIn(newestSection().trailer.value("Prev"));
    while (next && count <= m_sections.size()) {
        const auto section = std::find_if(m_sections.begin(), m_sections.end(), [&](const PdfSection &one) { return one.offset == *next; });
        if (section == m_sections.end())
            break;
        ++count;
        next = offsetIn(section->trailer.value("Prev"));
    }
    return count;
}

base::Result<std::optional<PdfEntry>> PdfFile::entryOf(std::uint32_t number)
{
    for (std::size_t i = 0;; ++i) {
        if (i == m_sections.size()) {
            const auto loaded = loadNextSection();
            if (!loaded)
                return std::unexpected(loaded.error());
            if (!*loaded)
                return std::nullopt;
        }
        if (const PdfEntry *entry = m_sections[i].find(number))
            return *entry;
    }
}

PdfLengthLookup PdfFile::lengthLookup()
{
    return [this](PdfReference reference) -> base::Result<std::int64_t> {
        const auto raw = resolved(toPdfReference(reference));
        if (!raw)
            return std::unexpected(raw.error());
        return pdfInteger(*raw).value_or(-1);
    };
}

base::Result<PdfObject> PdfFile::object(PdfReference reference)
{
    if (const auto time = checkTime(); !time)
        return std::unexpected(time.error());
    if (m_depth >= mostReferences)
        return std::unexpected(pdfDamaged(subject()));
    const auto entry = entryOf(reference.number);
    if (!entry)
        return std::unexpected(entry.error());
    if (!*entry || (*entry)->kind == PdfEntry::Kind::Free)
        return nullObject(reference);
    ++m_depth;
    const bool packed = (*entry)->kind == PdfEntry::Kind::Packed;
    auto object = packed ? packedObject(**entry) : readPdfObject(m_input, (*entry)->offset, lengthLookup());
    --m_depth;
    if (!object)
        return object;
    if (object->reference.number != reference.number ||
        (!packed && object->reference.generation != (*entry)->generation))
        return std::unexpected(pdfDamaged(subject()));
    if (object->reference.generation != reference.generation)
        return nullObject(reference);
    return object;
}

base::Result<const PdfFile::ObjectStream *> PdfFile::objectStream(std::uint32_t number)
{
    if (const auto at = m_objectStreams.find(number); at != m_objectStreams.end())
        return &at->second;
    const auto damaged = std::unexpected(pdfDamaged(subject()));
    const auto holder = object({number, 0});
    if (!holder)
        return std::unexpected(holder.error());
    const auto dictionary = PdfDictionary::parse(holder->value);
    if (!holder->isStream || !dictionary || pdfName(dictionary->value("Type")) != "ObjStm")
        return damaged;
    const auto count = pdfInteger(dictionary->value("N"));
    const auto first = pdfInteger(dictionary->value("First"));
    auto data = pdfStreamData(m_input, *holder, *dictionary, largestObjectStream);
    if (!data)
        return std::unexpected(data.error());
    if (!count || !first || *count < 0 || *first < 0 || *first > data->size() || *count > *first)
        return damaged;
    ObjectStream stream{std::move(*data), static_cast<qsizetype>(*first), {}};
    PdfLexer lexer(QByteArrayView(stream.data).first(stream.first));
    for (std::int64_t i = 0; i < *count; ++i) {
        const auto packed = lexer.unsignedInteger();
        const auto offset = packed ? lexer.unsignedInteger() : std::nullopt;
        if (!offset || *offset > static_cast<std::uint64_t>(stream.data.size() - stream.first))
            return damaged;
        stream.index.emplace_back(*packed, *offset);
    }
    if (m_objectStreamBytes > mostObjectStreamBytes) {
        m_objectStreams.clear();
        m_objectStreamBytes = 0;
    }
    m_objectStreamBytes += static_cast<std::uint64_t>(stream.data.size());
    return &m_objectStreams.insert_or_assign(number, std::move(stream)).first->second;
}

base::Result<PdfObject> PdfFile::packedObject(const PdfEntry &entry)
{
    const auto container = static_cast<std::uint32_t>(entry.offset);
    // An object stream that lies in an object stream would let two of them need each other.
    const auto holder = entryOf(container);
    if (!holder)
        return std::unexpected(holder.error());
    if (!*holder || (*holder)->kind != PdfEntry::Kind::Plain)
        return std::unexpected(pdfDamaged(subject()));
    const auto stream = objectStream(container);
    if (!stream)
        return std::unexpected(stream.error());
    const auto &index = (*stream)->index;
    if (entry.index >= index.size() || index[entry.index].first != entry.number)
        return std::unexpected(pdfDamaged(subject()));
    PdfLexer lexer(QByteArrayView((*stream)->data)
                       .sliced((*stream)->first + static_cast<qsizetype>(index[entry.index].second)));
    const auto value = lexer.value();
    if (!value)
        return std::unexpected(pdfDamaged(subject()));
    PdfObject object;
    object.reference = {entry.number, 0};
    object.value = value->toByteArray();
    return object;
}

base::Result<QByteArray> PdfFile::resolved(QByteArray raw)
{
    for (int i = 0; i < mostReferences; ++i) {
        const auto reference = pdfReference(raw);
        if (!reference)
            return raw;
        auto found = object(*reference);
        if (!found)
            return std::unexpected(found.error());
        raw = found->isStream ? QByteArray("null") : found->value;
    }
    return std::unexpected(pdfDamaged(subject()));
}

base::Result<std::optional<PdfDictionary>> PdfFile::dictionary(const QByteArray &raw)
{
    const auto value = resolved(raw);
    if (!value)
        return std::unexpected(value.error());
    return PdfDictionary::parse(*value);
}

base::Result<QByteArray> PdfFile::streamData(const PdfObject &object, std::uint64_t limit)
{
    const auto dictionary = PdfDictionary::parse(object.value);
    if (!object.isStream || !dictionary)
        return std::unexpected(pdfDamaged(subject()));
    return pdfStreamData(m_input, object, *dictionary, limit);
}

base::Result<PdfDictionary> PdfFile::catalog()
{
    const auto root = catalogReference();
    if (!root)
        return std::unexpected(pdfDamaged(subject()));
    const auto found = dictionary(toPdfReference(*root));
    if (!found)
        return std::unexpected(found.error());
    if (!*found || !(*found)->contains("Pages"))
        return std::unexpected(pdfDamaged(subject()));
    return **found;
}

base::Result<void> PdfFile::checkEntries() const
{
    std::vector<PdfEntry> plain;
    for (const PdfSection &section : m_sections) {
        for (const PdfEntry &entry : section.entries) {
            if (entry.kind == PdfEntry::Kind::Plain)
                plain.push_back(entry);
        }
    }
    std::sort(plain.begin(), plain.end(),
              [](const PdfEntry &a, const PdfEntry &b) { return a.offset < b.offset; });
    constexpr std::uint64_t block = 1 << 18;
    constexpr std::uint64_t headerLength = 64;
    QByteArray window;
    std::uint64_t windowStart = 0;
    for (const PdfEntry &entry : plain) {
        const std::uint64_t windowEnd = windowStart + static_cast<std::uint64_t>(window.size());
        if (entry.offset < windowStart || entry.offset + headerLength > windowEnd) {
            if (const auto time = checkTime(); !time)
                return time;
            // Objects far apart are read one by one, close ones together.
            auto bytes = m_input.bytes(entry.offset, entry.offset < windowEnd + block ? block : headerLength);
            if (!bytes)
                return std::unexpected(bytes.error());
            window = std::move(*bytes);
            windowStart = entry.offset;
        }
        if (entry.offset - windowStart >= static_cast<std::uint64_t>(window.size()))
            return std::unexpected(pdfDamaged(subject()));
        const auto at = static_cast<qsizetype>(entry.offset - windowStart);
        PdfLexer lexer(
            QByteArrayView(window).sliced(at, std::min<qsizetype>(headerLength, window.size() - at)));
        if (lexer.objectHeader() != PdfReference{entry.number, entry.generation})
            return std::unexpected(pdfDamaged(subject()));
    }
    return {};
}

} // namespace shirushi::label
