// OfficeSending where it is about what comes after a parcel was made.
#include "sending/drafts.h"
#include "window/officesendingturn.h"
#include "window/sendingwords.h"

#include <algorithm>

namespace shirushi::window {

using base::Result;

namespace {

// Of somebody of the office, whatever stands between family and given name.
bool isNamed(const sending::Contact &contact, const QString &name)
{
    QString one = contact.name;
    QString other = name;
    return contact.kind == u"internal" && !contact.altered && one.remove(u' ').remove(u'\u3000') == other.remove(u' ').remove(u'\u3000');
}

Result<QString> addressOf(OpenOffice &open)
{
    const auto book = bookOf(open).find();
    if (!book)
        return std::unexpected(book.error());
    const QString name = open.session.account().name;
    const auto own = std::ranges::find_if(*book, [&](const sending::Contact &contact) { return isNamed(contact, name) && !contact.mail.isEmpty(); });
    return own == book->end() ? QString() : own->mail;
}

} // namespace

Result<std::vector<sending::SecondLook>> OfficeSending::secondLooks(const send::Plan &plan) const
{
    return with<std::vector<sending::SecondLook>>(false, [&](sending::SendingDesk &desk, OpenOffice &open) -> Result<std::vector<sending::SecondLook>> {
        const auto own = addressOf(open);
        if (!own)
            return std::unexpected(own.error());
        sending::Order order = orderFrom(plan);
        order.format = desk.formats().front();
        return desk.secondLooks(order, *own);
    });
}

Result<QString> OfficeSending::ownAddress() const
{
    return with<QString>(false, [&](sending::SendingDesk &, OpenOffice &open) { return addressOf(open); });
}

Result<sending::DraftReport> OfficeSending::draft(const sending::DraftOrder &order, base::Progress &progress)
{
    return with<sending::DraftReport>(true, [&](sending::SendingDesk &desk, OpenOffice &) -> Result<sending::DraftReport> {
        const auto place = sending::Drafts(m_desk.office().folder()).placeFor(order.id);
        return place ? desk.draft(order, *place, progress) : std::unexpected(place.error());
    });
}

void OfficeSending::removeDraft(const base::Path &draft)
{
    // What cannot be removed now goes when the window is locked, or at the next signing in.
    (void)sending::Drafts(m_desk.office().folder()).removeOpened(draft);
}

Result<void> OfficeSending::confirmed(const QString &id, const QString &by)
{
    return with<void>(true, [&](sending::SendingDesk &desk, OpenOffice &) { return desk.confirmed(id, by); });
}

Result<void> OfficeSending::forget(const QString &id)
{
    return with<void>(true, [&](sending::SendingDesk &desk, OpenOffice &) { return desk.forget(id); });
}

Result<std::vector<send::MissentCall>> OfficeSending::calls(const QString &id) const
{
    return with<std::vector<send::MissentCall>>(false, [&](sending::SendingDesk &, OpenOffice &open) -> Result<std::vector<send::MissentCall>> {
        const auto record = sending::sendingRecord(open.ledger, id);
        const auto book = record ? bookOf(open).find() : std::unexpected(record.error());
        if (!book)
            return std::unexpected(book.error());
        auto wanted = sending::callsFor(*open.pack, open.directory->roster(), *record, open.session.account().role);
        std::vector<send::MissentCall> calls;
        for (sending::Call &call : wanted) {
            QStringList telephones;
            for (const sending::Contact &contact : *book) {
                const bool isMeant = std::ranges::any_of(call.persons, [&](const QString &person) { return isNamed(contact, person); });
                if (isMeant && !contact.telephone.isEmpty())
                    telephones += contact.telephone;
            }
            calls.push_back({std::move(call), std::move(telephones)});
        }
        return calls;
    });
}

Result<void> OfficeSending::missent(const QString &id, const QString &note)
{
    return with<void>(true, [&](sending::SendingDesk &desk, OpenOffice &) -> Result<void> {
        const auto recorded = desk.missent(id, note);
        return recorded ? Result<void>() : std::unexpected(recorded.error());
    });
}

} // namespace shirushi::window
