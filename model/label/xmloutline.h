// XmlOutline: where the elements of an XML text stand, byte by byte, so that a part of a package can be changed
// by splicing and everything else stays as it was. Splices: such changes, collected and made at once.
//
// It reads UTF-8 without a document type declaration (so no entities but XML's own five), checks nesting, and
// keeps only elements down to a depth. Values; each belongs to one thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace shirushi::label {

struct OutlineElement {
    QByteArrayView name;      // with its prefix
    qsizetype begin = 0;      // of the start tag
    qsizetype tagEnd = 0;     // behind the start tag
    qsizetype contentEnd = 0; // where the end tag begins; as tagEnd for <x/>
    qsizetype end = 0;        // behind the end tag
    int parent = -1;          // in elements(); the root has none
    int depth = 0;            // the root has 0
    bool selfClosing = false;
};

class XmlOutline
{
public:
    /// Damaged: not well-formed. Unsupported: another encoding, a document type declaration. TooLarge: nested
    /// or parted beyond all reason.
    [[nodiscard]] static base::Result<XmlOutline> read(const QByteArray &text, int deepest, const QString &subject);

    /// In the order of their start tags. Never empty.
    const std::vector<OutlineElement> &elements() const { return m_elements; }
    const OutlineElement &root() const { return m_elements.front(); }
    const OutlineElement &at(int index) const { return m_elements[static_cast<std::size_t>(index)]; }
    std::vector<int> children(int parent) const;
    /// The first element called `name` under the root, or under `parent`; −1: none.
    int child(int parent, QByteArrayView name) const;

    /// The value as it stands between its quotes; a view into the text.
    std::optional<QByteArrayView> attribute(const OutlineElement &element, QByteArrayView name) const;
    qsizetype offsetOf(QByteArrayView view) const { return view.data() - m_text.constData(); }
    QByteArrayView content(const OutlineElement &element) const;
    /// All character data inside `element`, however deep, decoded.
    QString textOf(const OutlineElement &element) const;

    /// The prefix the root binds to `uri`; `usual` if it binds none.
    QByteArray prefix(QByteArrayView uri, QByteArrayView usual) const;
    const QByteArray &text() const { return m_text; }

private:
    class Scan;
    QByteArray m_text;
    std::vector<OutlineElement> m_elements;
};

/// Entities and character references resolved; what cannot be is left as it stands.
QString xmlDecoded(QByteArrayView raw);
/// For character data and attribute values; characters that XML does not allow become spaces.
QByteArray xmlEscaped(const QString &text);

class Splices
{
public:
    void insert(qsizetype at, QByteArray bytes) { m_list.push_back({at, 0, std::move(bytes)}); }
    void replace(qsizetype at, qsizetype length, QByteArray bytes) { m_list.push_back({at, length, std::move(bytes)}); }
    void remove(qsizetype begin, qsizetype end) { m_list.push_back({begin, end - begin, {}}); }
    bool isEmpty() const { return m_list.empty(); }

    /// `text` with all of them; two at one place in the order they were given. They must not overlap.
    QByteArray apply(const QByteArray &text) const;

private:
    struct Splice {
        qsizetype at;
        qsizetype length;
        QByteArray bytes;
    };
    std::vector<Splice> m_list;
};

} // namespace shirushi::label
