// OfficePeople: PeopleDesk over people and ledger. It outlives what is open: while nobody is signed in, its lists are
// empty and every deed is NotSignedIn.
#pragma once

#include "people/administration.h"
#include "window/peopledesk.h"

#include <functional>
#include <mutex>
#include <optional>

namespace shirushi::window {

class OfficePeople final : public PeopleDesk
{
public:
    /// Who is signed in, with what.
    struct Open {
        people::Session &session;
        ledger::Ledger &ledger;
        std::shared_ptr<const policy::Pack> pack;
    };
    /// What it works with. All of it outlives the object; `lock` is held around `open` and the ledger.
    struct Parts {
        const people::Office &office;
        const base::Clock &clock;
        std::mutex &lock;
        std::function<std::optional<Open>()> open;
        std::function<void()> changed; // the roster is another one now; called with the lock held
    };
    explicit OfficePeople(Parts parts) : m_parts(std::move(parts)) {}

    std::vector<Member> members() const override;
    std::vector<RoleChoice> roles() const override;
    QString fingerprint() const override;
    Switches switches() const override;
    base::Result<void> setSwitches(const Switches &switches) override;
    Methods methods() const override;
    base::Result<void> setMethods(const QStringList &designated) override;
    base::Result<void> add(const NewMember &member, const base::SecretBytes &temporaryPassword) override;
    base::Result<void> admit(const base::Path &application, const QString &role) override;
    base::Result<Applied> readApplication(const base::Path &application) const override;
    base::Result<void> renewKeys(const base::Path &application) override;
    base::Result<void> setRole(const QString &id, const QString &role) override;
    base::Result<void> reissue(const QString &id, const base::SecretBytes &temporaryPassword) override;
    base::Result<QStringList> checklist(const QString &id) const override;
    base::Result<void> close(const QString &id, const QString &reason) override;
    base::Result<void> setDeputy(const QString &id, const QString &standsFor, QDate from, QDate until) override;
    base::Result<void> endDeputy(const QString &id, const QString &standsFor) override;
    base::Result<QString> makeRecoveryCode() override;
    base::Result<void> exportRoster(const base::Path &file) override;

private:
    template <typename Deed>
    std::invoke_result_t<Deed, people::Administration &, const policy::Pack &> administer(Deed deed);
    base::Result<void> changePerson(const QString &id, const std::function<void(people::Person &)> &change);
    std::shared_ptr<const policy::Pack> pack() const;

    Parts m_parts;
};

} // namespace shirushi::window
