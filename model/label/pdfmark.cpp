#include "label/pdfmark.h"

#include "label/pdferror.h"
#include "label/pdfflate.h"
#include "label/pdfpages.h"
#include "label/pdfplacement.h"

#include <algorithm>
#include <map>

namespace shirushi::label {

namespace {

constexpr double fontSize = 9;

PdfDictionary dictionaryOf(std::initializer_list<std::pair<QByteArray, QByteArray>> entries)
{
    PdfDictionary dictionary;
    for (const auto &[key, raw] : entries)
        dictionary.set(key, raw);
    return dictionary;
}

PdfReference addDeflated(PdfRevision &revision, PdfDictionary dictionary, const QByteArray &data)
{
    dictionary.set("Filter", "/FlateDecode");
    return revision.add(pdfStreamBody(std::move(dictionary), deflated(data)));
}

/// PDF/A-1 wants to be told which glyphs a subset has (ISO 19005-1, 6.3.5).
QByteArray glyphSet(std::size_t glyphs)
{
    QByteArray set(static_cast<qsizetype>((glyphs + 7) / 8), '\0');
    for (std::size_t glyph = 0; glyph < glyphs; ++glyph)
        set[static_cast<qsizetype>(glyph / 8)] = static_cast<char>(set[static_cast<qsizetype>(glyph / 8)] | 0x80 >> glyph % 8);
    return set;
}

PdfReference addFont(PdfRevision &revision, const print::EmbeddedText &text)
{
    const QByteArray name = toPdfName(text.fontName);
    const QByteArray program = deflated(text.fontProgram);
    const PdfReference file = revision.add(
        pdfStreamBody(dictionaryOf({{"Length1", QByteArray::number(text.fontProgram.size())},
                                    {"Filter", "/FlateDecode"}}),
                      program));
    const PdfReference glyphs = addDeflated(revision, {}, glyphSet(text.glyphs));
    const PdfReference toUnicode = addDeflated(revision, {}, text.toUnicode);
    QByteArray box;
    for (const int corner : text.box)
        box += QByteArray::number(corner) + ' ';
    QByteArray widths;
    for (const int width : text.widths)
        widths += QByteArray::number(width) + ' ';
    const PdfReference descriptor = revision.add(
        dictionaryOf({{"Type", "/FontDescriptor"}, {"FontName", name}, {"Flags", "4"},
                      {"FontBBox", '[' + box.trimmed() + ']'}, {"ItalicAngle", "0"},
                      {"Ascent", QByteArray::number(text.ascent)}, {"Descent", QByteArray::number(text.descent)},
                      {"CapHeight", QByteArray::number(text.ascent)}, {"StemV", "80"},
                      {"FontFile2", toPdfReference(file)}, {"CIDSet", toPdfReference(glyphs)}})
            .toBytes());
    const PdfReference descendant = revision.add(
        dictionaryOf({{"Type", "/Font"}, {"Subtype", "/CIDFontType2"}, {"BaseFont", name},
                      {"CIDSystemInfo", "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"},
                      {"FontDescriptor", toPdfReference(descriptor)}, {"CIDToGIDMap", "/Identity"},
                      {"W", "[0 [" + widths.trimmed() + "]]"}})
            .toBytes());
    return revision.add(dictionaryOf({{"Type", "/Font"}, {"Subtype", "/Type0"}, {"BaseFont", name},
                                      {"Encoding", "/Identity-H"},
                                      {"DescendantFonts", '[' + toPdfReference(descendant) + ']'},
                                      {"ToUnicode", toPdfReference(toUnicode)}})
                            .toBytes());
}

/// What is put around a page's own content streams. Pages that see the mark alike share theirs.
class Marker
{
public:
    Marker(PdfFile &file, PdfRevision &revision, const std::optional<PdfMark> &mark, bool old)
        : m_file(file), m_revision(revision), m_mark(mark), m_old(old)
    {
    }

    base::Result<void> revise(const PdfPage &page);
    PdfPagesMarked counts() const { return m_counts; }

private:
    base::Result<std::vector<QByteArray>> ownContents(const PdfPage &page, bool &hadMark);
    base::Result<PdfDictionary> ownResources(const PdfPage &page, PdfDictionary &forms);
    base::Result<bool> isOurs(const QByteArray &raw);
    base::Result<std::optional<QByteArray>> placement(const PdfPage &page);
    base::Result<std::optional<std::array<double, 4>>> box(const QByteArray &raw);
    PdfReference before();
    PdfReference after(const QByteArray &matrix, const QByteArray &name);

