// Joining an office 職場に参加する: somebody makes their own keys and a signed application 参加申請, which goes to the
// administrator by mail or by hand; the answer is the office's roster with that person and the role the
// administrator gave. With it this desktop founds a ledger of its own under the same root.
//
// people/application.json (resources/schemas/application.schema.json) is the application; the private keys stay in
// people/ID.json and go nowhere. Any thread, one call at a time.
#pragma once

#include "people/administration.h"

namespace shirushi::people {

struct Application {
    QString id;
    QString name;
    QString kana;
    QString department;
    QString role; // wished for; the administrator decides
    QByteArray signingKey;
    QByteArray receivingKey;
    QDateTime at;
    QByteArray signature; // by signingKey: who applies has the key
    bool operator==(const Application &) const = default;
};

QJsonObject toJson(const Application &application);
/// With a good signature of the key it names; Damaged otherwise.
[[nodiscard]] base::Result<Application> applicationFromJson(const QJsonObject &json, const QString &subject);
[[nodiscard]] base::Result<Application> readApplication(const base::Path &file);

base::Path applicationFile(const Office &office);
/// Somebody has applied here and no roster has answered yet.
bool hasApplied(const Office &office);

/// Makes folder, keys and application, in place of an earlier one. `person.administrator` is not looked at.
/// Forbidden where an office is set up here.
[[nodiscard]] base::Result<Application> apply(const Office &office, const NewPerson &person,
                                              const base::SecretBytes &password, const base::Clock &clock);

/// Signed by `session`, whose keys it names.
[[nodiscard]] base::Result<Application> makeApplication(const NewPerson &person, const Session &session,
                                                        const base::Clock &clock);

/// The root key as somebody reads it out: case, hyphens and letters that look alike do not matter.
bool isFingerprint(const QString &text, const QByteArray &rootKey);

/// `roster`, whose root key's fingerprint was compared, answers the application: the ledger of this desktop is
/// founded with it. NotSignedIn for a wrong password, NotFound where the roster does not have this person with
/// these keys, Forbidden where an office is set up here.
[[nodiscard]] base::Result<Session> join(const Office &office, const Roster &roster, const QString &id,
                                         const base::SecretBytes &password, const base::Clock &clock);

/// A newer roster of the same office, recorded. Where it closes somebody who has a key file here, or gives them
/// other keys, the ledger gets a new key and the file is destroyed; not where nobody else would have access. Damaged for
/// another root key or a bad signature, Changed for one that is not newer; InvalidInput: there is a personal number
/// in it. The same one again is no error and records nothing.
[[nodiscard]] base::Result<void> importRoster(const Office &office, ledger::Ledger &ledger, Session &session,
                                              const Roster &roster, const base::Clock &clock);

/// What importRoster checks: false where it is known already.
[[nodiscard]] base::Result<bool> checkRoster(const Office &office, ledger::Ledger &ledger, const Roster &roster);
/// What importRoster does then. `change` is what the entry calls it: of "recovered" the ledger gets a new key in any
/// case.
[[nodiscard]] base::Result<void> takeRoster(const Office &office, ledger::Ledger &ledger, Session &session,
                                            const Roster &roster, const base::Clock &clock, const QString &change);

} // namespace shirushi::people
