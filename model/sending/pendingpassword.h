// Passwords of parcels that have not been told yet 未伝達: each in a file of its own, sealed to the sender's X25519
// key, until it has been told; then erased. The ledger never has one. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "base/secretbytes.h"

#include <QString>

namespace shirushi::sending {

class PendingPasswords
{
public:
    /// `folder` is made when the first one is kept.
    explicit PendingPasswords(base::Path folder) : m_folder(std::move(folder)) {}

    /// `id`: of the sending, a UUID. `recipient`: the sender's public key, 32 bytes.
    [[nodiscard]] base::Result<void> keep(const QString &id, const base::SecretBytes &password,
                                          const QByteArray &recipient) const;
    /// NotFound where none is kept; WrongPassword where it is somebody else's.
    [[nodiscard]] base::Result<base::SecretBytes> open(const QString &id, const base::SecretBytes &privateKey) const;
    bool has(const QString &id) const;
    const base::Path &folder() const { return m_folder; }
    /// Overwritten, as far as the medium does that, and removed. None being there is no error.
    [[nodiscard]] base::Result<void> erase(const QString &id) const;

private:
    [[nodiscard]] base::Result<base::Path> fileFor(const QString &id) const;

    base::Path m_folder;
};

} // namespace shirushi::sending
