// Who may sign in this ledger, as the ledger itself says it: entries that carry a roster change it. An
// interface that the people above the ledger implement.
#pragma once

#include "ledger/entry.h"
#include "ledger/signednote.h"

#include <memory>
#include <optional>

namespace shirushi::ledger {

/// Who may sign, at one time. Unchanging; any thread.
class Signatories
{
public:
    virtual ~Signatories() = default;
    /// The public key where `user` may sign with the key of this id.
    virtual std::optional<QByteArray> publicKey(const QString &user, const QString &keyId) const = 0;
    /// The key of whoever may sign a checkpoint under this name; a person who has left may have signed the last.
    virtual std::vector<QByteArray> keysOf(const QString &user) const = 0;
    virtual bool isAdministrator(const QString &user) const = 0;
};

/// True if somebody of the office signed the note under their own name.
bool isSignedInOffice(const SignedNote &note, const Signatories &signatories);

/// Follows the ledger from its first entry. One thread at a time.
class SignatoryHistory
{
public:
    virtual ~SignatoryHistory() = default;
    /// To be shown every entry for which this is true, in order.
    virtual bool concerns(const QString &kind) const = 0;
    /// An error (a sentence) where the entry claims to change who may sign and does so wrongly.
    [[nodiscard]] virtual base::Result<void> see(const Entry &entry) = 0;
    /// As it stands after the entries seen so far.
    virtual std::shared_ptr<const Signatories> current() const = 0;
};

} // namespace shirushi::ledger
