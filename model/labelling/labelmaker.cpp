#include "labelling/labelmaker.h"

#include "policy/approvals.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace shirushi::labelling {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::labelling", text);
}

// 分類基準表: a class that was designated in advance for all documents of a kind.
base::Result<void> checkKind(const policy::Pack &pack, const LabelOrder &order)
{
    const auto kind = std::find_if(pack.documentKinds.begin(), pack.documentKinds.end(),
                                   [&](const policy::DocumentKind &known) { return known.id == order.documentKind; });
    if (kind == pack.documentKinds.end())
        return base::failure(ErrorCode::InvalidInput, order.documentKind, tr("The rules know no such kind of document."));
    if (kind->classes != order.classes) {
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(order.path),
                             tr("Documents of this kind have another class."));
    }
    return {};
}

base::Result<void> checkDesignation(const policy::Pack &pack, const LabelOrder &order, const QString &role)
{
    if (pack.designation && policy::counts(pack, role, pack.designation->role))
        return {};
    const policy::Role *wanted = pack.designation ? pack.role(pack.designation->role) : nullptr;
    if (!wanted)
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(order.path), tr("The rules know no designation."));
    return base::failure(ErrorCode::Forbidden, base::toDisplay(order.path),
                         tr("Only this role designates a class: %1.").arg(wanted->title.ja));
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
    if (!order.documentKind.isEmpty()) {
        if (const auto checked = checkKind(m_pack, order); !checked)
            return checked;
    }
    if (!order.proposedBy.isEmpty()) {
        if (const auto checked = checkDesignation(m_pack, order, m_parts.role); !checked)
            return checked;
    }
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
    return lowers ? checkLowering(before, order.classes, order.reason) : base::Result<void>();
}

base::Result<void> LabelMaker::checkLowering(const FileLabel &before, const policy::Classes &target,
                                             const QString &reason) const
{
    if (!before.label || before.label->policy != m_pack.id || !policy::checkClasses(m_pack, before.label->classes))
        return {};
    const workflow::RequestFile file{base::toDisplay(before.path.filename()), before.label->contentHash, before.sha256,
                                     before.label->policy, before.label->classes};
    const QString action = QStringLiteral("lower");
    if (policy::approvalsFor(m_pack, {action, file.classes, m_parts.role, {}, {}, {}}).empty())
        return {};
    if (!m_parts.permission)
        return workflow::refusedFor(workflow::Objection::NoRequest);
    return m_parts.permission({action, {}, {}, {}, {file}, reason.trimmed(), target});
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
    const bool isDesignated = !m_pack.designation || !order.documentKind.isEmpty() || !order.proposedBy.isEmpty();
    label.status = isDesignated ? label::LabelStatus::Designated : label::LabelStatus::Proposed;
    label.domain = order.domain;
    label.labelledBy = m_parts.signer.user();
    label.proposedBy = order.proposedBy;
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
