// Storing: documents are moved into a vault 移動 (not 廃棄: recorded, and no permission is needed). Each is encrypted, read
// back from the disk and compared, described and recorded; only then the original is erased. Its label goes along, and a
// sidecar with it. As the vault: one thread at a time.
#pragma once

#include "label/codecset.h"
#include "vault/vault.h"

#include <functional>
#include <span>

namespace shirushi::vault {

struct StoreOrder {
    std::vector<base::Path> paths; // files, and folders with all that is in them
    bool keepsOriginals = false;
    bool isFinal = false; // 書込禁止
    Keeping keeping;
    QStringList members{}; // these alone, and who puts it; empty: all of the vault
};

/// What became of one file.
struct Stored {
    base::Path original;
    QString id; // of the item; empty where there is an error
    QString name;
    QString path;
    std::optional<base::Error> error; // then the original is where it was, and nothing of it in the vault
    QStringList notices;
    bool hasOriginal = false; // it is still there, though it was not to be kept: a notice says why
};

class Storing
{
public:
    Storing(Vault &vault, const label::CodecSet &codecs) : m_vault(vault), m_codecs(codecs) {}

    /// In the order of names, `done` called after each. Stops when cancelled: files that were not reached have no outcome
    /// and are untouched. An error only where nothing could begin.
    [[nodiscard]] base::Result<std::vector<Stored>> put(const StoreOrder &order, base::Progress &progress,
                                                        const std::function<void(const Stored &)> &done = {});

private:
    struct File {
        base::Path path;
        QString folder; // in the vault's tree
    };
    struct Prepared {
        Stored stored;
        Change change;
    };

    base::Result<Readers> readersFor(const StoreOrder &order) const;
    std::vector<File> filesOf(const StoreOrder &order, std::vector<Stored> &refused) const;
    static std::span<const File> groupAt(const std::vector<File> &files, std::size_t at);
    std::vector<Prepared> prepareAll(std::span<const File> files, const StoreOrder &order, base::Progress &progress) const;
    Prepared prepare(const File &file, const StoreOrder &order, base::Progress &progress) const;
    base::Result<void> tryToPrepare(const File &file, const StoreOrder &order, Prepared &prepared, base::Progress &progress) const;
    base::Result<void> describe(const StoreOrder &order, Item item, Prepared &prepared) const;
    void finish(std::vector<Prepared> &group, std::vector<Stored> &all, const std::function<void(const Stored &)> &done);

    Vault &m_vault;
    const label::CodecSet &m_codecs;
    Readers m_readers;
};

} // namespace shirushi::vault
