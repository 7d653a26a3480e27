#include "labelling/ledgerlabels.h"

#include "ledger/ledger.h"

#include <algorithm>

namespace shirushi::labelling {

namespace {

bool wasUndone(ledger::Ledger &ledger, const ledger::Entry &entry)
{
    ledger::Query query;
    query.since = entry.at;
    query.kinds = {QStringLiteral("undone")};
    const auto undone = ledger.list(query);
    return undone && std::any_of(undone->begin(), undone->end(), [&](const ledger::Entry &other) {
        return other.draft.details.value(QStringLiteral("of")).toInteger() == entry.seq;
    });
}

} // namespace

std::optional<label::Label> labelInLedger(ledger::Ledger &ledger, const QString &contentHash)
{
    const QStringList kinds{QStringLiteral("label"), QStringLiteral("designation"), QStringLiteral("label-removed")};
    for (std::int64_t before = 0;;) {
        const auto entry = ledger.newestAbout(contentHash, kinds, before);
        if (!entry || !*entry)
            return std::nullopt;
        if (wasUndone(ledger, **entry)) {
            before = (*entry)->seq;
            continue;
        }
        if ((*entry)->draft.kind == QStringLiteral("label-removed"))
            return std::nullopt;
        auto label = label::labelFromJson((*entry)->draft.details.value(QStringLiteral("label")).toObject(),
                                          (*entry)->draft.file);
        return label ? std::optional(std::move(*label)) : std::nullopt;
    }
}

bool wasReceivedWith(ledger::Ledger &ledger, const QString &contentHash, const label::Label &label)
{
    const QJsonObject wanted = label::toJson(label);
    for (std::int64_t before = 0;;) {
        const auto entry = ledger.newestAbout(contentHash, {QStringLiteral("received")}, before);
        if (!entry || !*entry)
            return false;
        const QJsonObject &details = (*entry)->draft.details;
        if (details.value(QStringLiteral("content")) == rewrittenWord && details.value(QStringLiteral("signature")) == QStringLiteral("valid")
            && details.value(QStringLiteral("label")).toObject() == wanted)
            return true;
        before = (*entry)->seq;
    }
}

} // namespace shirushi::labelling
