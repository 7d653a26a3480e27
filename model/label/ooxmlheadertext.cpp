#include "label/ooxmlheadertext.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace shirushi::label::ooxml {

namespace {

constexpr qsizetype colourLength = 6; // &KRRGGBB or &KTTSNNN

bool isSectionCode(QChar code)
{
    return code == u'L' || code == u'C' || code == u'R';
}

// How many characters the code that starts with the & at `at` has.
qsizetype codeLength(const QString &header, qsizetype at)
{
    if (at + 1 >= header.size())
        return 1;
    const QChar code = header.at(at + 1);
    qsizetype end = at + 2;
    if (code == u'"') {
        const qsizetype quote = header.indexOf(u'"', end);
        end = quote < 0 ? header.size() : quote + 1;
    } else if (code == u'K') {
        end = std::min(end + colourLength, header.size());
    } else if (code.isDigit()) {
        while (end < header.size() && header.at(end).isDigit())
            ++end;
    }
    return end - at;
}

struct Section {
    QChar code;
    qsizetype codeBegin = 0; // of its &
    qsizetype begin = 0;     // of its text
    qsizetype end = 0;
};

std::vector<Section> sectionsOf(const QString &header)
{
    // What stands before the first code is in the centre.
    std::vector<Section> sections{{u'C', 0, 0, header.size()}};
    for (qsizetype at = header.indexOf(u'&'); at >= 0 && at < header.size();) {
        const qsizetype length = codeLength(header, at);
        if (length == 2 && isSectionCode(header.at(at + 1))) {
            sections.back().end = at;
            sections.push_back({header.at(at + 1), at, at + 2, header.size()});
        }
        at = header.indexOf(u'&', at + length);
    }
    return sections;
}

// What a reader sees of the header from `begin` to `end`, without format codes.
QString visible(const QString &header, qsizetype begin, qsizetype end)
{
    QString text;
    for (qsizetype at = begin; at < end;) {
        if (header.at(at) != u'&') {
            text += header.at(at++);
            continue;
        }
        const qsizetype length = codeLength(header, at);
        if (length == 2 && header.at(at + 1) == u'&')
            text += u'&';
        at += length;
    }
    return text.trimmed();
}

QString applied(QString header, const HeaderEdit &edit)
{
    return header.replace(edit.begin, edit.end - edit.begin, edit.with);
}

HeaderEdit removal(const Section &section, qsizetype lineEnd)
{
    const bool more = lineEnd < section.end;
    return {more ? section.begin : section.codeBegin, more ? lineEnd + 1 : section.end, {}};
}

} // namespace

std::optional<HeaderEdit> headerMarkInsertion(const QString &header, const QString &mark)
{
    QString text = mark;
    text.replace(u'\n', u' ').replace(u'&', QStringLiteral("&&"));
    text.prepend(QString::fromUtf16(headerToken));
    const auto sections = sectionsOf(header);
    const auto right = std::find_if(sections.begin(), sections.end(),
                                    [](const Section &section) { return section.code == u'R'; });
    const bool there = right != sections.end();
    const HeaderEdit edit = there ? HeaderEdit{right->begin, right->begin, text + u'\n'}
                                  : HeaderEdit{header.size(), header.size(), QStringLiteral("&R") + text};
    const QString marked = applied(header, edit);
    const auto back = headerMarkRemoval(marked, {});
    if (marked.size() > longestHeader || !back || applied(marked, *back) != header)
        return std::nullopt;
    return edit;
}

std::optional<HeaderEdit> headerMarkRemoval(const QString &header, const QStringList &former)
{
    for (const Section &section : sectionsOf(header)) {
        if (section.code != u'R')
            continue;
        const qsizetype newline = header.indexOf(u'\n', section.begin);
        const qsizetype lineEnd = newline < 0 ? section.end : std::min(newline, section.end);
        const QString line = visible(header, section.begin, lineEnd);
        const bool ours = QStringView(header).mid(section.begin).startsWith(QStringView(headerToken)) ||
                          (!line.isEmpty() && former.contains(line));
        if (ours)
            return removal(section, lineEnd);
    }
    return std::nullopt;
}

} // namespace shirushi::label::ooxml
