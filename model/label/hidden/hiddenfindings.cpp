#include "label/hidden/hiddenfindings.h"

#include <algorithm>

namespace shirushi::label {

QString hiddenExcerpt(const QString &text, qsizetype longest)
{
    // Long texts are cut before anything else is done to them: the rest is never shown.
    QString line = text.left(longest * 8);
    for (QChar &character : line) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
            character = u' ';
    }
    line = line.simplified();
    if (line.size() <= longest)
        return line;
    qsizetype cut = longest - 1;
    if (line.at(cut - 1).isHighSurrogate())
        --cut;
    return line.left(cut) + u'…';
}

void HiddenFindings::add(HiddenKind kind, const QString &where, const QString &text, Certainty certainty)
{
    HiddenFinding finding{kind, hiddenExcerpt(where), hiddenExcerpt(text), certainty};
    // The same is often said twice: an author in a PDF's information and in its XMP.
    std::size_t &count = m_counts[kind];
    if (count <= mostOfAKind && std::find(m_findings.begin(), m_findings.end(), finding) != m_findings.end())
        return;
    if (++count <= mostOfAKind)
        m_findings.push_back(std::move(finding));
}

HiddenReport HiddenFindings::report(const QString &format)
{
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const HiddenFinding &one, const HiddenFinding &other) { return one.kind < other.kind; });
    return {format, std::move(m_findings), std::move(m_counts)};
}

HiddenBytes HiddenBytes::of(const platform::FileSource &source)
{
    return {source.size(), [&source](std::uint64_t offset, std::uint64_t length) {
                if (offset >= source.size())
                    return QByteArray();
                return source.bytes(offset, std::min(length, source.size() - offset)).value_or(QByteArray());
            }};
}

HiddenBytes HiddenBytes::of(const QByteArray &bytes)
{
    return {static_cast<std::uint64_t>(bytes.size()), [&bytes](std::uint64_t offset, std::uint64_t length) {
                const auto size = static_cast<std::uint64_t>(bytes.size());
                if (offset >= size)
                    return QByteArray();
                return bytes.mid(static_cast<qsizetype>(offset), static_cast<qsizetype>(std::min(length, size - offset)));
            }};
}

} // namespace shirushi::label
