// AddressDesk: what the pages ask of the address book 宛先帳. Any thread, one call at a time.
#pragma once

#include "sending/addressbook.h"

namespace shirushi::send {

/// One of the address book, as the window shows it.
struct BookEntry {
    sending::Contact contact;
    QString checkedBy; // a person's name
    bool operator==(const BookEntry &) const = default;
};

class AddressDesk
{
public:
    virtual ~AddressDesk() = default;

    /// As AddressBook::find().
    [[nodiscard]] virtual base::Result<std::vector<BookEntry>> findContacts(const QString &words) const = 0;
    /// As it was stored.
    [[nodiscard]] virtual base::Result<BookEntry> addContact(const sending::Contact &contact) = 0;
    [[nodiscard]] virtual base::Result<BookEntry> changeContact(const sending::Contact &contact) = 0;
    [[nodiscard]] virtual base::Result<void> removeContact(const QString &id) = 0;
    [[nodiscard]] virtual base::Result<BookEntry> checkContact(const QString &id) = 0;
};

} // namespace shirushi::send
