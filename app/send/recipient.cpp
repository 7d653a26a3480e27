#include "send/senddesk.h"

#include <QCoreApplication>

namespace shirushi::send {

QString textOf(const Recipient &recipient)
{
    QString who = recipient.name;
    if (!recipient.organisation.isEmpty()) {
        who = who.isEmpty() ? recipient.organisation
                            : QCoreApplication::translate("shirushi::send", "%1 (%2)").arg(who, recipient.organisation);
    }
    if (recipient.mail.isEmpty())
        return who;
    return who.isEmpty() ? recipient.mail : who + QStringLiteral(" <") + recipient.mail + u'>';
}

Recipient recipientFrom(const sending::Contact &contact)
{
    return {contact.name, contact.organisation, contact.mail, contact.telephone, contact.id};
}

} // namespace shirushi::send
