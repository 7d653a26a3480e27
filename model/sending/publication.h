// PublicationDesk: publishes 公表 as one person who is signed in: asks the rules, wants the approval that they want,
// shows hidden data before anything is recorded, records the file's hash as it was acquired and as it goes out (豊前
// 第2章2(2)⑨(イ)), and tells later whether a copy is still the same. Putting the file where it is read is the person's.
//
// As the ledger: one thread at a time.
#pragma once

#include "sending/sendingdesk.h"

#include "label/hidden/hidden.h"

namespace shirushi::sending {

/// What a person publishes.
struct Publication {
    std::vector<base::Path> files;
    QString place;                               // where it is read: an address, the name of a bulletin
    QString channel = QStringLiteral("web-form"); // of channels(); sns for social media
    QStringList given{};                         // facts stated
    QString purpose{};
    QString basis{};
    QString sanitised{};        // how it was sanitised (無害化), where the rules want that
    bool acceptsHidden = false; // the findings were seen, and it may go as it is
    QStringList seen{};         // SHA-256 of the files whose findings were seen; empty: whatever they are now
};

/// The file as it was received or first labelled, as the ledger has it.
struct Acquisition {
    std::int64_t seq = 0;
    QDateTime at;
    QString sha256;
};

struct PublishedFile {
    base::Path path;
    label::HiddenReport hidden;
    std::optional<Acquisition> acquired; // nothing: the ledger has no record of this content
    QString sha256;                      // now
    QString id;                          // of the record; empty: nothing was recorded
};

/// What came of an order. Where there are findings that were not accepted, nothing was recorded.
struct Published {
    Answer answer;
    std::vector<PublishedFile> files;
    QString request; // whose approval was used; empty: none was needed
    bool isRecorded = false;
    bool hasFindings() const;
};

/// A publication as the ledger knows it, and what later comparisons said.
struct PublicationRecord {
    QString id;
    std::int64_t seq = 0;
    QDateTime at;
    QString by;
    QString file;
    QString place;
    QString contentHash;
    QString sha256;
    std::map<QString, int> hidden; // word of the kind → how many
    QString acquired;              // SHA-256 as it was acquired; empty: the ledger did not know
    QDateTime comparedAt;          // invalid: never
    QString compared;              // word of the newest comparison
};

enum class Comparison {
    Same,      // every byte
    OnlyLabel, // the content is the same; label or marks differ
    Differs,
};
/// same only-label differs
QString wordFor(Comparison comparison);

struct Compared {
    PublicationRecord record;
    Comparison result = Comparison::Differs;
};

class PublicationDesk
{
public:
    explicit PublicationDesk(SendingParts parts) : m_parts(std::move(parts)) {}

    /// What publish() would look at, without a record, and whatever is still to be said. Errors as there.
    [[nodiscard]] base::Result<Published> look(const Publication &publication);
    /// Forbidden by the rules or for want of an approval; InvalidInput: no file, no place (a plain line of at most 400
    /// characters), a channel that is none, what checkOrder() wants said. Changed: a file is not the one that was seen.
    /// The label of each file must be there and believable.
    [[nodiscard]] base::Result<Published> publish(const Publication &publication);

    /// In the order in which they were recorded.
    [[nodiscard]] base::Result<std::vector<PublicationRecord>> list();

    /// `copy` against the record `id`; empty: the newest of its content, else the newest of its file name. Recorded.
    /// NotFound.
    [[nodiscard]] base::Result<Compared> compare(const base::Path &copy, const QString &id);

private:
    struct Looked {
        SendingDesk::Permit permit;
        Published published;
    };
    [[nodiscard]] base::Result<Looked> examine(const Publication &publication);
    [[nodiscard]] base::Result<std::optional<Acquisition>> acquisitionOf(const QString &contentHash);
    [[nodiscard]] base::Result<void> record(const Publication &publication, Looked &looked);
    [[nodiscard]] base::Result<PublicationRecord> recordFor(const platform::FileSource &copy, const QString &sha256, const QString &id);

    SendingParts m_parts;
};

} // namespace shirushi::sending
