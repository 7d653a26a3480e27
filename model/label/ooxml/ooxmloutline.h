// The elements of an XML part that an edit has to know, each with the bytes it stands at; and the edits
// themselves, which are collected as replacements of bytes and made at once. Plain values; any thread.
//
// How edits stay exactly reversible: an element that is wholly ours has a space before the > of its start tag
// and none in its end tag; one that was self-closing before we put something into it has a space before the >
// of its end tag. Both are invisible to every reader of XML.
#pragma once

#include "base/result.h"
#include "label/xml/xmlscanner.h"
#include "label/xml/xmltext.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace shirushi::label::ooxml {

inline constexpr std::size_t noElement = static_cast<std::size_t>(-1);

struct OutlineAttribute {
    std::string_view name; // as written, with its prefix
    std::string_view local;
    std::string_view uri; // namespace; empty for an attribute without prefix
    std::string_view value;
    std::size_t valueBegin = 0;
};

struct Element {
    std::string_view name; // as written, with its prefix
    std::string_view uri;
    std::size_t depth = 0;
    std::size_t parent = noElement; // nearest kept ancestor, as index into the outline
    std::size_t begin = 0;          // of its start tag
    std::size_t contentBegin = 0;   // behind its start tag
    std::size_t contentEnd = 0;     // of its end tag
    std::size_t end = 0;            // behind its end tag
    bool selfClosing = false;
    bool spacedStart = false;
    bool spacedEnd = false;
    std::vector<OutlineAttribute> attributes;

    std::string_view local() const { return localOf(name); }
    std::string_view prefix() const { return prefixOf(name); }
    /// The value as written; nothing if there is no such attribute. `uri` empty: one without prefix.
    std::optional<std::string_view> attribute(std::string_view local, std::string_view uri = {}) const;
    const OutlineAttribute *find(std::string_view local, std::string_view uri = {}) const;
    /// The prefix that this very tag binds to `namespaceUri`; nothing if it binds none.
    std::optional<QByteArray> prefixFor(std::string_view namespaceUri) const;
    /// The attribute's value as a text; empty if there is none.
    QString text(std::string_view attribute) const;
    /// `local` with this element's prefix, for a new element of the same namespace.
    QByteArray named(std::string_view local) const;
    /// Put by us as a whole.
    bool isOurs() const { return spacedStart && !spacedEnd && !selfClosing; }
};

/// Kept elements in document order; the root, always kept, is the first. The views point into the text.
using Outline = std::vector<Element>;

/// Asked at a start tag, with the index of the nearest kept ancestor: is the element kept?
using Keep = std::function<bool(const XmlScanner &, const Outline &, std::size_t)>;

/// Unsupported: not UTF-8. Damaged: not well-formed, or with a document type declaration.
[[nodiscard]] base::Result<Outline> outlineOf(const QByteArray &text, const Keep &keep,
                                              const QString &subject);

/// Every element down to `depth` (1: the root alone).
[[nodiscard]] base::Result<Outline> outlineOf(const QByteArray &text, std::size_t depth,
                                              const QString &subject);

/// Indexes of the kept elements whose nearest kept ancestor is `parent`.
std::vector<std::size_t> childrenOf(const Outline &outline, std::size_t parent);

class Edits
{
public:
    explicit Edits(const QByteArray &text) : m_text(text) {}

    void replace(std::size_t begin, std::size_t end, QByteArray with)
    {
        m_splices.replace(begin, end, std::move(with));
    }
    void insert(std::size_t at, QByteArray xml) { m_splices.insert(at, std::move(xml)); }
    /// As the last, or the first, thing in `element`.
    void append(const Element &element, const QByteArray &xml);
    void prepend(const Element &element, const QByteArray &xml);
    /// Takes `children` out of `parent`, which closes itself again if we had opened it.
    void remove(const Element &parent, const std::vector<const Element *> &children);

    bool isEmpty() const { return m_splices.isEmpty(); }
    QByteArray apply() const { return m_splices.apply(m_text); }

private:
    void open(const Element &element, const QByteArray &xml);

    const QByteArray &m_text;
    Splices m_splices;
};

} // namespace shirushi::label::ooxml
