// Where the finders put what they find, and what each of them is called. One object, one thread.
#pragma once

#include "label/hidden/hidden.h"
#include "label/zip/zip.h"
#include "platform/filesource.h"

#include <QDeadlineTimer>

#include <functional>

namespace shirushi::label {

/// `text` on one line, at most `longest` characters, without control characters.
QString hiddenExcerpt(const QString &text, qsizetype longest = 120);

class HiddenFindings
{
public:
    static constexpr std::size_t mostOfAKind = 200;

    /// Text of any length; the excerpt is made here.
    void add(HiddenKind kind, const QString &where, const QString &text = {}, Certainty certainty = Certainty::Sure);
    /// A part, or all, that could not be looked into, and why.
    void addUnseen(const QString &where, const QString &why) { add(HiddenKind::NotLookedInto, where, why); }

    HiddenReport report(const QString &format);

    /// How long all finders of one file may take together: 8 s.
    const QDeadlineTimer &deadline() const { return m_deadline; }

private:
    QDeadlineTimer m_deadline{8000};
    std::vector<HiddenFinding> m_findings;
    std::map<HiddenKind, std::size_t> m_counts;
};

/// Bytes that are read where they are needed: a file, or a part of another.
struct HiddenBytes {
    std::uint64_t size = 0;
    /// Up to `length` bytes from `offset`; fewer where there are no more, or they cannot be read.
    std::function<QByteArray(std::uint64_t offset, std::uint64_t length)> at;

    static HiddenBytes of(const platform::FileSource &source);
    static HiddenBytes of(const QByteArray &bytes);
};

/// jpeg png tiff webp; empty: none of these.
QString imageFormatOf(const HiddenBytes &bytes);
/// What a picture says about place, device and people. `where` is said with each finding; empty for a file.
void findInImage(const HiddenBytes &bytes, const QString &where, HiddenFindings &findings);
/// What an XMP packet says; `where` as above.
void findInXmp(const QByteArray &packet, const QString &where, HiddenFindings &findings);

void findInOoxml(const ZipReader &zip, HiddenFindings &findings);
void findInOdf(const ZipReader &zip, HiddenFindings &findings);
void findInPdf(const platform::FileSource &source, HiddenFindings &findings);

} // namespace shirushi::label
