#include "label/pdf/pdfsyntax.h"

#include <cctype>
#include <cstring>

namespace shirushi::label {

namespace {

constexpr int deepest = 100;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

} // namespace

bool isPdfSpace(char character)
{
    return character == ' ' || character == '\n' || character == '\r' || character == '\t' ||
           character == '\f' || character == '\0';
}

bool isPdfDelimiter(char character)
{
    return character != '\0' && std::strchr("()<>[]{}/%", character) != nullptr;
}

bool PdfLexer::need()
{
    if (!atEnd())
        return true;
    m_ranOut = true;
    return false;
}

void PdfLexer::skipSpace()
{
    while (!atEnd()) {
        const char character = m_bytes[m_position];
        if (character == '%') {
            while (!atEnd() && m_bytes[m_position] != '\n' && m_bytes[m_position] != '\r')
                ++m_position;
        } else if (isPdfSpace(character)) {
            ++m_position;
        } else {
            return;
        }
    }
}

bool PdfLexer::skipWord()
{
    const qsizetype start = m_position;
    while (!atEnd() && !isPdfSpace(m_bytes[m_position]) && !isPdfDelimiter(m_bytes[m_position]))
        ++m_position;
    if (atEnd() && !m_whole)
        m_ranOut = true;
    return m_position > start && !m_ranOut;
}

bool PdfLexer::keyword(QByteArrayView word)
{
    skipSpace();
    const qsizetype start = m_position;
    if (skipWord() && m_bytes.sliced(start, m_position - start) == word)
        return true;
    m_position = start;
    return false;
}

std::optional<std::uint64_t> PdfLexer::unsignedInteger()
{
    skipSpace();
    const qsizetype start = m_position;
    if (!skipWord())
        return std::nullopt;
    const QByteArrayView word = m_bytes.sliced(start, m_position - start);
    std::uint64_t number = 0;
    for (const char character : word) {
        if (!isDigit(character) || number > 100'000'000'000'000'000ULL)
            return std::nullopt;
        number = number * 10 + static_cast<std::uint64_t>(character - '0');
    }
    return number;
}

std::optional<PdfReference> PdfLexer::objectHeader()
{
    const auto number = unsignedInteger();
    if (!number || *number > mostPdfObjects)
        return std::nullopt;
    const auto generation = unsignedInteger();
    if (!generation || *generation > 65535 || !keyword("obj"))
        return std::nullopt;
    return PdfReference{static_cast<std::uint32_t>(*number), static_cast<std::uint16_t>(*generation)};
}

std::optional<QByteArrayView> PdfLexer::value()
{
    skipSpace();
    const qsizetype start = m_position;
    if (!skipValue(0) || m_ranOut)
        return std::nullopt;
    return m_bytes.sliced(start, m_position - start);
}

bool PdfLexer::skipValue(int depth)
{
    skipSpace();
    if (depth > deepest || !need())
        return false;
    switch (m_bytes[m_position]) {
    case '(':
        return skipLiteral();
    case '/':
        return skipName();
    case '[':
        return skipArray(depth);
    case '<':
        if (m_position + 1 >= m_bytes.size()) {
            m_ranOut = true;
            return false;
        }
        return m_bytes[m_position + 1] == '<' ? skipDictionary(depth) : skipHexadecimal();
    default:
        break;
    }
    const qsizetype start = m_position;
    if (!skipWord())
        return false;
    const QByteArrayView word = m_bytes.sliced(start, m_position - start);
    if (word == "true" || word == "false" || word == "null")
        return true;
    if (!pdfNumber(word))
        return false;
    if (isDigit(word.front()))
        skipRestOfReference();
    return true;
}

void PdfLexer::skipRestOfReference()
{
    const qsizetype before = m_position;
    skipSpace();
    if (atEnd() && !m_whole)
        m_ranOut = true;
    if (!atEnd() && isDigit(m_bytes[m_position]) && unsignedInteger() && keyword("R"))
        return;
    m_position = before;
}

bool PdfLexer::skipLiteral()
{
    int open = 0;
    while (need()) {
        const char character = m_bytes[m_position++];
        if (character == '\\')
            m_position += need() ? 1 : 0;
        else if (character == '(')
            ++open;
        else if (character == ')' && --open == 0)
            return true;
    }
    return false;
}

bool PdfLexer::skipHexadecimal()
{
    ++m_position;
    while (need()) {
        const char character = m_bytes[m_position++];
        if (character == '>')
            return true;
        if (!std::isxdigit(static_cast<unsigned char>(character)) && !isPdfSpace(character))
            return false;
    }
    return false;
}

bool PdfLexer::skipName()
{
    ++m_position;
    if (atEnd() || isPdfSpace(m_bytes[m_position]) || isPdfDelimiter(m_bytes[m_position]))
        return need();
    return skipWord();
}

bool PdfLexer::skipArray(int depth)
{
    ++m_position;
    for (;;) {
        skipSpace();
        if (!need())
            return false;
        if (m_bytes[m_position] == ']') {
            ++m_position;
            return true;
        }
        if (!skipValue(depth + 1))
            return false;
    }
}

bool PdfLexer::skipDictionary(int depth)
{
    m_position += 2;
    for (;;) {
        skipSpace();
        if (!need())
            return false;
        if (m_bytes.sliced(m_position).startsWith(">>")) {
            m_position += 2;
            return true;
        }
        if (m_bytes[m_position] != '/') {
            m_ranOut = m_ranOut || m_position + 1 >= m_bytes.size();
            return false;
        }
        if (!skipName() || !skipValue(depth + 1))
            return false;
    }
}

} // namespace shirushi::label
