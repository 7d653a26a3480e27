// The keys of those to whom a parcel goes, as the address book has them. Pure; any thread.
#pragma once

#include "sending/addressbook.h"
#include "sending/parcel.h"

namespace shirushi::sending {

/// Adds each recipient's age key or certificate to `secret`, as the format wants it. NotFound where the book has none of
/// one of them, or has several of that name. Changed where a contact is not what the ledger says of it: a key that was
/// exchanged would let another read. Unsupported for a format without keys.
[[nodiscard]] base::Result<void> addKeysOf(const QStringList &recipients, ParcelFormat format, const std::vector<Contact> &book,
                                           ParcelSecret &secret);

} // namespace shirushi::sending
