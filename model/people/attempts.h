// Wrong passwords: they slow the next attempt down, and they are recorded — also those before anybody has
// signed in. People/attempts.json counts them in the clear; people/attempts.journal holds one sealed line for
// each, which only who can open the ledger reads, and which the next sign-in enters there.
// Any thread; programs take turns by a lock file.
#pragma once

#include "base/clock.h"
#include "base/path.h"
#include "base/result.h"
#include "base/secretbytes.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <vector>

namespace shirushi::people {

struct Attempt {
    QString user; // as typed: an id that does not exist is worth knowing too
    QDateTime at;
};

class Attempts
{
public:
    explicit Attempts(base::Path peopleFolder) : m_folder(std::move(peopleFolder)) {}

    /// How long the next attempt for `user` has to wait: none for the first three wrong ones, then 1, 2, 4 …
    /// up to 30 seconds from the last one on.
    std::chrono::milliseconds delay(const QString &user, const base::Clock &clock) const;

    /// `journalKey`: the X25519 key of the roster; empty where there is none yet.
    void noteWrong(const QString &user, const QByteArray &journalKey, const base::Clock &clock);
    void noteRight(const QString &user);

    /// Gives what the journal holds to `record` and, if that succeeds, empties it. Nobody adds to it meanwhile.
    /// Lines that cannot be opened come as attempts without user and time.
    [[nodiscard]] base::Result<void>
    merge(const base::SecretBytes &journalPrivateKey,
          const std::function<base::Result<void>(const std::vector<Attempt> &attempts)> &record);

private:
    base::Path m_folder;
};

/// The key pair's private half: HKDF-SHA-256(ledger key, info "shirushi/v1/journal").
[[nodiscard]] base::Result<base::SecretBytes> journalPrivateKey(const base::SecretBytes &ledgerKey);
[[nodiscard]] base::Result<QByteArray> journalPublicKey(const base::SecretBytes &ledgerKey);

} // namespace shirushi::people
