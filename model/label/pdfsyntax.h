// The syntax of PDF objects (ISO 32000-1, 7.2 and 7.3), read strictly and without interpreting more than is
// asked for: a value stays the bytes it was written in, so that what we do not change is copied and not
// written anew. Pure functions and values, any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <compare>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace shirushi::label {

struct PdfReference {
    std::uint32_t number = 0;
    std::uint16_t generation = 0;
    auto operator<=>(const PdfReference &) const = default;
};

/// ISO 32000-1, table C.1: no file has more objects.
inline constexpr std::uint32_t mostPdfObjects = 8'388'607;

/// Goes over bytes token by token. A token that touches the end of the bytes is taken as complete only where
/// `whole` says that nothing follows; else ranOut() tells that more bytes are needed.
class PdfLexer
{
public:
    explicit PdfLexer(QByteArrayView bytes, bool whole = true) : m_bytes(bytes), m_whole(whole) {}

    qsizetype position() const { return m_position; }
    void setPosition(qsizetype position) { m_position = position; }
    bool ranOut() const { return m_ranOut; }
    bool atEnd() const { return m_position >= m_bytes.size(); }

    /// Passes white space and comments.
    void skipSpace();
    /// The next value as its bytes: number, name, string, array, dictionary, reference, true, false, null.
    std::optional<QByteArrayView> value();
    /// Passes `word` if it comes next (after white space) and ends there.
    bool keyword(QByteArrayView word);
    /// A number without sign.
    std::optional<std::uint64_t> unsignedInteger();
    /// "12 0 obj"
    std::optional<PdfReference> objectHeader();

private:
    bool skipValue(int depth);
    bool skipLiteral();
    bool skipHexadecimal();
    bool skipName();
    bool skipArray(int depth);
    bool skipDictionary(int depth);
    bool skipWord();
    void skipRestOfReference();
    bool need();

    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    bool m_whole = true;
    bool m_ranOut = false;
};

/// A dictionary: its entries in their order, each value as it was written. A key that stands twice is no
/// dictionary, because programs differ in which one they take.
class PdfDictionary
{
public:
    static std::optional<PdfDictionary> parse(QByteArrayView raw);

    /// Empty: no such key.
    QByteArray value(QByteArrayView key) const;
    bool contains(QByteArrayView key) const { return !value(key).isEmpty(); }
    void set(const QByteArray &key, const QByteArray &raw);
    void remove(QByteArrayView key);
    QByteArray toBytes() const;

    const std::vector<std::pair<QByteArray, QByteArray>> &entries() const { return m_entries; }
    bool operator==(const PdfDictionary &) const = default;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_entries; // key decoded, value raw
};

bool isPdfSpace(char character);
bool isPdfDelimiter(char character);

std::optional<std::int64_t> pdfInteger(QByteArrayView raw);
std::optional<double> pdfNumber(QByteArrayView raw);
std::optional<PdfReference> pdfReference(QByteArrayView raw);
/// A name without its slash, #xx decoded.
std::optional<QByteArray> pdfName(QByteArrayView raw);
std::optional<QByteArray> pdfString(QByteArrayView raw);
std::optional<std::vector<QByteArray>> pdfArray(QByteArrayView raw);
/// A text string (7.9.2.2): UTF-16 or UTF-8 with its mark, else PDFDocEncoding.
QString pdfText(const QByteArray &string);

QByteArray toPdfName(const QByteArray &name);
QByteArray toPdfReference(PdfReference reference);
QByteArray toPdfText(const QString &text);
QByteArray toPdfHexadecimal(const QByteArray &bytes);
/// At most four decimals, no exponent, whatever the locale.
QByteArray toPdfNumber(double number);

} // namespace shirushi::label
