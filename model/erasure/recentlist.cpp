#include "erasure/recentlist.h"

#include "platform/replacement.h"

#include <QCoreApplication>

#include <algorithm>
#include <unistd.h>

namespace shirushi::erasure {

using base::ErrorCode;

namespace {

constexpr int mostTries = 8;

std::unexpected<base::Error> notUnderstood()
{
    return base::failure(ErrorCode::Damaged, {}, QCoreApplication::translate("shirushi::erasure", "The list of recently used files is not well formed. It stays as it is."));
}

bool isBlank(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

// One tag, without its brackets: <bookmark href="…"> is bookmark href="…".
struct Tag {
    QByteArray name;
    QByteArray rest; // its attributes
    bool isEnd = false;
    bool isEmpty = false; // <x/>
};

std::optional<QByteArray> attribute(const Tag &tag, QByteArrayView wanted)
{
    for (qsizetype at = 0; at < tag.rest.size();) {
        const qsizetype equals = tag.rest.indexOf('=', at);
        if (equals < 0)
            break;
        const QByteArray name = tag.rest.mid(at, equals - at).trimmed();
        qsizetype open = equals + 1;
        while (open < tag.rest.size() && isBlank(tag.rest[open]))
            ++open;
        const qsizetype close = open < tag.rest.size() ? tag.rest.indexOf(tag.rest[open], open + 1) : -1;
        if (close < 0 || (tag.rest[open] != '"' && tag.rest[open] != '\''))
            break;
        if (name == wanted)
            return unescaped(tag.rest.mid(open + 1, close - open - 1));
        at = close + 1;
    }
    return std::nullopt;
}

// As much of XML as such a list has; anything else is not understood.
class Reader
{
public:
    explicit Reader(const QByteArray &list) : m_list(list) {}

    base::Result<std::vector<RecentEntry>> read()
    {
        if (m_list.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        for (qsizetype open = m_list.indexOf('<', m_at); open >= 0; open = m_list.indexOf('<', m_at)) {
            m_at = open;
            if (!(isAt("<?") ? instruction() : isAt("<!--") ? skip("-->", 4) : isAt("<![CDATA[") ? skip("]]>", 9) : isAt("<!") ? doctype() : tag()))
                return notUnderstood();
        }
        if (!m_open.empty() || !m_hasRoot)
            return notUnderstood();
        return std::move(m_entries);
    }

private:
    bool isAt(QByteArrayView text) const { return QByteArrayView(m_list).sliced(m_at).startsWith(text); }

    bool skip(const char *end, qsizetype from)
    {
        const qsizetype found = m_list.indexOf(end, m_at + from);
        m_at = found + static_cast<qsizetype>(qstrlen(end));
        return found >= 0;
    }

    bool instruction()
    {
        const qsizetype from = m_at;
        if (!skip("?>", 2))
            return false;
        const QByteArray text = m_list.mid(from, m_at - from).toLower();
        return !text.startsWith("<?xml ") || !text.contains("encoding") || text.contains("utf-8") || text.contains("us-ascii");
    }

    // One with declarations of its own could give words another meaning.
    bool doctype()
    {
        const qsizetype from = m_at;
        return skip(">", 2) && !m_list.mid(from, m_at - from).contains('[');
    }

    bool tag()
    {
        const qsizetype from = m_at;
        char quote = 0;
        for (++m_at; m_at < m_list.size(); ++m_at) {
            const char character = m_list[m_at];
            if (quote ? character == quote : character == '"' || character == '\'')
                quote = quote ? 0 : character;
            else if (!quote && (character == '>' || character == '<'))
                break;
        }
        if (m_at >= m_list.size() || m_list[m_at] != '>')
            return false;
        QByteArray text = m_list.mid(from + 1, m_at - from - 1);
        ++m_at;
        Tag tag;
        tag.isEnd = text.startsWith('/');
        tag.isEmpty = !tag.isEnd && text.endsWith('/');
        text = tag.isEnd ? text.mid(1) : tag.isEmpty ? text.chopped(1) : text;
        const auto blank = std::find_if(text.cbegin(), text.cend(), isBlank);
        tag.name = text.left(blank - text.cbegin());
        tag.rest = text.mid(tag.name.size());
        return !tag.name.isEmpty() && take(tag, from);
    }

    bool take(const Tag &tag, qsizetype from)
    {
        if (tag.isEnd) {
            if (m_open.empty() || m_open.back() != tag.name)
                return false;
            m_open.pop_back();
            if (m_open.size() == m_depth && tag.name == "bookmark")
                end();
            return true;
        }
        if (m_open.empty() && (m_hasRoot || tag.name != "xbel"))
            return false;
        m_hasRoot = true;
        const bool begins = tag.name == "bookmark" && m_depth == none;
        if (begins) {
            const auto address = attribute(tag, "href");
            const auto file = address ? fileFromAddress(*address) : std::nullopt;
            m_depth = m_open.size();
            m_entries.push_back({file.value_or(base::Path()), withBlanksBefore(from), 0});
        }
        if (!tag.isEmpty)
            m_open.push_back(tag.name);
        else if (begins)
            end();
        return true;
    }

    void end()
    {
        m_entries.back().to = m_at;
        m_depth = none;
    }

    // To the end of the line before.
    qsizetype withBlanksBefore(qsizetype from) const
    {
        qsizetype at = from;
        while (at > 0 && (m_list[at - 1] == ' ' || m_list[at - 1] == '\t'))
            --at;
        if (at == 0 || m_list[at - 1] != '\n')
            return from;
        return at > 1 && m_list[at - 2] == '\r' ? at - 2 : at - 1;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    const QByteArray &m_list;
    qsizetype m_at = 0;
    bool m_hasRoot = false;
    std::vector<QByteArray> m_open;
    std::size_t m_depth = none; // of the bookmark that is open
    std::vector<RecentEntry> m_entries;
};

// One try; Changed where somebody else was faster.
base::Result<bool> forgetOnce(const base::Path &list, const base::Path &file)
{
    const auto source = platform::FileSource::open(list);
    if (!source)
        return source.error().code == ErrorCode::NotFound ? base::Result<bool>(false) : std::unexpected(source.error());
    const auto bytes = source->all(longestList);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto entries = recentEntries(*bytes);
    if (!entries) {
        base::Error error = entries.error();
        error.subject = base::toDisplay(list);
        return std::unexpected(error);
    }
    QByteArray rest;
    qsizetype at = 0;
    for (const RecentEntry &entry : *entries) {
        if (!isNameOf(entry.file, file))
            continue;
        rest += QByteArrayView(*bytes).sliced(at, entry.from - at);
        at = entry.to;
    }
    if (at == 0)
        return false;
    rest += QByteArrayView(*bytes).sliced(at);
    auto replacement = platform::Replacement::of(*source);
    if (!replacement)
        return std::unexpected(replacement.error());
    const auto written = replacement->write(rest);
    const auto placed = written ? replacement->commit() : written;
    return placed ? base::Result<bool>(true) : std::unexpected(placed.error());
}

} // namespace

base::Result<std::vector<RecentEntry>> recentEntries(const QByteArray &list)
{
    return Reader(list).read();
}

base::Result<bool> forget(const base::Path &list, const base::Path &file)
{
    platform::removeStaleTemporaries(list.parent_path()); // of a try that was killed
    auto done = forgetOnce(list, file);
    for (int tries = 1; tries < mostTries && !done && done.error().code == ErrorCode::Changed; ++tries) {
        ::usleep(20'000);
        done = forgetOnce(list, file);
    }
    return done;
}

std::optional<base::Path> fileFromAddress(const QByteArray &address)
{
    if (!address.startsWith("file:"))
        return std::nullopt;
    QByteArray path = address.mid(5);
    if (path.startsWith("//"))
        path = path.mid(path.startsWith("//localhost/") ? 11 : 2);
    path = QByteArray::fromPercentEncoding(path);
    if (!path.startsWith('/') || path.contains('\0'))
        return std::nullopt;
    return base::Path(path.toStdString());
}

std::optional<QByteArray> unescaped(const QByteArray &text)
{
    static constexpr std::pair<const char *, char> known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    QByteArray plain;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype open = text.indexOf('&', at);
        plain += text.mid(at, open < 0 ? -1 : open - at);
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(';', open);
        if (close < 0)
            return std::nullopt;
        const QByteArray name = text.mid(open + 1, close - open - 1);
        const auto *found = std::ranges::find_if(known, [&](const auto &one) { return name == one.first; });
        if (found != std::end(known)) {
            plain += found->second;
        } else if (name.startsWith('#')) {
            bool isNumber = false;
            const uint number = name.startsWith("#x") ? name.mid(2).toUInt(&isNumber, 16) : name.mid(1).toUInt(&isNumber);
            if (!isNumber || number == 0 || number > 0x10FFFF)
                return std::nullopt;
            const char32_t character = number;
            plain += QString::fromUcs4(&character, 1).toUtf8();
        } else {
            return std::nullopt;
        }
        at = close + 1;
    }
    return plain;
}

bool isNameOf(const base::Path &named, const base::Path &file)
{
    if (named == file)
        return true;
    if (named.filename() != file.filename())
        return false;
    std::error_code problem;
    const base::Path folder = std::filesystem::canonical(named.parent_path(), problem);
    return !problem && folder == file.parent_path();
}

} // namespace shirushi::erasure
