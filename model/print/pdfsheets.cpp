#include "print/pdfsheets.h"

namespace shirushi::print {

namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 2);
}

// A file as objects, numbered from 1; every one is given once.
class Objects
{
public:
    int reserve()
    {
        m_bodies.emplace_back();
        return static_cast<int>(m_bodies.size());
    }
    void set(int object, QByteArray body) { m_bodies[static_cast<std::size_t>(object - 1)] = std::move(body); }
    int add(QByteArray body)
    {
        const int object = reserve();
        set(object, std::move(body));
        return object;
    }
    int addStream(const QByteArray &data, const QByteArray &members = {})
    {
        const QByteArray packed = qCompress(data).sliced(4); // Qt puts the length in front of the zlib stream
        return add("<< /Length " + QByteArray::number(packed.size()) + " /Filter /FlateDecode" + members
                   + " >>\nstream\n" + packed + "\nendstream");
    }

    QByteArray file(int catalog, int information) const
    {
        QByteArray bytes("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
        QByteArray table = "xref\n0 " + QByteArray::number(static_cast<qulonglong>(m_bodies.size() + 1))
                           + "\n0000000000 65535 f \n";
        for (std::size_t i = 0; i < m_bodies.size(); ++i) {
            table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
            bytes += QByteArray::number(static_cast<qulonglong>(i + 1)) + " 0 obj\n" + m_bodies[i] + "\nendobj\n";
        }
        const qsizetype start = bytes.size();
        bytes += table + "trailer\n<< /Size " + QByteArray::number(static_cast<qulonglong>(m_bodies.size() + 1))
                 + " /Root " + reference(catalog) + " /Info " + reference(information) + " >>\nstartxref\n"
                 + QByteArray::number(start) + "\n%%EOF\n";
        return bytes;
    }

    static QByteArray reference(int object) { return QByteArray::number(object) + " 0 R"; }

private:
    std::vector<QByteArray> m_bodies;
};

// Text outside of pages: UTF-16 with a byte order mark.
QByteArray textString(const QString &text)
{
    QByteArray hexadecimal("<FEFF");
    for (const QChar unit : text)
        hexadecimal += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    return hexadecimal + '>';
}

int addFont(Objects &objects, const FontProgram &font)
{
    const QByteArray program = QByteArray::number(font.program.size());
    const int file = objects.addStream(font.program, " /Length1 " + program);
    QByteArray box;
    for (const int corner : font.box)
        box += QByteArray::number(corner) + ' ';
    const int descriptor = objects.add(
        "<< /Type /FontDescriptor /FontName /" + font.name + " /Flags 4 /FontBBox [" + box + "] /ItalicAngle 0 /Ascent "
        + QByteArray::number(font.ascent) + " /Descent " + QByteArray::number(font.descent) + " /CapHeight "
        + QByteArray::number(font.ascent) + " /StemV 80 /FontFile2 " + Objects::reference(file) + " >>");
    QByteArray widths;
    for (const int width : font.widths)
        widths += QByteArray::number(width) + ' ';
    const int descendant = objects.add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /" + font.name
        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /W [0 ["
        + widths + "]] /FontDescriptor " + Objects::reference(descriptor) + " >>");
    const int toUnicode = objects.addStream(font.toUnicode);
    return objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + font.name + " /Encoding /Identity-H "
                       "/DescendantFonts [" + Objects::reference(descendant) + "] /ToUnicode "
                       + Objects::reference(toUnicode) + " >>");
}

} // namespace

double PdfSheets::measure(const std::u32string &text, double size)
{
    int width = 0;
    for (const char32_t character : text)
        width += m_font.widthOf(character);
    return width * size / 1000;
}

void PdfSheets::text(double x, double y, double size, const std::u32string &text)
{
    if (text.empty())
        return;
    content() += "BT /F1 " + number(size) + " Tf " + number(x) + ' ' + number(y) + " Td <" + m_font.codesOf(text).toHex()
                 + "> Tj ET\n";
}

void PdfSheets::line(double x1, double y1, double x2, double y2, double thickness)
{
    content() += number(thickness) + " w " + number(x1) + ' ' + number(y1) + " m " + number(x2) + ' ' + number(y2)
                 + " l S\n";
}

void PdfSheets::shade(double x, double y, double width, double height)
{
    content() += "0.92 g " + number(x) + ' ' + number(y) + ' ' + number(width) + ' ' + number(height) + " re f 0 g\n";
}

void PdfSheets::fill(double x, double y, double width, double height)
{
    content() += number(x) + ' ' + number(y) + ' ' + number(width) + ' ' + number(height) + " re f\n";
}

base::Result<QByteArray> PdfSheets::toBytes(const QString &title, const QDateTime &made) const
{
    const auto program = m_font.finish();
    if (!program)
        return std::unexpected(program.error());
    Objects objects;
    const int catalog = objects.reserve();
    const int pages = objects.reserve();
    const int font = addFont(objects, *program);
    QByteArray kids;
    for (const QByteArray &sheet : m_contents) {
        const int stream = objects.addStream(sheet);
        const int page = objects.add("<< /Type /Page /Parent " + Objects::reference(pages) + " /MediaBox [0 0 "
                                     + number(m_width) + ' ' + number(m_height) + "] /Resources << /Font << /F1 "
                                     + Objects::reference(font) + " >> >> /Contents " + Objects::reference(stream)
                                     + " >>");
        kids += Objects::reference(page) + ' ';
    }
    objects.set(pages, "<< /Type /Pages /Count " + QByteArray::number(static_cast<qulonglong>(m_contents.size()))
                           + " /Kids [" + kids + "] >>");
    objects.set(catalog, "<< /Type /Catalog /Pages " + Objects::reference(pages)
                             + " /Lang (ja-JP) /ViewerPreferences << /DisplayDocTitle true >> >>");
    const int information =
        objects.add("<< /Title " + textString(title) + " /Producer (Shirushi) /CreationDate (D:"
                    + made.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z) >>");
    return objects.file(catalog, information);
}

} // namespace shirushi::print
