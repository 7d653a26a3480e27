// XmlWalk: an XML part read from front to back, element by element, with the names of those that are open. For
// finders, which look at parts of any size once and keep little of them. One thread.
#pragma once

#include "label/xml/xmlscanner.h"
#include "label/xml/xmltext.h"

#include <QDeadlineTimer>

namespace shirushi::label {

struct WalkedElement {
    std::string_view local;
    std::string_view uri;
};

class XmlVisitor
{
public:
    virtual ~XmlVisitor() = default;
    /// element() is the one that begins, ends, or has the text.
    virtual void start() {}
    virtual void end() {}
    virtual void text(const QString &) {}

protected:
    const WalkedElement &element() const { return m_open.back(); }
    std::string_view local() const { return element().local; }
    bool isIn(std::string_view local) const;
    /// The name of the element around this one, `levels` up; empty: there is none.
    std::string_view parent(std::size_t levels = 1) const;
    /// Of the element; of the root 1.
    std::size_t depth() const { return m_open.size(); }
    bool isRoot() const { return depth() == 1; }
    /// In start(): the attribute with that local name, of whatever namespace; empty where there is none.
    QString attribute(std::string_view local) const;
    /// The same of an attribute that is written with a prefix.
    QString prefixedAttribute(std::string_view local) const;
    bool hasAttribute(std::string_view local) const { return find(local) != nullptr; }
    /// In start(): 1, true, on.
    bool isSwitchedOn(std::string_view local) const;

private:
    friend bool walkXml(const QByteArray &, XmlVisitor &, const QDeadlineTimer &);
    const ScannedAttribute *find(std::string_view local) const;

    std::vector<WalkedElement> m_open;
    const std::vector<ScannedAttribute> *m_attributes = nullptr;
};

/// False where `xml` cannot be read to its end: not UTF-8, not well-formed, with a document type, out of time.
bool walkXml(const QByteArray &xml, XmlVisitor &visitor, const QDeadlineTimer &deadline);

/// The root's name; empty where there is none.
WalkedElement rootOf(const QByteArray &xml);

} // namespace shirushi::label
