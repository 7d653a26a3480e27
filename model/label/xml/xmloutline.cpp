#include "label/xml/xmloutline.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t deepestNesting = 4096;
constexpr std::size_t mostElements = 2'000'000;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool endsName(char c)
{
    return isSpace(c) || c == '>' || c == '/' || c == '=' || c == '<';
}

// Behind the '>' of the tag in which `from` stands; −1: there is none.
qsizetype tagEndIn(const QByteArray &text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '>')
            return i + 1;
        if (c == '<')
            return -1;
        if (c == '"' || c == '\'') {
            i = text.indexOf(c, i + 1);
            if (i < 0)
                return -1;
        }
    }
    return -1;
}

} // namespace

// One walk over the text. Each step either moves on or ends the walk.
class XmlOutline::Scan
{
public:
    Scan(XmlOutline &outline, int deepest) : m_outline(outline), m_text(outline.m_text), m_deepest(deepest) {}

    std::optional<ErrorCode> run()
    {
        if (!QUtf8StringView(m_text.constData(), m_text.size()).isValidUtf8() || m_text.contains('\0'))
            return m_text.startsWith("\xff\xfe") || m_text.startsWith("\xfe\xff") ? ErrorCode::Unsupported
                                                                                  : ErrorCode::Damaged;
        if (m_text.startsWith("\xef\xbb\xbf"))
            m_at = 3;
        if (const auto wrong = declaration())
            return wrong;
        while (m_at < m_text.size()) {
            if (const auto wrong = step())
                return wrong;
        }
        return m_open.empty() && !m_outline.m_elements.empty() ? std::nullopt : std::optional(ErrorCode::Damaged);
    }

private:
    struct Open {
        QByteArrayView name;
        int index; // −1: deeper than asked for
    };

    bool startsWith(QByteArrayView what) const { return QByteArrayView(m_text).sliced(m_at).startsWith(what); }

    std::optional<ErrorCode> declaration()
    {
        if (!startsWith("<?xml") || m_at + 5 >= m_text.size() || !isSpace(m_text[m_at + 5]))
            return std::nullopt;
        const qsizetype end = m_text.indexOf("?>", m_at);
        if (end < 0)
            return ErrorCode::Damaged;
        const QByteArray said = m_text.sliced(m_at, end - m_at).toLower();
        const qsizetype encoding = said.indexOf("encoding");
        const bool known = encoding < 0 || said.indexOf("utf-8", encoding) > 0 || said.indexOf("us-ascii", encoding) > 0;
        m_at = end + 2;
        return known ? std::nullopt : std::optional(ErrorCode::Unsupported);
    }

    std::optional<ErrorCode> step()
    {
        if (m_text[m_at] != '<')
            return characters();
        if (startsWith("<!--"))
            return comment();
        if (startsWith("<![CDATA["))
            return m_open.empty() ? std::optional(ErrorCode::Damaged) : skipTo("]]>", 9);
        if (startsWith("<!"))
            return ErrorCode::Unsupported;
        if (startsWith("<?"))
            return skipTo("?>", 2);
        return startsWith("</") ? endTag() : startTag();
    }

    std::optional<ErrorCode> characters()
    {
        qsizetype next = m_text.indexOf('<', m_at);
        if (next < 0)
            next = m_text.size();
        if (m_open.empty() && !std::all_of(m_text.constData() + m_at, m_text.constData() + next, isSpace))
            return ErrorCode::Damaged;
        m_at = next;
        return std::nullopt;
    }

    std::optional<ErrorCode> comment()
    {
        const qsizetype hyphens = m_text.indexOf("--", m_at + 4);
        if (hyphens < 0 || hyphens + 2 >= m_text.size() || m_text[hyphens + 2] != '>')
            return ErrorCode::Damaged;
        m_at = hyphens + 3;
        return std::nullopt;
    }

    std::optional<ErrorCode> skipTo(QByteArrayView end, qsizetype from)
    {
        const qsizetype found = m_text.indexOf(end, m_at + from);
        if (found < 0)
            return ErrorCode::Damaged;
        m_at = found + end.size();
        return std::nullopt;
    }

    QByteArrayView nameAt(qsizetype begin) const
    {
        qsizetype end = begin;
        while (end < m_text.size() && !endsName(m_text[end]))
            ++end;
        return QByteArrayView(m_text).sliced(begin, end - begin);
    }

