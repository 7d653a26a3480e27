#include "cli/sendingwork.h"

#include "cli/output.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

} // namespace

sending::SendingDesk sendingDesk(Desk &desk)
{
    return sending::SendingDesk({desk.ledger, desk.session, desk.directory, desk.pack, desk.library, desk.codecs, desk.clock,
                                 sending::PendingPasswords(desk.office.folder() / "pending")});
}

void tellLooks(const std::vector<sending::SecondLook> &looks)
{
    for (const sending::SecondLook &look : looks) {
        const QString article = look.citation.article.isEmpty() ? QString() : QString(u' ' + look.citation.article);
        printNotice(look.recipient.isEmpty() ? tr("Recipients") : look.recipient, look.sentence + article);
    }
}

void tellUnrecorded(const sending::SendingDesk &sending)
{
    for (const sending::Unfinished &work : sending.unrecorded())
        printNotice(base::toDisplay(work.parcel), sending::sentenceOf(work));
}

void tellNumbers(sending::SendingDesk &sending, const QString &id)
{
    const auto contacts = sending.contactsOf(id);
    if (!contacts)
        return;
    for (const sending::Contact &contact : *contacts) {
        if (!contact.telephone.isEmpty()) {
            printNotice(contact.name, contact.isChecked() ? tr("Telephone in the address book: %1").arg(contact.telephone)
                                                          : tr("Telephone in the address book, which nobody has checked: %1").arg(contact.telephone));
        }
    }
}

} // namespace shirushi::cli
