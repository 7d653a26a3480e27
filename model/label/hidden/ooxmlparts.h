// The parts of an Office package as the finders need them: which kind each is, by its root element, what it is called
// for a person, and what its relationships lead to. Read-only once made; one thread.
#pragma once

#include "label/hidden/hiddenfindings.h"

#include <map>
#include <set>

namespace shirushi::label::hiddenooxml {

enum class Vocabulary { Word, Sheet, Slide, Other };
Vocabulary vocabularyOf(std::string_view uri);

struct Link {
    std::string owner; // the part whose relationship it is; empty: the package
    QString id;
    QString kind;      // last part of its type
    QString target;    // as written, where it leads outside
    std::string part;  // where it stays inside
    bool isOutside = false;
};

struct Part {
    const ZipEntry *entry = nullptr;
    std::string root; // local name of the root element; empty: no XML
    Vocabulary vocabulary = Vocabulary::Other;
};

class Parts
{
public:
    Parts(const ZipReader &zip, HiddenFindings &findings);

    const std::vector<Part> &all() const { return m_parts; }
    const std::vector<Link> &links() const { return m_links; }
    /// Nothing, and told as not looked into, where it cannot be read or is too large.
    std::optional<QByteArray> content(const Part &part) const;
    /// Where the link `id` of `owner` leads; empty: nowhere inside.
    std::string linked(const std::string &owner, const QString &id) const;

    /// What a person calls the part ("Slide 3"), else its name; of a part that belongs to another, that one's.
    QString placeOf(const std::string &part) const;
    void setPlace(const std::string &part, const QString &place) { m_places[part] = place; }

private:
    void readLinks(const Part &part);

    const ZipReader &m_zip;
    HiddenFindings &m_findings;
    std::vector<Part> m_parts;
    std::vector<Link> m_links;
    std::map<std::string, std::string> m_owners; // of parts that a slide or sheet leads to
    std::map<std::string, QString> m_places;
};

/// Word's part: body, headers, notes, comments, styles (whose hidden ones are remembered), settings.
class WordFinder
{
public:
    explicit WordFinder(HiddenFindings &findings) : m_findings(findings) {}
    bool look(const QByteArray &xml, const QString &place, const QDeadlineTimer &deadline);

private:
    HiddenFindings &m_findings;
    std::set<QString> m_hiddenStyles;
};

/// Excel's: the shared texts first, then sheets and comments.
class SheetFinder
{
public:
    explicit SheetFinder(HiddenFindings &findings) : m_findings(findings) {}
    bool look(const QByteArray &xml, const QString &place, const QDeadlineTimer &deadline);

private:
    HiddenFindings &m_findings;
    std::vector<QString> m_texts;
};

/// The slide's size from the presentation first, then slides, notes, comments.
class SlideFinder
{
public:
    explicit SlideFinder(HiddenFindings &findings) : m_findings(findings) {}
    bool look(const QByteArray &xml, const QString &place, const QDeadlineTimer &deadline);

private:
    HiddenFindings &m_findings;
    qint64 m_width = 0;
    qint64 m_height = 0;
};

/// Author, company and the like; what our own label wrote is no finding. The custom properties first.
class PropertyFinder
{
public:
    explicit PropertyFinder(HiddenFindings &findings) : m_findings(findings) {}
    bool look(const QByteArray &xml, const QDeadlineTimer &deadline);

private:
    HiddenFindings &m_findings;
    QString m_classText;
};

} // namespace shirushi::label::hiddenooxml
