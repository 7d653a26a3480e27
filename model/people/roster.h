// The office's roster 名簿: who belongs to it, in which role and section, with which keys; signed by the
// office's root key (resources/schemas/roster.schema.json). A plain value and pure functions; any thread.
//
// A roster is believed only with a good signature of the root key, and only if its number is not below that
// of the newest one seen.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "base/secretbytes.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace shirushi::people {

/// 代決: stands in for somebody's role, from the first to the last day (案).
struct Deputy {
    QString standsFor; // a person's id
    QDate from;
    QDate until;
    bool operator==(const Deputy &) const = default;
};

struct Person {
    QString id;         // lower-case letters, digits, . _ -; names the slot file
    QString name;       // 山田 太郎
    QString kana;       // ふりがな; may be empty
    QString department; // 課; may be empty
    QString role;       // of the policy pack
    bool administrator = false;
    QByteArray signingKey;   // Ed25519 public key
    QByteArray receivingKey; // X25519 public key
    std::vector<QByteArray> formerKeys; // signing keys of before access was issued anew
    QDateTime since;
    std::optional<QDateTime> closed; // 異動・退職・辞職
    std::vector<Deputy> deputies;    // whom this person stands in for
    bool operator==(const Person &) const = default;
};

/// What the office allows beyond the rule.
struct OfficeSwitches {
    bool paperDecisions = true; // 紙の決裁 may be recorded instead of a signed approval
    bool sharedDuties = false;  // 兼務, with a reason, until it is countersigned
    QStringList parcelFormats{}; // those that were designated 指定 (zip pdf age cms html); empty: none yet, each is offered
    bool operator==(const OfficeSwitches &) const = default;
};

struct Roster {
    std::int64_t number = 0; // grows with every change
    QString office;          // 亀岡市 総務課
    QString policy;          // pack id
    QByteArray rootKey;      // Ed25519 public key of the office
    QByteArray recoveryKey;  // X25519 public key of the recovery code; empty: none was made
    QByteArray journalKey;   // X25519: what is noted before anybody has signed in is sealed to it
    OfficeSwitches switches;
    QDateTime at;
    std::vector<Person> persons; // by id
    QByteArray signature;

    const Person *find(const QString &id) const;
    bool operator==(const Roster &) const = default;
};

QJsonObject toJson(const Roster &roster);
[[nodiscard]] base::Result<Roster> rosterFromJson(const QJsonObject &json, const QString &subject);

[[nodiscard]] base::Result<Roster> sign(Roster roster, const base::SecretBytes &rootPrivateKey);
/// By `rootKey`, which must be the roster's own too.
bool isSignedBy(const Roster &roster, const QByteArray &rootKey);

/// Reads and checks the signature against the root key that the file itself names: whoever has a root key to
/// compare with compares. Damaged where the signature is wrong.
[[nodiscard]] base::Result<Roster> readRoster(const base::Path &file);
[[nodiscard]] base::Result<void> writeRoster(const base::Path &file, const Roster &roster);

/// The root key as it is read aloud: eight groups of four, base32 (the first 20 bytes of its SHA-256).
QString fingerprintOf(const QByteArray &rootKey);

} // namespace shirushi::people
