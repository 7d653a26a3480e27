#include "labelling/entrydrafts.h"

#include "policy/classesjson.h"

#include <QJsonArray>

namespace shirushi::labelling {

QJsonObject classesJson(const QString &policy, const policy::Classes &classes)
{
    return {{QStringLiteral("policy"), policy}, {QStringLiteral("classes"), policy::classesJson(classes)}};
}

namespace {

QJsonValue classesOf(const std::optional<label::Label> &label)
{
    return label ? QJsonValue(classesJson(label->policy, label->classes)) : QJsonValue();
}

QJsonObject labelDetails(const LabelOrder &order, const label::Label &label)
{
    QJsonObject details{{QStringLiteral("label"), label::toJson(label)}};
    QJsonArray answers;
    for (const auto &[question, answer] : order.answers)
        answers.append(QJsonArray{question, answer});
    if (!answers.isEmpty())
        details.insert(QStringLiteral("answers"), answers);
    if (!order.documentKind.isEmpty())
        details.insert(QStringLiteral("documentKind"), order.documentKind);
    if (!order.proposedBy.isEmpty())
        details.insert(QStringLiteral("proposedBy"), order.proposedBy);
    return details;
}

} // namespace

QString wordFor(label::SignatureState state)
{
    switch (state) {
    case label::SignatureState::Valid: return QStringLiteral("valid");
    case label::SignatureState::Invalid: return QStringLiteral("invalid");
    case label::SignatureState::UnknownSigner: return QStringLiteral("unknown-signer");
    case label::SignatureState::None: break;
    }
    return QStringLiteral("none");
}

ledger::EntryDraft labelDraft(const LabelOrder &order, const std::optional<label::Label> &before,
                              const label::Label &given, const base::Path &file, const QString &after)
{
    const QString kind = order.proposedBy.isEmpty() ? QStringLiteral("label") : QStringLiteral("designation");
    return {kind, base::toDisplay(file), given.contentHash, after,
            classesOf(before), classesOf(given), order.reason, labelDetails(order, given)};
}

std::vector<ledger::EntryDraft> questionDrafts(const LabelOrder &order, const ledger::EntryDraft &draft)
{
    std::vector<ledger::EntryDraft> drafts;
    for (const policy::OpenQuestion &question : order.open) {
        ledger::EntryDraft asked = draft;
        asked.kind = QStringLiteral("question");
        asked.before = {};
        asked.reason.clear();
        asked.details = {{QStringLiteral("question"), question.question},
                         {QStringLiteral("text"), question.text},
                         {QStringLiteral("referredTo"), question.referredTo},
                         {QStringLiteral("axis"), question.axis},
                         {QStringLiteral("level"), question.level}};
        drafts.push_back(std::move(asked));
    }
    return drafts;
}

ledger::EntryDraft removalDraft(const std::optional<label::Label> &before, const base::Path &file,
                                const QString &after, const QString &reason)
{
    return {QStringLiteral("label-removed"), base::toDisplay(file), before ? before->contentHash : QString(), after,
            classesOf(before), {}, reason, {}};
}

} // namespace shirushi::labelling
