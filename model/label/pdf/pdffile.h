// PdfFile: a PDF as its cross-reference sections describe it, read without ever repairing anything. Sections
// are read as they are needed, newest first, so that looking at the catalog of a large file is cheap.
// Everything is bounded: sections, entries, nesting, the bytes of a value or an object stream, and time
// (TooLarge). One thread.
#pragma once

#include "label/pdf/pdfxref.h"

#include <QDeadlineTimer>

#include <map>
#include <optional>
#include <set>

namespace shirushi::label {

/// How long one operation on one file may take, from now on: 6 s.
inline QDeadlineTimer pdfDeadline()
{
    return QDeadlineTimer(6000);
}

class PdfFile
{
public:
    /// Reads the last section. Damaged: no "startxref" in the last 1024 bytes, or it leads to no section.
    [[nodiscard]] static base::Result<PdfFile> open(PdfInput input, QDeadlineTimer deadline = pdfDeadline());

    const PdfInput &input() const { return m_input; }
    QString subject() const { return m_input.subject(); }
    /// What "startxref" says, from the header on.
    std::uint64_t startxref() const { return m_startxref; }
    const PdfSection &newestSection() const { return m_sections.front(); }
    const PdfDictionary &trailer() const { return newestSection().trailer; }
    /// How often the file was saved by adding to its end, the first time counted: sections in the chain of their Prev
    /// entries. After loadAll().
    std::size_t savings() const;
    bool isEncrypted() const { return trailer().contains("Encrypt"); }

    /// All sections; Damaged for a loop or a section that cannot be read.
    [[nodiscard]] base::Result<void> loadAll();
    /// The first object number behind all that the sections have, whatever their Size says. After loadAll().
    std::uint32_t firstUnusedNumber() const;
    /// After loadAll(): every object that is not in an object stream starts where its entry says.
    [[nodiscard]] base::Result<void> checkEntries() const;

    /// The object, or "null" if it is free, missing or of another generation.
    [[nodiscard]] base::Result<PdfObject> object(PdfReference reference);
    /// `raw` itself, or what it refers to (through at most 16 references).
    [[nodiscard]] base::Result<QByteArray> resolved(QByteArray raw);
    /// The dictionary that `raw` is or refers to; nothing for any other value.
    [[nodiscard]] base::Result<std::optional<PdfDictionary>> dictionary(const QByteArray &raw);
    /// The data of the stream that `reference` names, at most `limit` bytes.
    [[nodiscard]] base::Result<QByteArray> streamData(const PdfObject &object, std::uint64_t limit);

    /// The catalog and where it is. Damaged: there is none.
    [[nodiscard]] base::Result<PdfDictionary> catalog();
    std::optional<PdfReference> catalogReference() const { return pdfReference(trailer().value("Root")); }

    /// TooLarge once the time is up; for loops of others over this file.
    [[nodiscard]] base::Result<void> checkTime() const;
    QDeadlineTimer deadline() const { return m_deadline; }

private:
    PdfFile(PdfInput input, QDeadlineTimer deadline) : m_input(std::move(input)), m_deadline(deadline) {}
    base::Result<bool> loadNextSection();
    base::Result<std::optional<PdfEntry>> entryOf(std::uint32_t number);
    base::Result<PdfObject> packedObject(const PdfEntry &entry);
    PdfLengthLookup lengthLookup();

    struct ObjectStream {
        QByteArray data;
        qsizetype first = 0;
        std::vector<std::pair<std::uint64_t, std::uint64_t>> index; // number, offset from first
    };
    base::Result<const ObjectStream *> objectStream(std::uint32_t number);

    PdfInput m_input;
    QDeadlineTimer m_deadline;
    std::uint64_t m_startxref = 0;
    std::vector<PdfSection> m_sections; // newest first
    std::vector<std::uint64_t> m_ahead; // sections to be read next, the last one first
    std::set<std::uint64_t> m_seen;     // their offsets
    std::map<std::uint32_t, ObjectStream> m_objectStreams;
    std::uint64_t m_objectStreamBytes = 0;
    int m_depth = 0; // of objects that need other objects to be read
};

} // namespace shirushi::label
