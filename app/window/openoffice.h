// OpenOffice: what there is only while somebody is signed in: session, ledger, settings, rules. One desk owns it;
// the others are lent it. A plain value; who holds the desk's lock uses it.
#pragma once

#include "people/office.h"

namespace shirushi::window {

struct OpenOffice {
    people::Session session;
    ledger::Ledger ledger;
    people::Settings settings;
    std::shared_ptr<const policy::Pack> pack;
    std::shared_ptr<const people::Directory> directory;
    bool isShared = false;                 // the ledger was opened with a shared folder
    std::vector<ledger::Finding> findings; // of opening, and of looking at everything since
};

/// The first finding that forbids writing, as an error; nothing where there is none.
std::optional<base::Error> readOnlyError(const OpenOffice &open);

} // namespace shirushi::window
