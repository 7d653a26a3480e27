// What the ledger is told of a labelling or a removal. Pure; any thread.
#pragma once

#include "labelling/labeller.h"
#include "ledger/entry.h"

namespace shirushi::labelling {

/// {"policy", "classes"}, as entries have it before and after a deed.
QJsonObject classesJson(const QString &policy, const policy::Classes &classes);

/// valid invalid unknown-signer none
QString wordFor(label::SignatureState state);

/// `after` is the file's SHA-256 once the label is in place.
ledger::EntryDraft labelDraft(const LabelOrder &order, const std::optional<label::Label> &before,
                              const label::Label &given, const base::Path &file, const QString &after);
/// One for each question that was left open, beside `draft`.
std::vector<ledger::EntryDraft> questionDrafts(const LabelOrder &order, const ledger::EntryDraft &draft);
ledger::EntryDraft removalDraft(const std::optional<label::Label> &before, const base::Path &file,
                                const QString &after, const QString &reason);

} // namespace shirushi::labelling
