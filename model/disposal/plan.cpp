#include "disposal/plan.h"

#include "disposal/leavings.h"
#include "erasure/erasure.h"
#include "crypto/digest.h"
#include "labelling/labelreader.h"
#include "labelling/ledgerlabels.h"
#include "labelling/requestfiles.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::disposal {

namespace {

const QString overwriteMethod = QStringLiteral("overwrite");
const QString fileKind = QStringLiteral("file");

labelling::FileLabel read(const base::Path &file, const DisposalParts &parts)
{
    const labelling::LabelReader reader(
        parts.codecs, *parts.directory, [&](const QString &hash) { return labelling::labelInLedger(parts.ledger, hash); },
        [&](const QString &hash, const label::Label &label) { return labelling::wasReceivedWith(parts.ledger, hash, label); });
    return reader.read(file);
}

// An office program on another computer leaves its lock file beside a document that lies on a server.
std::optional<base::Error> lockedElsewhere(const Plan &plan)
{
    const bool hasLock = std::ranges::any_of(plan.leftovers, [](const erasure::Leftover &one) { return one.kind == erasure::Leftover::Kind::Lock; });
    if (!hasLock || !plan.ground.doubts.contains(QStringLiteral("network")))
        return std::nullopt;
    return base::Error{base::ErrorCode::InUse, base::toDisplay(plan.file),
                       QCoreApplication::translate("shirushi::disposal", "Somebody on another computer has this file open: its lock file lies beside it."), {}};
}

void judge(Plan &plan, const policy::Pack &pack)
{
    plan.method = overwriteMethod;
    plan.classes = plan.asked ? plan.asked->classes : strictestOf(pack);
    if (const auto *demand = pack.disposal.demandOn(fileKind, plan.classes)) {
        plan.demand = *demand;
        if (!plan.ground.isSure())
            plan.followUp = demand->followUp;
    }
}

} // namespace

QStringList makersOf(const label::Label &label)
{
    QStringList makers{label.labelledBy, label.proposedBy};
    makers.removeAll(QString());
    return makers;
}

policy::Classes strictestOf(const policy::Pack &pack)
{
    policy::Classes classes;
    for (const policy::Axis &axis : pack.axes)
        classes[axis.id] = axis.strictest().id;
    return classes;
}

Plan planFor(const base::Path &file, const DisposalParts &parts, erasure::Surroundings &around)
{
    Plan plan;
    std::error_code problem;
    const base::Path folder = std::filesystem::canonical(file.has_parent_path() ? file.parent_path() : base::Path("."), problem);
    plan.file = problem ? file : folder / file.filename();
    // Which file it is, before and after it is read: what is erased later must be what was read.
    const auto before = platform::FileSource::open(plan.file);
    if (!before) {
        plan.problem = before.error();
        return plan;
    }
    plan.identity = before->identity();
    const labelling::FileLabel label = read(plan.file, parts);
    plan.sha256 = label.sha256;
    if (label.label)
        plan.makers = makersOf(*label.label);
    if (plan.sha256.isEmpty()) { // a document that is damaged is disposed of all the same
        const auto digest = crypto::sha256(*before);
        if (!digest) {
            plan.problem = digest.error();
            return plan;
        }
        plan.sha256 = QString::fromLatin1(digest->toHex());
    }
    auto asked = labelling::requestFile(label, *parts.pack);
    if (asked)
        plan.asked = std::move(*asked);
    else
        plan.noClass = asked.error();
    auto ground = erasure::groundOf(plan.file, around);
    if (!ground) {
        plan.problem = ground.error();
        return plan;
    }
    plan.ground = std::move(*ground);
    plan.leftovers = erasure::leftoversOf(plan.file, around);
    judge(plan, *parts.pack);
    plan.problem = lockedElsewhere(plan);
    return plan;
}

Record recordOf(const Plan &plan, const policy::Pack &pack)
{
    Record record;
    record.kind = fileKind;
    record.name = base::toDisplay(plan.file);
    if (plan.asked) {
        record.contentHash = plan.asked->contentHash;
        record.policy = plan.asked->policy;
        record.classes = plan.asked->classes;
    }
    record.method = plan.method;
    if (const auto *method = pack.disposal.method(plan.method))
        record.sanitization = method->sanitization;
    record.outcome = Outcome::Verified;
    record.size = plan.identity.size;
    record.sha256 = plan.sha256;
    record.fileSystem = plan.ground.fileSystem;
    record.mediumKind = erasure::nameOf(plan.ground.medium);
    record.medium = plan.ground.medium.name;
    record.doubts = plan.ground.doubts;
    note(plan.leftovers, record);
    for (const base::Path &other : plan.namesakes)
        record.namesakes += base::toDisplay(other);
    record.followUp = plan.followUp;
    return record;
}

} // namespace shirushi::disposal
