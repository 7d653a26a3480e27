// OfficeSending where it is about the address book.
#include "window/officesendingturn.h"

namespace shirushi::window {

using base::Result;

namespace {

send::BookEntry entryOf(sending::Contact contact, const OpenOffice &open)
{
    const people::Person *by = open.directory->roster().find(contact.checkedBy);
    QString name = by ? by->name : contact.checkedBy;
    return {std::move(contact), std::move(name)};
}

Result<send::BookEntry> entryOf(Result<sending::Contact> contact, const OpenOffice &open)
{
    return contact ? Result<send::BookEntry>(entryOf(std::move(*contact), open)) : std::unexpected(contact.error());
}

Result<std::vector<send::BookEntry>> entriesOf(Result<std::vector<sending::Contact>> contacts, const OpenOffice &open)
{
    if (!contacts)
        return std::unexpected(contacts.error());
    std::vector<send::BookEntry> entries;
    entries.reserve(contacts->size());
    for (sending::Contact &contact : *contacts)
        entries.push_back(entryOf(std::move(contact), open));
    return entries;
}

} // namespace

Result<std::vector<send::BookEntry>> OfficeSending::findContacts(const QString &words) const
{
    return with<std::vector<send::BookEntry>>(false, [&](sending::SendingDesk &, OpenOffice &open) {
        return entriesOf(bookOf(open).find(words), open);
    });
}

Result<send::BookEntry> OfficeSending::addContact(const sending::Contact &contact)
{
    return with<send::BookEntry>(true, [&](sending::SendingDesk &, OpenOffice &open) { return entryOf(bookOf(open).add(contact), open); });
}

Result<send::BookEntry> OfficeSending::changeContact(const sending::Contact &contact)
{
    return with<send::BookEntry>(true, [&](sending::SendingDesk &, OpenOffice &open) { return entryOf(bookOf(open).change(contact), open); });
}

Result<void> OfficeSending::removeContact(const QString &id)
{
    return with<void>(true, [&](sending::SendingDesk &, OpenOffice &open) { return bookOf(open).remove(id); });
}

Result<send::BookEntry> OfficeSending::checkContact(const QString &id)
{
    return with<send::BookEntry>(true, [&](sending::SendingDesk &, OpenOffice &open) { return entryOf(bookOf(open).markChecked(id), open); });
}

Result<std::vector<send::BookEntry>> OfficeSending::contactsOf(const QString &id) const
{
    return with<std::vector<send::BookEntry>>(false, [&](sending::SendingDesk &desk, OpenOffice &open) {
        return entriesOf(desk.contactsOf(id), open);
    });
}

} // namespace shirushi::window
