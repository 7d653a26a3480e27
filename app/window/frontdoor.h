// FrontDoor: what the window's frame asks of the office behind it: setting it up, signing in, locking, and what
// there is to set. people(), isSetUp() and hasApplied() may be asked before signing in. What takes a password takes
// a second (it is stretched) and may be called from any thread; one call at a time, the rest on the window's.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "base/secretbytes.h"
#include "people/passwordrules.h"
#include "policy/pack.h"

#include <chrono>
#include <memory>
#include <optional>

namespace shirushi::window {

struct Person {
    QString id;
    QString name;  // 山田 太郎
    QString title; // of the role, in the window's language: 職員
    bool operator==(const Person &) const = default;
};

class PeopleDesk;

/// What a first start is told.
struct Beginning {
    QString policy;
    QString user;
    QString name;
    QString role;
    base::SecretBytes password;
    bool alone = true;    // 一人で使う: no recovery code is made
    QString kana{};
    QString department{};
    QString office{};     // its name
};

/// What founding an office shows once.
struct Founded {
    QString recoveryCode; // empty: none was made
    QString fingerprint;
};

/// Who wants to join an office.
struct Applicant {
    QString user;
    QString name;
    QString kana;
    QString department;
    base::SecretBytes password;
};

/// What a roster file says of the office it is of.
struct Answer {
    QString office;
    QString fingerprint;
};

/// What a person may set; where the pack decides, nothing is set.
struct Preferences {
    QString policy;
    bool markHeader = true;
    bool markName = false;
    base::Path sharedFolder{}; // of the office; set by setSharedFolder(). Empty: none
};

class FrontDoor
{
public:
    virtual ~FrontDoor() = default;

    virtual bool isSetUp() const = 0;
    /// Reads the packs when it is first asked: any thread.
    virtual std::vector<std::shared_ptr<const policy::Pack>> offeredRules() const = 0;
    [[nodiscard]] virtual base::Result<Founded> setUp(const Beginning &beginning) = 0;

    /// 職場に参加する: an application was made and no roster has answered it yet.
    virtual bool hasApplied() const = 0;
    /// Where the application lies, to be sent to the administrator.
    [[nodiscard]] virtual base::Result<base::Path> apply(const Applicant &applicant) = 0;
    virtual base::Path application() const = 0;
    [[nodiscard]] virtual base::Result<Answer> readAnswer(const base::Path &roster) const = 0;
    /// Whoever calls it has had the fingerprint compared.
    [[nodiscard]] virtual base::Result<void> join(const base::Path &roster, const base::SecretBytes &password) = 0;

    virtual std::vector<Person> people() const = 0;
    /// How long the next attempt has to wait after wrong passwords.
    virtual std::chrono::milliseconds waitFor(const QString &user) const = 0;
    [[nodiscard]] virtual base::Result<void> signIn(const QString &user, const base::SecretBytes &password) = 0;
    /// The password that was right is a temporary one: nobody is signed in before it is changed.
    virtual bool mustChangePassword() const = 0;
    [[nodiscard]] virtual base::Result<void> changePassword(const base::SecretBytes &password) = 0;
    /// The office's root key lies here, so that who has the code of the safe gets in at once. Where it does not, an
    /// administrator elsewhere answers.
    virtual bool keepsRoot() const = 0;
    /// With the code of the safe. `code` as it was typed. Where keepsRoot() says no, nobody is signed in then: the new keys
    /// wait for a roster, see renewing(), and application() is to be sent.
    [[nodiscard]] virtual base::Result<void> recover(const QString &user, const QString &code,
                                                     const base::SecretBytes &password) = 0;
    /// Whose new keys wait here for the roster that names them; nobody's most of the time.
    virtual std::optional<Person> renewing() const = 0;
    /// That roster: it holds from now on, and whose keys waited is signed in.
    [[nodiscard]] virtual base::Result<void> finishRenewal(const base::Path &roster, const base::SecretBytes &password) = 0;
    virtual policy::PasswordRules passwordRules() const = 0;
    /// Of `user`, who is in the office.
    virtual people::PasswordOwner ownerOf(const QString &user) const = 0;
    virtual void lock() = 0;
    /// How long nobody may touch the window before it locks itself.
    virtual std::chrono::milliseconds idleTime() const = 0;

    /// Nobody while it is locked.
    virtual std::optional<Person> who() const = 0;
    virtual QString rulesTitle() const = 0;
    /// Nothing where who is signed in does not administer the office.
    virtual PeopleDesk *peopleDesk() = 0;

    virtual Preferences preferences() const = 0;
    /// All but the shared folder.
    [[nodiscard]] virtual base::Result<void> setPreferences(const Preferences &preferences) = 0;
    /// Empty: none. Holds at once; a file server may take its time, so any thread.
    [[nodiscard]] virtual base::Result<void> setSharedFolder(const base::Path &folder) = 0;
    virtual std::int64_t rosterNumber() const = 0;
    /// A newer roster of the same office; its number. Any thread.
    [[nodiscard]] virtual base::Result<std::int64_t> importRoster(const base::Path &file) = 0;
    /// The key file of who is signed in, to be carried to another desktop of the office; never over a file.
    [[nodiscard]] virtual base::Result<void> takeKeysAlong(const base::Path &target) = 0;
    /// An administrator's key file from there: they sign in here too from now on. Returns their name.
    [[nodiscard]] virtual base::Result<QString> letIn(const base::Path &keys) = 0;
};

} // namespace shirushi::window
