// PeopleDesk: what an administrator does about the people of the office. What takes a password takes a second and
// may be called from any thread; one call at a time, the rest on the window's.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "base/secretbytes.h"
#include "policy/pack.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace shirushi::window {

/// 代決, of today or later.
struct StandIn {
    QString standsFor; // a person's id
    QString text;      // 山田 太郎（4月1日～4月30日）
};

/// A line of the list.
struct Member {
    QString id;
    QString name;
    QString kana;
    QString department;
    QString role;      // id
    QString roleTitle; // in the window's language
    bool administrator = false;
    bool temporaryPassword = false;
    QDate closed;          // invalid: in the office
    std::vector<StandIn> standsFor;
};

struct RoleChoice {
    QString id;
    QString title;
};

struct NewMember {
    QString id;
    QString name;
    QString kana;
    QString department;
    QString role;
    bool administrator = false;
};

/// What an application says, and whether that person is in the office already.
struct Applied {
    QString id;
    QString name;
    QString department;
    bool isMember = false; // who has lost a password: the new keys take the place of the old ones
};

struct Switches {
    bool paperDecisions = true;
    bool sharedDuties = false;
    bool maySharedDuties = false; // the rules know such an exception
};

/// Of encryption.
struct Methods {
    QStringList designated; // words of the parcel formats; empty: none yet
    QString designator;     // 最高情報統括責任者
    policy::Citation citation;
};

class PeopleDesk
{
public:
    virtual ~PeopleDesk() = default;

    /// By ふりがな, who has left at the end.
    virtual std::vector<Member> members() const = 0;
    virtual std::vector<RoleChoice> roles() const = 0;
    virtual QString fingerprint() const = 0;
    virtual Switches switches() const = 0;
    [[nodiscard]] virtual base::Result<void> setSwitches(const Switches &switches) = 0;
    virtual Methods methods() const = 0;
    [[nodiscard]] virtual base::Result<void> setMethods(const QStringList &designated) = 0;

    [[nodiscard]] virtual base::Result<void> add(const NewMember &member, const base::SecretBytes &temporaryPassword) = 0;
    [[nodiscard]] virtual base::Result<Applied> readApplication(const base::Path &application) const = 0;
    /// `application`: a file that somebody sent; the role is the administrator's to give.
    [[nodiscard]] virtual base::Result<void> admit(const base::Path &application, const QString &role) = 0;
    /// Of somebody in the office, who made new keys on another desktop. Whoever calls it has asked that person.
    [[nodiscard]] virtual base::Result<void> renewKeys(const base::Path &application) = 0;
    [[nodiscard]] virtual base::Result<void> setRole(const QString &id, const QString &role) = 0;
    [[nodiscard]] virtual base::Result<void> reissue(const QString &id, const base::SecretBytes &temporaryPassword) = 0;
    /// What `id` still has to give back or see through.
    virtual base::Result<QStringList> checklist(const QString &id) const = 0;
    [[nodiscard]] virtual base::Result<void> close(const QString &id, const QString &reason) = 0;
    [[nodiscard]] virtual base::Result<void> setDeputy(const QString &id, const QString &standsFor, QDate from,
                                                       QDate until) = 0;
    /// From now on, whatever last day it had.
    [[nodiscard]] virtual base::Result<void> endDeputy(const QString &id, const QString &standsFor) = 0;
    /// Shown once; the one of before opens nothing any more.
    [[nodiscard]] virtual base::Result<QString> makeRecoveryCode() = 0;
    [[nodiscard]] virtual base::Result<void> exportRoster(const base::Path &file) = 0;
};

} // namespace shirushi::window