    std::optional<ErrorCode> startTag()
    {
        const QByteArrayView name = nameAt(m_at + 1);
        const qsizetype end = tagEndIn(m_text, m_at + 1 + name.size());
        if (name.isEmpty() || end < 0 || (m_open.empty() && !m_outline.m_elements.empty()))
            return ErrorCode::Damaged;
        if (m_open.size() >= deepestNesting || m_outline.m_elements.size() >= mostElements)
            return ErrorCode::TooLarge;
        const bool selfClosing = m_text[end - 2] == '/';
        int index = -1;
        if (static_cast<int>(m_open.size()) <= m_deepest) {
            index = static_cast<int>(m_outline.m_elements.size());
            m_outline.m_elements.push_back({name, m_at, end, end, end, m_open.empty() ? -1 : m_open.back().index,
                                            static_cast<int>(m_open.size()), selfClosing});
        }
        if (!selfClosing)
            m_open.push_back({name, index});
        m_at = end;
        return std::nullopt;
    }

    std::optional<ErrorCode> endTag()
    {
        const QByteArrayView name = nameAt(m_at + 2);
        const qsizetype end = tagEndIn(m_text, m_at + 2 + name.size());
        if (m_open.empty() || m_open.back().name != name || end < 0)
            return ErrorCode::Damaged;
        if (m_open.back().index >= 0) {
            OutlineElement &element = m_outline.m_elements[static_cast<std::size_t>(m_open.back().index)];
            element.contentEnd = m_at;
            element.end = end;
        }
        m_open.pop_back();
        m_at = end;
        return std::nullopt;
    }

    XmlOutline &m_outline;
    const QByteArray &m_text;
    int m_deepest;
    qsizetype m_at = 0;
    std::vector<Open> m_open;
};

Result<XmlOutline> XmlOutline::read(const QByteArray &text, int deepest, const QString &subject)
{
    XmlOutline outline;
    outline.m_text = text;
    const auto wrong = Scan(outline, deepest).run();
    if (!wrong)
        return outline;
    if (*wrong == ErrorCode::Unsupported)
        return base::failure(*wrong, subject, QCoreApplication::translate("shirushi::label", "The file is written in a form that Shirushi does not change."));
    if (*wrong == ErrorCode::TooLarge)
        return base::failure(*wrong, subject, QCoreApplication::translate("shirushi::label", "The file holds more than may be unpacked safely."));
    return base::failure(*wrong, subject, QCoreApplication::translate("shirushi::label", "The file is damaged: a part of it cannot be read."));
}

std::vector<int> XmlOutline::children(int parent) const
{
    std::vector<int> found;
    for (int i = parent + 1; i < static_cast<int>(m_elements.size()) && at(i).depth > at(parent).depth; ++i) {
        if (at(i).parent == parent)
            found.push_back(i);
    }
    return found;
}

int XmlOutline::child(int parent, QByteArrayView name) const
{
    for (int i = parent + 1; i < static_cast<int>(m_elements.size()) && at(i).depth > at(parent).depth; ++i) {
        if (at(i).parent == parent && at(i).name == name)
            return i;
    }
    return -1;
}

QByteArrayView XmlOutline::content(const OutlineElement &element) const
{
    return QByteArrayView(m_text).sliced(element.tagEnd, element.contentEnd - element.tagEnd);
}

std::optional<QByteArrayView> XmlOutline::attribute(const OutlineElement &element, QByteArrayView name) const
{
    qsizetype i = element.begin + 1 + element.name.size();
    const qsizetype end = element.tagEnd - 1;
    while (i < end) {
        while (i < end && (isSpace(m_text[i]) || m_text[i] == '/'))
            ++i;
        const qsizetype nameBegin = i;
        while (i < end && !endsName(m_text[i]))
            ++i;
        const QByteArrayView found = QByteArrayView(m_text).sliced(nameBegin, i - nameBegin);
        while (i < end && isSpace(m_text[i]))
            ++i;
        if (i >= end || m_text[i] != '=')
            return std::nullopt;
        ++i;
        while (i < end && isSpace(m_text[i]))
            ++i;
        if (i >= end || (m_text[i] != '"' && m_text[i] != '\''))
            return std::nullopt;
        const qsizetype close = m_text.indexOf(m_text[i], i + 1);
        if (close < 0 || close >= end)
            return std::nullopt;
        if (found == name)
            return QByteArrayView(m_text).sliced(i + 1, close - i - 1);
        i = close + 1;
    }
    return std::nullopt;
}

