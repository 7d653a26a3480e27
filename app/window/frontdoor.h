// FrontDoor: what the window's frame asks of the office behind it: setting it up, signing in, locking, and what
// there is to set. people() and isSetUp() may be asked before signing in. setUp() and signIn() take a second
// (the password is stretched) and may be called from any thread; one call at a time, the rest on the window's.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "base/secretbytes.h"
#include "policy/pack.h"

#include <memory>
#include <optional>

namespace shirushi::window {

struct Person {
    QString id;
    QString name;  // 山田 太郎
    QString title; // of the role, in the window's language: 職員
    bool operator==(const Person &) const = default;
};

/// What a first start is told.
struct Beginning {
    QString policy;
    QString user;
    QString name;
    QString role;
    base::SecretBytes password;
};

/// What a person may set; where the pack decides, nothing is set.
struct Preferences {
    QString policy;
    bool markHeader = true;
    bool markName = false;
    base::Path sharedFolder{}; // of the office; holds from the next sign-in on. Empty: none
};

class FrontDoor
{
public:
    virtual ~FrontDoor() = default;

    virtual bool isSetUp() const = 0;
    /// Reads the packs when it is first asked: any thread.
    virtual std::vector<std::shared_ptr<const policy::Pack>> offeredRules() const = 0;
    [[nodiscard]] virtual base::Result<void> setUp(const Beginning &beginning) = 0;

    virtual std::vector<Person> people() const = 0;
    [[nodiscard]] virtual base::Result<void> signIn(const QString &user, const base::SecretBytes &password) = 0;
    virtual void lock() = 0;

    /// Nobody while it is locked.
    virtual std::optional<Person> who() const = 0;
    virtual QString rulesTitle() const = 0;

    virtual Preferences preferences() const = 0;
    [[nodiscard]] virtual base::Result<void> setPreferences(const Preferences &preferences) = 0;
};

} // namespace shirushi::window
