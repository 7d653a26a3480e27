// Labeller: the deed of labelling — stamp, sign, record. One object belongs to one thread at a time.
//
// For each file: the new version is written beside it, the entry is committed to the ledger, the new version
// is put in place. A kill between the two is mended by recover(), so that file and ledger agree. Files that
// must not be rewritten get a sidecar instead, and the reason is told.
#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "labelling/labelreader.h"
#include "policy/questionnaire.h"
#include "workflow/permission.h"

#include <functional>

namespace shirushi::ledger {
class Ledger;
}

namespace shirushi::labelling {

struct LabelOrder {
    base::Path path;
    policy::Classes classes;
    QStringList restrictions;
    QString domain;
    QString reason; // required where a class is lowered
    QDate publishOn;
    bool markHeader = false; // put a visible mark (one of ours that is there is renewed in any case)
    bool markName = false;   // 【機密性3B】 in the file name (likewise)
    std::vector<policy::OpenQuestion> open;             // recorded as open questions
    std::vector<std::pair<QString, QString>> answers{}; // question and answer ids; recorded with the label
    QString documentKind{}; // of the pack's documentKinds, whose class it must have: designated in advance
    QString proposedBy{};   // the class that this person gave is designated now (指定): for the role that may
};

struct LabelOutcome {
    base::Path path;    // as ordered
    base::Path newPath; // where the file is now
    std::optional<label::Label> label;
    LabelSource source = LabelSource::None; // Embedded, Sidecar or Attribute
    bool marked = false;                    // the document has a visible mark
    bool unchanged = false;                 // there was nothing to do
    QStringList notices;                    // why a sidecar, what mark could not be placed
    std::optional<base::Error> error;       // then nothing was changed
    QString objection{};                    // of a refusal: its name (workflow/objection.h), where it has one
    bool hadMark = false;                   // of a removal: a visible mark went with the label
};

/// What a Labeller works with; all of it outlives the Labeller.
struct LabellerParts {
    const label::CodecSet &codecs;
    const crypto::Signer &signer;
    const crypto::KeyDirectory &keys;
    ledger::Ledger &ledger;
    const base::Clock &clock;
    base::Path lockFile;   // held while files are being labelled, so that recover() leaves them alone
    QString role;          // of who acts, as the pack's rules name it
    QStringList nameMarks; // what is recognised as a mark of ours in a file name (fileNameMarksOf, every pack)
    /// Asked where the pack names somebody who approves a lower class or none at all; without it such a deed is
    /// forbidden. Called from any thread, one call at a time (labelling/lowering.h makes it).
    std::function<base::Result<void>(const workflow::DeedPlan &)> permission{};
};

class Labeller
{
public:
    Labeller(std::shared_ptr<const policy::Pack> pack, LabellerParts parts);

    LabelOutcome set(const LabelOrder &order);
    /// A file without a label stays as it is, with a notice.
    LabelOutcome remove(const base::Path &path, const QString &reason);

    /// In the order given, a few at a time, `done` called after each file. Stops when cancelled: files that
    /// were not reached have no outcome and are untouched.
    std::vector<LabelOutcome> setAll(const std::vector<LabelOrder> &orders, base::Progress &progress,
                                     const std::function<void(const LabelOutcome &)> &done = {});

    /// Finishes or takes back what a kill interrupted; returns how many deeds that were. Call after signing
    /// in. Does nothing while another program is labelling with this ledger.
    [[nodiscard]] static base::Result<int> recover(ledger::Ledger &ledger, const crypto::Signer &signer,
                                                   const base::Clock &clock, const base::Path &lockFile);

private:
    std::shared_ptr<const policy::Pack> m_pack;
    LabellerParts m_parts;
};

} // namespace shirushi::labelling
