#include "sending/methods.h"

#include <QCoreApplication>

namespace shirushi::sending {

std::vector<ParcelFormat> usableFormats(const people::Roster &roster)
{
    const QStringList &designated = roster.switches.parcelFormats;
    std::vector<ParcelFormat> usable;
    for (const ParcelFormat format : parcelFormats()) {
        if (designated.isEmpty() || designated.contains(wordFor(format)))
            usable.push_back(format);
    }
    return usable;
}

QString methodNotice(const people::Roster &roster, const policy::Pack &pack)
{
    if (!roster.switches.parcelFormats.isEmpty())
        return {};
    const policy::Role *role = pack.role(pack.sending.methodsBy);
    return QCoreApplication::translate("shirushi::sending", "Please check that this is a method that the %1 has designated.")
        .arg(role ? role->title.ja : QStringLiteral("CISO"));
}

} // namespace shirushi::sending
