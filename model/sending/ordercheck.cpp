#include "sending/ordercheck.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

const QString sanitise = QStringLiteral("sanitise");
const QString betweenDomains = QStringLiteral("between-domains");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

base::Result<void> refused(ErrorCode code, const policy::Obligation &obligation, const QString &sentence)
{
    const policy::Citation &citation = obligation.citation;
    const QString quote = citation.quote.isEmpty() ? QString() : QStringLiteral("「") + citation.quote + QStringLiteral("」");
    return base::failure(code, obligation.id, sentence + u' ' + citation.article + quote);
}

std::vector<const policy::Obligation *> obligationsNamed(const Answer &answer, const QStringList &ids)
{
    std::vector<const policy::Obligation *> found;
    for (const auto *list : {&answer.verdict.obligations, &answer.verdict.reminders}) {
        for (const policy::Obligation &obligation : *list) {
            if (ids.contains(obligation.id))
                found.push_back(&obligation);
        }
    }
    return found;
}

} // namespace

base::Result<void> checkOrder(const Order &order, const Answer &answer)
{
    for (const policy::Obligation *obligation : obligationsNamed(answer, {sanitise})) {
        if (!obligation->ifNeeded && order.sanitised.trimmed().isEmpty())
            return refused(ErrorCode::InvalidInput, *obligation, tr("It goes from one network domain to another. Please say how it was sanitised (無害化)."));
    }
    if (!order.isPlain)
        return {};
    const auto wanted = obligationsNamed(answer, {QStringLiteral("encryption"), QStringLiteral("password")});
    for (const policy::Obligation *obligation : wanted) {
        if (!obligation->ifNeeded)
            return refused(ErrorCode::Forbidden, *obligation, tr("The rules want it encrypted, without exception."));
    }
    if (!wanted.empty() && order.plainReason.trimmed().isEmpty())
        return refused(ErrorCode::InvalidInput, *wanted.front(), tr("The rules want it encrypted as needed. Please say why it need not be."));
    return {};
}

QStringList factsOfDomain(const policy::Pack &pack, const QString &domain, const QString &channel)
{
    QStringList facts;
    if (domain.isEmpty())
        return facts;
    if (const QString own = QStringLiteral("domain-") + domain; pack.fact(own))
        facts += own;
    const bool crosses = std::any_of(pack.domains.begin(), pack.domains.end(), [&](const policy::Domain &other) {
        return other.id != domain && other.channels.contains(channel);
    });
    if (crosses && pack.fact(betweenDomains))
        facts += betweenDomains;
    return facts;
}

} // namespace shirushi::sending
