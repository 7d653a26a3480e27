#include "sending/ordercheck.h"

#include "sending/plainline.h"
#include "sending/rulewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

constexpr qsizetype longestWords = 400; // UTF-16 units
const QString betweenDomains = QStringLiteral("between-domains");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

std::unexpected<base::Error> refused(ErrorCode code, const policy::Obligation &obligation, const QString &sentence)
{
    return base::failure(code, obligation.id, sentence + articleOf(obligation.citation));
}

// The strictest of those named: one that leaves no choice goes before one that is 必要に応じ.
std::optional<policy::Obligation> strictestOf(const Answer &answer, const QStringList &ids)
{
    std::optional<policy::Obligation> found;
    for (const auto *list : {&answer.verdict.obligations, &answer.verdict.reminders}) {
        for (const policy::Obligation &obligation : *list) {
            if (ids.contains(obligation.id) && (!found || (found->ifNeeded && !obligation.ifNeeded)))
                found = obligation;
        }
    }
    return found;
}

bool isSaid(const QString &words)
{
    return !words.trimmed().isEmpty();
}

} // namespace

Demands demandsOf(const Answer &answer)
{
    Demands demands;
    demands.sanitising = strictestOf(answer, {QStringLiteral("sanitise")});
    if (demands.sanitising && demands.sanitising->ifNeeded)
        demands.sanitising.reset();
    demands.encryption = strictestOf(answer, {QStringLiteral("encryption"), QStringLiteral("password")});
    return demands;
}

base::Result<void> checkOrder(const Order &order, const Answer &answer)
{
    for (const QString &words : {order.sanitised, order.plainReason}) {
        if (isSaid(words) && !isPlainLine(words.trimmed(), longestWords))
            return base::failure(ErrorCode::InvalidInput, {}, tr("This is too long, or has characters in it that nobody sees."));
    }
    const Demands demands = demandsOf(answer);
    if (demands.sanitising && !isSaid(order.sanitised))
        return refused(ErrorCode::InvalidInput, *demands.sanitising, tr("It goes from one network domain to another. Please say how it was sanitised (無害化)."));
    if (!order.isPlain)
        return {};
    if (!demands.mayBePlain())
        return refused(ErrorCode::Forbidden, *demands.encryption, tr("The rules want it encrypted, without exception."));
    if (demands.wantsPlainReason() && !isSaid(order.plainReason))
        return refused(ErrorCode::InvalidInput, *demands.encryption, tr("The rules want it encrypted as needed. Please say why it need not be."));
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
