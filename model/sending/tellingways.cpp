#include "sending/tellingways.h"

#include "sending/rulewords.h"

namespace shirushi::sending {

const QStringList &tellingWays()
{
    static const QStringList all{QStringLiteral("telephone"), QStringLiteral("sms"), QStringLiteral("in-person")};
    return all;
}

QStringList waysBeside(const QString &channel)
{
    QStringList ways = tellingWays();
    for (const char *other : {"post", "mail", "lgwan-mail", "file-transfer"}) {
        if (roadOf(QLatin1String(other)) != roadOf(channel))
            ways += QLatin1String(other);
    }
    return ways;
}

QString roadOf(const QString &channel)
{
    return channel == u"lgwan-mail" ? QStringLiteral("mail") : channel;
}

std::optional<policy::Citation> otherWayRule(const policy::Pack &pack)
{
    policy::Citation citation = citationFor(pack, u"other-channel");
    if (citation.quote.isEmpty())
        return std::nullopt;
    return citation;
}

} // namespace shirushi::sending
