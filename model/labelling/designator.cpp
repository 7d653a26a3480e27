#include "labelling/designator.h"

#include <QCoreApplication>

namespace shirushi::labelling {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::labelling", text);
}

} // namespace

Designator::Designator(std::shared_ptr<const policy::Pack> pack, LabellerParts parts)
    : m_pack(std::move(pack)), m_parts(std::move(parts))
{
}

base::Result<LabelOrder> Designator::orderFor(const base::Path &file) const
{
    const FileLabel found = LabelReader(m_parts.codecs, m_parts.keys).read(file);
    const auto refused = [&](const char *why) {
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(file), tr(why));
    };
    if (found.problem)
        return std::unexpected(*found.problem);
    if (!found.label || found.label->policy != m_pack->id)
        return refused(QT_TRANSLATE_NOOP("shirushi::labelling", "There is no proposed class to be designated."));
    if (found.label->status == label::LabelStatus::Designated)
        return refused(QT_TRANSLATE_NOOP("shirushi::labelling", "This class has been designated already."));
    if (found.signature != label::SignatureState::Valid)
        return refused(QT_TRANSLATE_NOOP("shirushi::labelling", "Nobody of this office signed this label."));
    if (found.content == ContentState::Changed)
        return refused(QT_TRANSLATE_NOOP("shirushi::labelling", "The document was changed after it was classified."));
    LabelOrder order;
    order.path = file;
    order.classes = found.label->classes;
    order.restrictions = found.label->restrictions;
    order.domain = found.label->domain;
    order.reason = found.label->reason;
    order.publishOn = found.label->publishOn;
    order.proposedBy = found.label->labelledBy;
    return order;
}

std::vector<LabelOutcome> Designator::designate(const std::vector<base::Path> &files, base::Progress &progress,
                                                const std::function<void(const LabelOutcome &)> &done)
{
    std::vector<LabelOutcome> outcomes;
    Labeller labeller(m_pack, m_parts);
    for (std::size_t i = 0; i < files.size() && !progress.cancelled(); ++i) {
        progress.report(i, files.size(), base::toDisplay(files[i].filename()));
        const auto order = orderFor(files[i]);
        LabelOutcome outcome;
        outcome.path = outcome.newPath = files[i];
        if (order)
            outcome = labeller.set(*order);
        else
            outcome.error = order.error();
        outcomes.push_back(std::move(outcome));
        if (done)
            done(outcomes.back());
    }
    progress.report(outcomes.size(), files.size(), QString());
    return outcomes;
}

} // namespace shirushi::labelling
