#include "classify/undo.h"

#include "classify/decision.h"

#include <QCoreApplication>

namespace shirushi::classify {

namespace {

QString reasonOf(bool isRemoval)
{
    return isRemoval ? QCoreApplication::translate("shirushi::classify", "Taking the label away just before was undone.")
                     : QCoreApplication::translate("shirushi::classify", "The labelling just before was undone.");
}

} // namespace

bool canTakeBack(const Done &done, const policy::Pack &pack)
{
    if (done.outcome.error || done.outcome.unchanged)
        return false;
    return done.before.label ? done.before.label->policy == pack.id : !done.isRemoval;
}

std::vector<labelling::LabelOutcome> takeBack(LabelDesk &desk, const std::vector<Done> &done,
                                              base::Progress &progress)
{
    std::vector<labelling::LabelOutcome> outcomes;
    for (std::size_t i = 0; i < done.size() && !progress.cancelled(); ++i) {
        const auto &[before, outcome, isRemoval] = done[i];
        const QString reason = reasonOf(isRemoval);
        progress.report(i, done.size(), fileName(outcome.newPath));
        if (!before.label) {
            outcomes.push_back(desk.remove(outcome.newPath, reason));
            continue;
        }
        labelling::LabelOrder order;
        order.path = outcome.newPath;
        order.classes = before.label->classes;
        order.restrictions = before.label->restrictions;
        order.domain = before.label->domain;
        order.publishOn = before.label->publishOn;
        order.reason = reason;
        order.markHeader = isRemoval && outcome.hadMark;
        order.markName = isRemoval && outcome.newPath != outcome.path;
        base::NoProgress quiet;
        const auto again = desk.label({order}, quiet);
        outcomes.insert(outcomes.end(), again.begin(), again.end());
    }
    return outcomes;
}

} // namespace shirushi::classify
