#include "vault/retention.h"

#include "base/clock.h"

namespace shirushi::vault {

std::optional<QDate> lastDayOf(const Keeping &keeping, const policy::Retention &rules)
{
    if (keeping.permanent || keeping.years < 1 || !keeping.origin.isValid())
        return std::nullopt;
    if (rules.start == policy::RetentionStart::DayAfter)
        return keeping.origin.addYears(keeping.years);
    return QDate(base::fiscalYear(keeping.origin) + 1 + keeping.years, 3, 31);
}

bool isDueIn(int year, const Keeping &keeping, const policy::Retention &rules)
{
    const auto day = lastDayOf(keeping, rules);
    return day && base::fiscalYear(*day) <= year;
}

} // namespace shirushi::vault
