// Labeller: the deed of labelling — stamp, sign, record. One object belongs to one thread at a time.
//
// For each file: the new version is written beside it, the entry is committed to the ledger, the new version
// is put in place. A kill between the two is mended at the next start (recover()), so that file and ledger
// agree. Files that must not be rewritten get a sidecar instead.
#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "labelling/labelreader.h"
#include "policy/questionnaire.h"

namespace shirushi::ledger { class Ledger; }

namespace shirushi::labelling {

struct LabelOrder {
    base::Path path;
    policy::Classes classes;
    QStringList restrictions;
    QString domain;
    QString reason; // required where a class is lowered
    QDate publishOn;
    bool markHeader = false; // put a visible mark (one of ours that is there is renewed in any case)
    bool markName = false;   // 【機密性3B】 in the file name
    std::vector<policy::OpenQuestion> open; // recorded as open questions
};

struct LabelOutcome {
    base::Path path;    // as ordered
    base::Path newPath; // where the file is now
    std::optional<label::Label> label;
    LabelSource source = LabelSource::None; // Embedded or Sidecar
    QStringList notices;                    // why a sidecar, what mark could not be placed
    std::optional<base::Error> error;       // then nothing was changed
};

class Labeller
{
public:
    Labeller(std::shared_ptr<const policy::Pack> pack, const label::CodecSet &codecs,
             const crypto::Signer &signer, const crypto::KeyDirectory &keys, ledger::Ledger &ledger,
             const base::Clock &clock);

    LabelOutcome set(const LabelOrder &order);
    LabelOutcome remove(const base::Path &path, const QString &reason);

    /// One after another; stops between files when cancelled. Files not reached have no outcome.
    std::vector<LabelOutcome> setAll(const std::vector<LabelOrder> &orders, base::Progress &progress);

    /// Finishes or takes back what a kill interrupted. Call once after signing in.
    [[nodiscard]] base::Result<int> recover();

private:
    std::shared_ptr<const policy::Pack> m_pack;
    const label::CodecSet &m_codecs;
    const crypto::Signer &m_signer;
    const crypto::KeyDirectory &m_keys;
    ledger::Ledger &m_ledger;
    const base::Clock &m_clock;
};

} // namespace shirushi::labelling
