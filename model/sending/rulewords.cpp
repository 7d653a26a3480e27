#include "sending/rulewords.h"

namespace shirushi::sending {

QString articleOf(const policy::Citation &citation)
{
    if (citation.article.isEmpty())
        return {};
    return u' ' + citation.article + (citation.quote.isEmpty() ? QString() : QStringLiteral("「") + citation.quote + QStringLiteral("」"));
}

policy::Citation citationFor(const policy::Pack &pack, QStringView obligation)
{
    policy::Citation found;
    for (const policy::Rule &rule : pack.rules) {
        for (const policy::Obligation &one : rule.obligations) {
            if (one.id == obligation && (found.article.isEmpty() || (found.draft && !one.citation.draft)))
                found = one.citation;
        }
    }
    return found;
}

} // namespace shirushi::sending
