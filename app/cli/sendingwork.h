// What the commands about parcels share.
#pragma once

#include "cli/labeldesk.h"
#include "sending/sendingdesk.h"

namespace shirushi::cli {

sending::SendingDesk sendingDesk(Desk &desk);

/// A line a look on standard error.
void tellLooks(const std::vector<sending::SecondLook> &looks);

/// Where the password goes: name and number of whom the parcel went to, a line each on standard error.
/// What a kill has left without a record, told once each.
void tellUnrecorded(const sending::SendingDesk &sending);
void tellNumbers(sending::SendingDesk &sending, const QString &id);

} // namespace shirushi::cli