QString XmlOutline::textOf(const OutlineElement &element) const
{
    QString all;
    qsizetype i = element.tagEnd;
    const QByteArrayView text(m_text);
    while (i < element.contentEnd) {
        if (m_text[i] != '<') {
            const qsizetype next = std::min(m_text.indexOf('<', i), element.contentEnd);
            all += xmlDecoded(text.sliced(i, next - i));
            i = next;
        } else if (text.sliced(i).startsWith("<!--")) {
            i = m_text.indexOf("-->", i + 4) + 3;
        } else if (text.sliced(i).startsWith("<![CDATA[")) {
            const qsizetype next = m_text.indexOf("]]>", i + 9);
            all += QString::fromUtf8(text.sliced(i + 9, next - i - 9));
            i = next + 3;
        } else if (text.sliced(i).startsWith("<?")) {
            i = m_text.indexOf("?>", i + 2) + 2;
        } else {
            qsizetype end = i + 1;
            while (!endsName(m_text[end]))
                ++end; // a tag ends in '>' at the latest
            const QByteArrayView name = text.sliced(i + 1, end - i - 1);
            if (name == "text:s" || name == "text:tab" || name == "text:line-break")
                all += u' ';
            i = tagEndIn(m_text, end);
        }
    }
    return all;
}

QByteArray XmlOutline::prefix(QByteArrayView uri, QByteArrayView usual) const
{
    const OutlineElement &top = root();
    const QByteArrayView tag = QByteArrayView(m_text).sliced(top.begin, top.tagEnd - top.begin);
    const QByteArray declared = "xmlns:" + usual.toByteArray();
    const QByteArray value = "=\"" + uri.toByteArray() + '"';
    if (attribute(top, declared) == uri)
        return usual.toByteArray();
    for (qsizetype i = tag.indexOf("xmlns:"); i >= 0; i = tag.indexOf("xmlns:", i + 6)) {
        qsizetype end = i + 6;
        while (end < tag.size() && !endsName(tag[end]))
            ++end;
        if (tag.sliced(end).startsWith(value))
            return tag.sliced(i + 6, end - i - 6).toByteArray();
    }
    return usual.toByteArray();
}

QString xmlDecoded(QByteArrayView raw)
{
    if (!raw.contains('&'))
        return QString::fromUtf8(raw);
    QByteArray plain;
    qsizetype i = 0;
    while (i < raw.size()) {
        const qsizetype end = raw[i] == '&' ? raw.first(std::min(raw.size(), i + 12)).indexOf(';', i) : -1;
        const QByteArray name = end < 0 ? QByteArray() : raw.sliced(i + 1, end - i - 1).toByteArray();
        if (name == "lt")
            plain += '<';
        else if (name == "gt")
            plain += '>';
        else if (name == "amp")
            plain += '&';
        else if (name == "quot")
            plain += '"';
        else if (name == "apos")
            plain += '\'';
        else if (name.startsWith('#')) {
            const uint code = name.startsWith("#x") ? name.sliced(2).toUInt(nullptr, 16) : name.sliced(1).toUInt();
            const char32_t character = code == 0 || code > QChar::LastValidCodePoint ? U' ' : char32_t(code);
            plain += QString::fromUcs4(&character, 1).toUtf8();
        } else {
            plain += raw[i++];
            continue;
        }
        i = end + 1;
    }
    return QString::fromUtf8(plain);
}

QByteArray xmlEscaped(const QString &text)
{
    QString clean = text;
    for (QChar &c : clean) {
        const bool allowed = c.unicode() >= 0x20 || c == u'\t' || c == u'\n';
        if (!allowed || c.unicode() == 0xfffe || c.unicode() == 0xffff)
            c = u' ';
    }
    return clean.toHtmlEscaped().toUtf8();
}

QByteArray Splices::apply(const QByteArray &text) const
{
    std::vector<Splice> sorted = m_list;
    std::ranges::stable_sort(sorted, {}, &Splice::at);
    QByteArray result;
    result.reserve(text.size() + 1024);
    qsizetype done = 0;
    for (const Splice &splice : sorted) {
        Q_ASSERT(splice.at >= done);
        result.append(QByteArrayView(text).sliced(done, splice.at - done));
        result += splice.bytes;
        done = splice.at + splice.length;
    }
    return result.append(QByteArrayView(text).sliced(done));
}

} // namespace shirushi::label
