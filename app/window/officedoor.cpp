// OfficeDesk at the door: founding, joining, signing in, lost and temporary passwords.
#include "window/officedesk.h"

#include "crypto/seal.h"
#include "people/attempts.h"
#include "people/base32.h"
#include "people/recovery.h"
#include "people/renewal.h"

#include <QCoreApplication>

namespace shirushi::window {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

} // namespace

std::shared_ptr<const policy::Pack> OfficeDesk::packInForce() const
{
    return library().find(people::readSettings(m_office.settingsFile()).value_or(people::Settings()).policy);
}

base::Result<Founded> OfficeDesk::setUp(const Beginning &beginning)
{
    const auto pack = library().find(beginning.policy);
    if (!pack)
        return base::failure(base::ErrorCode::NotFound, beginning.policy, tr("These rules are not installed."));
    auto code = beginning.alone ? base::Result<base::SecretBytes>(base::SecretBytes())
                                : crypto::randomSecret(people::recoveryCodeSize);
    if (!code)
        return std::unexpected(code.error());
    auto session = m_office.found(*pack,
                                  {beginning.user, beginning.name, beginning.role, beginning.kana, beginning.department,
                                   beginning.office},
                                  beginning.password, *code, m_clock);
    if (!session)
        return std::unexpected(session.error());
    if (const auto entered = enter(std::move(*session)); !entered)
        return std::unexpected(entered.error());
    return Founded{code->isEmpty() ? QString() : people::toGroups(*code),
                   people::fingerprintOf(m_directory.load()->roster().rootKey)};
}

bool OfficeDesk::hasApplied() const
{
    return people::hasApplied(m_office);
}

base::Result<base::Path> OfficeDesk::apply(const Applicant &applicant)
{
    const auto application = people::apply(m_office,
                                           {applicant.user, applicant.name, {}, applicant.kana, applicant.department},
                                           applicant.password, m_clock);
    if (!application)
        return std::unexpected(application.error());
    return people::applicationFile(m_office);
}

base::Path OfficeDesk::application() const
{
    return people::applicationFile(m_office);
}

base::Result<Answer> OfficeDesk::readAnswer(const base::Path &roster) const
{
    const auto read = people::readRoster(roster);
    if (!read)
        return std::unexpected(read.error());
    return Answer{read->office, people::fingerprintOf(read->rootKey)};
}

base::Result<void> OfficeDesk::join(const base::Path &roster, const base::SecretBytes &password)
{
    const auto read = people::readRoster(roster);
    if (!read)
        return std::unexpected(read.error());
    if (!library().find(read->policy))
        return base::failure(base::ErrorCode::NotFound, read->policy, tr("The rules of this office are not installed."));
    const auto application = people::readApplication(people::applicationFile(m_office));
    if (!application)
        return std::unexpected(application.error());
    auto session = people::join(m_office, *read, application->id, password, m_clock);
    if (!session)
        return std::unexpected(session.error());
    return enter(std::move(*session));
}

std::vector<Person> OfficeDesk::people() const
{
    std::vector<Person> people;
    for (const people::Person &person : m_directory.load()->active()) {
        // Who works on another desktop has no key file here.
        std::error_code ignored;
        if (std::filesystem::exists(m_office.slotFile(person.id), ignored))
            people.push_back({person.id, person.name, {}});
    }
    return people;
}

std::chrono::milliseconds OfficeDesk::waitFor(const QString &user) const
{
    return people::Attempts(m_office.peopleFolder()).delay(user, m_clock);
}

base::Result<void> OfficeDesk::signIn(const QString &user, const base::SecretBytes &password)
{
    auto session = m_office.signIn(user, password, m_clock);
    if (!session)
        return std::unexpected(session.error());
    if (session->mustChangePassword()) {
        m_temporary = std::move(*session);
        return {};
    }
    return enter(std::move(*session));
}

base::Result<void> OfficeDesk::changePassword(const base::SecretBytes &password)
{
    if (!m_temporary)
        return base::failure(base::ErrorCode::NotSignedIn, {}, tr("Shirushi is locked."));
    const auto pack = packInForce();
    const auto verdict = people::judgePassword(pack ? pack->passwords : policy::PasswordRules(), password,
                                               ownerOf(m_temporary->user()));
    if (!verdict.isAllowed())
        return base::failure(base::ErrorCode::InvalidInput, m_temporary->user(), verdict.sentences().front());
    if (const auto changed = people::changeOwnPassword(m_office, *m_temporary, password); !changed)
        return changed;
    people::Session session = std::move(*m_temporary);
    m_temporary.reset();
    return enter(std::move(session));
}

base::Result<void> OfficeDesk::recover(const QString &user, const QString &code, const base::SecretBytes &password)
{
    const auto bytes = people::fromGroups(code.trimmed(), people::recoveryCodeSize);
    if (!bytes)
        return base::failure(base::ErrorCode::WrongPassword, user, tr("This is no recovery code: a character was misread."));
    if (!people::keepsRootKey(m_office)) {
        const auto application = people::beginRenewal(m_office, *bytes, user, password, m_clock);
        return application ? base::Result<void>() : std::unexpected(application.error());
    }
    auto session = people::recover(m_office, *bytes, user, password, m_clock);
    if (!session)
        return std::unexpected(session.error());
    return enter(std::move(*session));
}

bool OfficeDesk::keepsRoot() const
{
    return people::keepsRootKey(m_office);
}

std::optional<Person> OfficeDesk::renewing() const
{
    for (const people::Person &person : m_directory.load()->active()) {
        if (people::isRenewing(m_office, person.id))
            return Person{person.id, person.name, {}};
    }
    return std::nullopt;
}

base::Result<void> OfficeDesk::finishRenewal(const base::Path &roster, const base::SecretBytes &password)
{
    const auto waiting = renewing();
    if (!waiting)
        return base::failure(base::ErrorCode::NotFound, base::toDisplay(roster), tr("Nobody's new keys wait for a roster here."));
    const auto read = people::readRoster(roster);
    if (!read)
        return std::unexpected(read.error());
    if (!library().find(read->policy))
        return base::failure(base::ErrorCode::NotFound, read->policy, tr("The rules of this office are not installed."));
    auto session = people::finishRenewal(m_office, *read, waiting->id, password, m_clock);
    if (!session)
        return std::unexpected(session.error());
    return enter(std::move(*session));
}

policy::PasswordRules OfficeDesk::passwordRules() const
{
    const auto pack = packInForce();
    return pack ? pack->passwords : policy::PasswordRules();
}

people::PasswordOwner OfficeDesk::ownerOf(const QString &user) const
{
    const auto directory = m_directory.load();
    const people::Person *person = directory->find(user);
    return person ? people::PasswordOwner{user, person->name, person->kana} : people::PasswordOwner{user, {}, {}};
}

std::chrono::milliseconds OfficeDesk::idleTime() const
{
    return std::chrono::minutes(m_open ? m_open->pack->idle.minutes : policy::IdleTime().minutes);
}

PeopleDesk *OfficeDesk::peopleDesk()
{
    if (!m_open || !m_directory.load()->isAdministrator(m_open->session.user()))
        return nullptr;
    if (!m_people) {
        const auto open = [this]() -> std::optional<OfficePeople::Open> {
            if (!m_open)
                return std::nullopt;
            return OfficePeople::Open{m_open->session, m_open->ledger, m_open->pack};
        };
        m_people = std::make_unique<OfficePeople>(OfficePeople::Parts{
            m_office, m_clock, m_ledgerLock, open,
            [this] { readRoster(); }});
    }
    return m_people.get();
}

} // namespace shirushi::window
