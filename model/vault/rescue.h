// Rescue items: what somebody wrote into an open item and could not be saved back. In the data folder, an age file with the
// document byte for byte and one with its description, both for the person who had it open and for who can recover what is in
// the vault. They are made with public keys alone, so that no one has to be signed in; nobody has signed them, and they change
// nothing by themselves: the person looks at them and says what becomes of them. One thread at a time.
//
//   rescue/ID.age        the document
//   rescue/ID.item.age   the description
#pragma once

#include "vault/opening.h"
#include "vault/vault.h"

namespace shirushi::vault {

struct Rescue {
    QString id;       // UUID
    base::Path vault; // its folder, as it was
    QString vaultId;
    QString vaultName;
    QString item;              // id
    QString name;              // of the document
    std::int64_t counter = 0;  // the item's when it was opened or last saved
    bool isOther = false;      // another file, which the person wrote beside the document
    std::uint64_t size = 0;    // bytes
    QString sha256;            // hex, of the document
    QString person;            // who had it open
    QDateTime at;
    QString reason; // a sentence
    bool operator==(const Rescue &) const = default;
};

class Rescues
{
public:
    explicit Rescues(const base::Path &dataFolder) : m_folder(dataFolder / "rescue") {}

    /// Those that `identities` open, the newest first. What cannot be read is passed over.
    std::vector<Rescue> list(const crypto::age::Identities &identities) const;
    /// How many there are, whoever they are for.
    std::size_t count() const;

    /// Encrypts `document` for `keys` and reads back from the disk what was written. On success both files are there to stay;
    /// they replace those of the same id. Its size and hash are set here.
    [[nodiscard]] base::Result<void> seal(Rescue rescue, const platform::FileSource &document, const std::vector<QByteArray> &keys) const;

    /// Makes it the item's newest content: what the item has now becomes an older version. What the person wrote beside the
    /// document, or where the item is final or gone, becomes an item of its own, with the readers and the retention of that one; it has no label yet.
    /// Recorded; the rescue item is gone then. InvalidInput for another vault's, Forbidden for who is no member.
    [[nodiscard]] base::Result<Item> save(const Rescue &rescue, Vault &vault, base::Progress &progress) const;
    /// Throws it away. Recorded.
    [[nodiscard]] base::Result<void> discard(const Rescue &rescue, const VaultParts &parts) const;

    /// Removes what a kill left half written, once it is old enough to be nobody's work.
    void sweep() const;

    base::Path contentOf(const QString &id) const { return m_folder / (id.toStdString() + ".age"); }
    base::Path descriptionOf(const QString &id) const { return m_folder / (id.toStdString() + ".item.age"); }

private:
    void remove(const QString &id) const;

    base::Path m_folder;
};

} // namespace shirushi::vault