    PdfFile &m_file;
    PdfRevision &m_revision;
    const std::optional<PdfMark> &m_mark;
    bool m_old;
    PdfPagesMarked m_counts;
    std::optional<PdfReference> m_before;
    std::map<QByteArray, PdfReference> m_after; // by matrix and name
};

PdfReference Marker::before()
{
    if (!m_before)
        m_before = m_revision.add(pdfStreamBody(dictionaryOf({{pdfMarkKey, "true"}}), "q\n"));
    return *m_before;
}

PdfReference Marker::after(const QByteArray &matrix, const QByteArray &name)
{
    const QByteArray draw = "\nQ\n/Artifact << /Type /Pagination /Subtype /Header /Attached [/Top] >> BDC\nq "
                            + matrix + " cm /" + name + " Do Q\nEMC\n";
    const auto at = m_after.find(draw);
    if (at != m_after.end())
        return at->second;
    const PdfReference reference = m_revision.add(pdfStreamBody(dictionaryOf({{pdfMarkKey, "true"}}), draw));
    m_after.emplace(draw, reference);
    return reference;
}

base::Result<bool> Marker::isOurs(const QByteArray &raw)
{
    const auto reference = pdfReference(raw);
    if (!m_old || !reference)
        return false;
    const auto object = m_file.object(*reference);
    if (!object)
        return std::unexpected(object.error());
    const auto dictionary = object->isStream ? PdfDictionary::parse(object->value) : std::nullopt;
    return dictionary && dictionary->contains(pdfMarkKey);
}

base::Result<std::vector<QByteArray>> Marker::ownContents(const PdfPage &page, bool &hadMark)
{
    const QByteArray raw = page.dictionary.value("Contents");
    std::vector<QByteArray> streams;
    if (const auto reference = pdfReference(raw)) {
        const auto object = m_file.object(*reference);
        if (!object)
            return std::unexpected(object.error());
        if (object->isStream)
            streams.push_back(raw);
        else if (const auto array = pdfArray(object->value))
            streams = *array;
    } else if (const auto array = pdfArray(raw)) {
        streams = *array;
    }
    std::vector<QByteArray> kept;
    for (const QByteArray &stream : streams) {
        const auto ours = isOurs(stream);
        if (!ours)
            return std::unexpected(ours.error());
        hadMark = hadMark || *ours;
        if (!*ours)
            kept.push_back(stream);
    }
    return kept;
}

base::Result<PdfDictionary> Marker::ownResources(const PdfPage &page, PdfDictionary &forms)
{
    const auto resources = m_file.dictionary(page.resources);
    if (!resources)
        return std::unexpected(resources.error());
    PdfDictionary own = resources->value_or(PdfDictionary());
    const auto found = m_file.dictionary(own.value("XObject"));
    if (!found)
        return std::unexpected(found.error());
    if (*found) {
        for (const auto &[name, raw] : (*found)->entries()) {
            const auto ours = name.startsWith(pdfMarkKey) ? isOurs(raw) : base::Result<bool>(false);
            if (!ours)
                return std::unexpected(ours.error());
            if (!*ours)
                forms.set(name, raw);
        }
    }
    return own;
}

base::Result<std::optional<std::array<double, 4>>> Marker::box(const QByteArray &raw)
{
    const auto value = m_file.resolved(raw);
    if (!value)
        return std::unexpected(value.error());
    const auto corners = pdfArray(*value);
    if (!corners || corners->size() != 4)
        return std::nullopt;
    std::array<double, 4> box = {};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto corner = m_file.resolved((*corners)[i]);
        if (!corner)
            return std::unexpected(corner.error());
        const auto number = pdfNumber(*corner);
        if (!number)
            return std::nullopt;
        box[i] = *number;
    }
    return std::array<double, 4>{std::min(box[0], box[2]), std::min(box[1], box[3]), std::max(box[0], box[2]),
                                 std::max(box[1], box[3])};
}

base::Result<std::optional<QByteArray>> Marker::placement(const PdfPage &page)
{
    const auto media = box(page.mediaBox);
    const auto crop = box(page.cropBox);
    const auto rotate = m_file.resolved(page.rotate);
    const auto unit = m_file.resolved(page.dictionary.value("UserUnit"));
    for (const auto *failed : {media ? nullptr : &media.error(), crop ? nullptr : &crop.error(),
                               rotate ? nullptr : &rotate.error(), unit ? nullptr : &unit.error()}) {
        if (failed)
            return std::unexpected(*failed);
    }
    PdfPageFrame frame;
    frame.box = media->value_or(std::array<double, 4>{0, 0, 612, 792});
    if (*crop) {
        const auto &[x0, y0, x1, y1] = **crop;
        const std::array<double, 4> seen{std::max(x0, frame.box[0]), std::max(y0, frame.box[1]),
                                         std::min(x1, frame.box[2]), std::min(y1, frame.box[3])};
        if (seen[0] < seen[2] && seen[1] < seen[3])
            frame.box = seen;
    }
    const auto degrees = static_cast<int>(pdfInteger(*rotate).value_or(0) % 360);
    frame.rotate = (degrees + 360) % 360;
    frame.unit = pdfNumber(*unit).value_or(1);
    if (frame.rotate % 90 != 0 || frame.unit <= 0)
        return std::nullopt;
    return placeAtTopRight(frame, m_mark->width, m_mark->height);
}

base::Result<void> Marker::revise(const PdfPage &page)
{
    bool hadMark = false;
    const auto contents = ownContents(page, hadMark);
    if (!contents)
        return std::unexpected(contents.error());
    std::optional<QByteArray> matrix;
    if (m_mark) {
        const auto placed = placement(page);
        if (!placed)
            return std::unexpected(placed.error());
        matrix = *placed;
        ++(matrix ? m_counts.marked : m_counts.without);
    }
    if (!matrix && !hadMark)
        return {};
    PdfDictionary forms;
    auto resources = ownResources(page, forms);
    if (!resources)
        return std::unexpected(resources.error());
    QByteArray streams;
    for (const QByteArray &stream : *contents)
        streams += stream + ' ';
    if (matrix) {
        QByteArray name(pdfMarkKey);
        for (int i = 2; forms.contains(name); ++i)
            name = pdfMarkKey + QByteArray::number(i);
        forms.set(name, toPdfReference(m_mark->form));
        streams = toPdfReference(before()) + ' ' + streams + toPdfReference(after(*matrix, name));
    }
    if (forms.entries().empty())
        resources->remove("XObject");
    else
        resources->set("XObject", forms.toBytes());
    PdfDictionary revised = page.dictionary;
    revised.set("Contents", '[' + streams.trimmed() + ']');
    revised.set("Resources", resources->toBytes());
    m_revision.put(page.reference, revised.toBytes());
    return {};
}

} // namespace

