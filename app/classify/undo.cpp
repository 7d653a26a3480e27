#include "classify/undo.h"

#include "classify/decision.h"

#include <QCoreApplication>

namespace shirushi::classify {

bool canTakeBack(const Done &done, const policy::Pack &pack)
{
    return !done.outcome.error && (!done.before.label || done.before.label->policy == pack.id);
}

std::vector<labelling::LabelOutcome> takeBack(LabelDesk &desk, const std::vector<Done> &done,
                                              base::Progress &progress)
{
    const QString reason = QCoreApplication::translate("shirushi::classify", "The labelling just before was undone.");
    std::vector<labelling::LabelOutcome> outcomes;
    for (std::size_t i = 0; i < done.size() && !progress.cancelled(); ++i) {
        const auto &[before, outcome] = done[i];
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
        base::NoProgress quiet;
        const auto again = desk.label({order}, quiet);
        outcomes.insert(outcomes.end(), again.begin(), again.end());
    }
    return outcomes;
}

} // namespace shirushi::classify
