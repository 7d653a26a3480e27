#include "labelling/labelmaker.h"

#include "policy/verdict.h"

#include <QCoreApplication>
#include <QUuid>

namespace shirushi::labelling {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::labelling", text);
}

} // namespace

bool wantsSidecar(ErrorCode code)
{
    return code == ErrorCode::Damaged || code == ErrorCode::Encrypted || code == ErrorCode::Signed
           || code == ErrorCode::TooLarge || code == ErrorCode::Unsupported;
}

base::Result<void> LabelMaker::check(const LabelOrder &order, const FileLabel &before) const
{
    if (const auto complete = policy::checkClasses(m_pack, order.classes); !complete)
        return complete;
    if (before.problem && before.problem->code == ErrorCode::NotFound)
        return std::unexpected(*before.problem);
    const bool lowers = before.label && before.label->policy == m_pack.id
                        && policy::isLowering(m_pack, before.label->classes, order.classes);
    const policy::Verdict verdict =
        policy::evaluate(m_pack, {lowers ? QStringLiteral("lower") : QStringLiteral("label"), order.classes,
                                  m_parts.role, {}, {}, {}});
    if (verdict.ruling == policy::Ruling::Forbidden) {
        return base::failure(ErrorCode::Forbidden, base::toDisplay(order.path),
                             tr("The rules forbid it (%1).").arg(verdict.citations.front().article));
    }
    if (lowers && order.reason.trimmed().isEmpty()) {
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(order.path),
                             tr("The class becomes lower than it is: please give a reason."));
    }
    return {};
}

base::Result<label::Label> LabelMaker::make(const LabelOrder &order, const FileLabel &before) const
{
    if (before.problem && !before.contentHash)
        return std::unexpected(*before.problem);
    const base::Result<QString> hash = *before.contentHash;
    if (!hash && !wantsSidecar(hash.error().code))
        return std::unexpected(hash.error());
    label::Label label;
    label.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    label.policy = m_pack.id;
    label.policyVersion = m_pack.version;
    label.classes = order.classes;
    label.restrictions = order.restrictions;
    label.status = m_pack.designation ? label::LabelStatus::Proposed : label::LabelStatus::Designated;
    label.domain = order.domain;
    label.labelledBy = m_parts.signer.user();
    label.labelledAt = m_parts.clock.now();
    label.reason = order.reason;
    label.publishOn = order.publishOn;
    label.contentHash = hash ? *hash : QStringLiteral("sha256:") + before.sha256;
    return label::sign(std::move(label), m_parts.signer);
}

label::Stamp LabelMaker::stampOf(const LabelOrder &order, const label::Label &label) const
{
    label::Stamp stamp;
    stamp.label = label;
    stamp.classText = policy::classText(m_pack, label.classes);
    stamp.restrictionText = label.restrictions.join(QStringLiteral("、"));
    stamp.markText = policy::markText(m_pack, label.classes, label.restrictions);
    stamp.mark = order.markHeader;
    stamp.interoperable = policy::libreOfficeProperties(m_pack, label.classes);
    return stamp;
}

} // namespace shirushi::labelling