PdfMark addPdfMark(PdfRevision &revision, const print::EmbeddedText &text)
{
    const PdfReference font = addFont(revision, text);
    PdfMark mark;
    const QByteArray width = toPdfNumber(text.width * fontSize);
    const QByteArray height = toPdfNumber((text.ascent - text.descent) * fontSize / 1000);
    // What is written is what pages are revised with, so that it can be done again from the form alone.
    mark.width = pdfNumber(width).value_or(0);
    mark.height = pdfNumber(height).value_or(0);
    const QByteArray box = "[0 0 " + width + ' ' + height + ']';
    // A calibrated grey is what it is whatever output intent the document has, so PDF/A stays PDF/A.
    const QByteArray resources = "<< /Font << /F0 " + toPdfReference(font)
                                 + " >> /ColorSpace << /G0 [/CalGray << /WhitePoint [0.9505 1 1.089]"
                                   " /Gamma 2.2 >>] >> >>";
    const QByteArray content = "/G0 cs 0.25 sc\nBT /F0 " + toPdfNumber(fontSize) + " Tf 0 "
                               + toPdfNumber(-text.descent * fontSize / 1000) + " Td "
                               + toPdfHexadecimal(text.codes) + " Tj ET\n";
    mark.form = addDeflated(revision,
                            dictionaryOf({{"Type", "/XObject"}, {"Subtype", "/Form"}, {"BBox", box},
                                          {"Resources", resources}, {pdfMarkKey, "true"}}),
                            content);
    return mark;
}

base::Result<PdfPagesMarked> revisePages(PdfFile &file, PdfRevision &revision,
                                         const std::optional<PdfMark> &mark, bool old)
{
    Marker marker(file, revision, mark, old);
    const auto walked = forEachPage(file, [&marker](const PdfPage &page) { return marker.revise(page); });
    if (!walked)
        return std::unexpected(walked.error());
    return marker.counts();
}

} // namespace shirushi::label
