// Passwords of parcels that have not been told yet 未伝達: each in a file of its own, sealed to the sender's X25519
// key, until it has been told; then erased. The ledger never has one. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "base/secretbytes.h"
#include "platform/filelock.h"

#include <QString>

#include <functional>
#include <optional>

namespace shirushi::sending {

/// A parcel in the making: as long as this lives, its password waits for it. Where the program is killed meanwhile, a
/// mark stays behind, by which PendingPasswords::eraseAbandoned() knows it.
class ParcelInTheMaking
{
public:
    ParcelInTheMaking(ParcelInTheMaking &&) noexcept = default;
    ParcelInTheMaking &operator=(ParcelInTheMaking &&) = delete;
    ~ParcelInTheMaking();

private:
    friend class PendingPasswords;
    ParcelInTheMaking(platform::FileLock lock, base::Path mark) : m_lock(std::move(lock)), m_mark(std::move(mark)) {}
    std::optional<platform::FileLock> m_lock;
    base::Path m_mark;
};

class PendingPasswords
{
public:
    /// `folder` is made when the first one is kept.
    explicit PendingPasswords(base::Path folder) : m_folder(std::move(folder)) {}

    /// `id`: of the sending, a UUID. `recipient`: the sender's public key, 32 bytes.
    [[nodiscard]] base::Result<void> keep(const QString &id, const base::SecretBytes &password,
                                          const QByteArray &recipient) const;
    /// Before keep(). Let go of once the sending is recorded, or its password erased.
    [[nodiscard]] base::Result<ParcelInTheMaking> begin(const QString &id) const;
    /// Erases those whose parcel nobody is making any more and that were never sent: a kill has left them.
    void eraseAbandoned(const std::function<bool(const QString &id)> &wasSent) const;
    /// NotFound where none is kept; WrongPassword where it is somebody else's.
    [[nodiscard]] base::Result<base::SecretBytes> open(const QString &id, const base::SecretBytes &privateKey) const;
    bool has(const QString &id) const;
    /// Overwritten, as far as the medium does that, and removed. None being there is no error.
    [[nodiscard]] base::Result<void> erase(const QString &id) const;

private:
    [[nodiscard]] base::Result<base::Path> fileFor(const QString &id) const;

    base::Path m_folder;
};

} // namespace shirushi::sending
