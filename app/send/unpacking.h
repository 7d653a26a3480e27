// Opening a parcel into a folder of its own, which is there afterwards only where files came out. Any thread.
#pragma once

#include "send/senddesk.h"

namespace shirushi::send {

struct Unpacking {
    base::Path parcel;
    base::Path folder;      // made where it is not there
    base::Path certificate; // of CMS
    base::Path key;
};

/// A folder named as the parcel, beside it: 送付-20261121 for 送付-20261121.zip.
base::Path folderBeside(const base::Path &parcel);

/// As long as a made password, but its check character says no.
bool looksMistyped(const QString &typed);

/// SendDesk::receive() with what the key files hold.
[[nodiscard]] base::Result<sending::Received> unpack(SendDesk &desk, const Unpacking &unpacking, sending::ParcelSecret &secret,
                                                     base::Progress &progress);

} // namespace shirushi::send
