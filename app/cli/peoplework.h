// What the commands about people have in common: signed in, the ledger open for writing, the rules at hand.
#pragma once

#include "cli/office.h"
#include "people/administration.h"
#include "people/passwordrules.h"

#include <QJsonObject>

namespace shirushi::cli {

struct PeopleWork {
    people::Office office;
    people::Session session;
    ledger::Ledger ledger;
    std::shared_ptr<const policy::Pack> pack;
    base::SystemClock clock{};

    [[nodiscard]] base::Result<people::Administration> administration()
    {
        return people::Administration::open(office, session, ledger, clock);
    }
};

/// On the heap: an Administration refers to it.
[[nodiscard]] base::Result<std::unique_ptr<PeopleWork>> openPeopleWork(const Arguments &arguments);

/// The rules of the office that is set up here; without a pack the shortest rules there are.
[[nodiscard]] base::Result<std::shared_ptr<const policy::Pack>> packOf(const people::Office &office);

/// One line a broken rule on standard error, with the article. True where there was none.
bool keepsPasswordRules(const policy::Pack &pack, const base::SecretBytes &password, const people::PasswordOwner &owner);

QJsonObject toJson(const people::Office &office, const people::Person &person);

} // namespace shirushi::cli
