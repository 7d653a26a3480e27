// Text in XML: how it is written between tags and quotes, and what it means; and changes to XML text, collected
// and made at once. Pure functions and values; any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace shirushi::label {

inline bool isXmlSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// True if every & begins a reference to one of XML's own five entities or to a character that XML allows.
bool hasOnlyKnownReferences(std::string_view raw);

/// As it stands between tags, or between quotes of either kind; characters that XML cannot hold, or would not
/// give back (a carriage return), become spaces.
QByteArray escapedXml(const QString &text);

/// What `raw` means: references resolved; one that cannot be becomes U+FFFD.
QString unescapedXml(std::string_view raw);

/// All text inside `raw`, a piece of well-formed XML that may have tags, comments and CDATA sections in it.
/// A start tag of an element called one of `spaces` stands for a space.
QString textInXml(std::string_view raw, std::span<const std::string_view> spaces = {});

std::string_view viewOf(const QByteArray &text);
QByteArray bytesOf(std::string_view text);

/// Changes to be made to one text, each at bytes of its own.
class Splices
{
public:
    void replace(std::size_t begin, std::size_t end, QByteArray with) { m_list.push_back({begin, end, std::move(with)}); }
    void insert(std::size_t at, QByteArray bytes) { replace(at, at, std::move(bytes)); }
    void remove(std::size_t begin, std::size_t end) { replace(begin, end, {}); }
    bool isEmpty() const { return m_list.empty(); }

    /// `text` with all of them; two at one place in the order they were given. What lies in a piece that is
    /// already gone is passed over.
    QByteArray apply(const QByteArray &text) const;

private:
    struct Splice {
        std::size_t begin = 0;
        std::size_t end = 0;
        QByteArray with;
    };
    std::vector<Splice> m_list;
};

} // namespace shirushi::label
