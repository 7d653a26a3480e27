// Vault 保管庫: a folder in which documents lie encrypted, for its members and for who can always recover them (escrow).
// Any age program opens what is in it. Several desktops may work in one vault at once, over a file server or with a
// medium that is carried between them; each records what it does in its own ledger.
//
// An item's description is believed when somebody signed it who could open the item and is, or once was, of this vault;
// the vault's own list when somebody who is on it signed it, and when it is not older than what the ledger knows. Who may
// write in the folder can remove files and bring back old ones: verification.h finds that. File names and the tree do not
// show; how large a content is does (age has no padding).
// One object belongs to one thread at a time; read() may be called from several at once.
#pragma once

#include "people/directory.h"
#include "people/session.h"
#include "policy/pack.h"
#include "vault/change.h"
#include "vault/sealing.h"
#include "vault/vaultfile.h"

namespace shirushi::vault {

/// All of it outlives the vault.
struct VaultParts {
    ledger::Ledger &ledger;
    const people::Session &session;
    std::shared_ptr<const people::Directory> directory;
    std::shared_ptr<const policy::Pack> pack;
    const base::Clock &clock;
    base::Path lockFile; // see ChangeParts
};

struct NewVault {
    base::Path folder;
    QString name;        // empty: the folder's
    QStringList members; // ids, beside who makes it
};

/// A description that was read and is believed: signed by somebody of the roster, of this vault and this place.
struct Described {
    Item item;
    QString sha256; // hex, of its file
    std::optional<platform::FileSource> file;
};

/// Why a description is not believed.
enum class Doubt {
    None,
    Missing,
    Unreadable, // the disk refuses
    ForOthers,  // locked for other people, which is no fault
    Damaged,    // no description, or changed
    Exchanged,  // of another item or vault
    Unsigned,   // nobody who may have signed it has
};

struct Looked {
    Doubt doubt = Doubt::None;
    std::optional<Described> described; // None alone has one
    base::Error error{};                // of the others
};

class Vault
{
public:
    /// Makes the folder, which must be empty or not there, and records it. NotFound for a member who is not in the roster.
    [[nodiscard]] static base::Result<Vault> create(const NewVault &order, const VaultParts &parts);
    /// Forbidden for who is neither member nor escrow. Damaged where nobody on it has signed vault.age.
    [[nodiscard]] static base::Result<Vault> open(const base::Path &folder, const VaultParts &parts);
    /// Before anything is encrypted by vault.age: Damaged where it is older than what the ledger knows, for then somebody
    /// who was removed may be on it.
    [[nodiscard]] base::Result<void> checkAgainstLedger() const;

    const VaultFile &file() const { return m_file; }
    const QString &fileHash() const { return m_fileHash; }
    const Layout &layout() const { return m_layout; }
    const VaultParts &parts() const { return m_parts; }
    const crypto::age::Identities &own() const { return m_own; }
    QString me() const { return m_parts.session.user(); }
    bool amMember() const { return m_file.readers.hasMember(me()); }
    ChangeParts changeParts() const { return {m_parts.ledger, m_parts.session, m_parts.clock, m_parts.lockFile}; }

    [[nodiscard]] Looked look(const QString &id) const;
    /// NotFound; Forbidden where it is for others; Damaged where it cannot be believed.
    [[nodiscard]] base::Result<Described> read(const QString &id) const;
    /// What may stand for an item: its id, or the beginning of it that no other has. NotFound, InvalidInput.
    [[nodiscard]] base::Result<QString> idFrom(const QString &text) const;

    /// For whom something is encrypted now: `members` by the roster's keys of today, and the escrow. Who is not in the
    /// office any more is left out.
    Readers readersFor(const QStringList &members) const;
    /// For whom the item should be.
    Readers readersOf(const Item &item) const;

    /// Signs and encrypts for its readers.
    [[nodiscard]] base::Result<QByteArray> sealed(const Item &item) const;
    [[nodiscard]] base::Result<QByteArray> sealed(const VaultFile &file) const;

    /// An item as it is before `change`: counter, who and when are set.
    Item changed(Item item, const QString &deed, const QString &note = {}) const;

    /// Reads vault.age anew; errors as open().
    [[nodiscard]] base::Result<void> load();

private:
    Vault(Layout layout, VaultParts parts) : m_layout(std::move(layout)), m_parts(std::move(parts)) {}

    Layout m_layout;
    VaultParts m_parts;
    crypto::age::Identities m_own;
    VaultFile m_file;
    QString m_fileHash;
};

/// Records that a vault made elsewhere, or carried to another place, is used at this desktop from now on: where it is, and its
/// state, so that an older one put in its place is noticed. Errors as checkAgainstLedger(), and the ledger's.
[[nodiscard]] base::Result<void> noteJoined(const Vault &vault);

/// By the pack and the roster, those who can always open what is in a vault of `department`.
std::vector<Reader> escrowOf(const policy::Pack &pack, const people::Roster &roster, const QString &department);

} // namespace shirushi::vault
