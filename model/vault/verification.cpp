#include "vault/verification.h"

#include "vault/copynote.h"
#include "vault/memory.h"
#include "vault/parallel.h"
#include "vault/sweeping.h"

#include <QCoreApplication>

#include <array>
#include <mutex>
#include <thread>

namespace shirushi::vault {

namespace {

struct Words {
    const char *code;
    const char *sentence;
};

constexpr std::array words{
    Words{"vault-forged", QT_TRANSLATE_NOOP("shirushi::vault", "The list of members does not go on from the one that this computer knows: somebody who was not let in may have written it.")},
    Words{"vault-older", QT_TRANSLATE_NOOP("shirushi::vault", "An older list of members lies in the place of the newest one: somebody who was removed may be on it.")},
    Words{"item-unreadable", QT_TRANSLATE_NOOP("shirushi::vault", "The description cannot be read from the disk.")},
    Words{"item-damaged", QT_TRANSLATE_NOOP("shirushi::vault", "The description was changed or damaged.")},
    Words{"item-exchanged", QT_TRANSLATE_NOOP("shirushi::vault", "Another item's description lies in this place: items were exchanged.")},
    Words{"item-unsigned", QT_TRANSLATE_NOOP("shirushi::vault", "Nobody who may open this item has signed its description.")},
    Words{"item-older", QT_TRANSLATE_NOOP("shirushi::vault", "The item was put back to an older state than the ledger knows.")},
    Words{"item-forked", QT_TRANSLATE_NOOP("shirushi::vault", "The item is another than the one that the ledger knows under the same number of changes.")},
    Words{"item-missing", QT_TRANSLATE_NOOP("shirushi::vault", "The ledger knows this item, and it is gone.")},
    Words{"content-missing", QT_TRANSLATE_NOOP("shirushi::vault", "The content is not there.")},
    Words{"content-changed", QT_TRANSLATE_NOOP("shirushi::vault", "The content is not the one that was put into the vault: it was changed, damaged or exchanged.")},
    Words{"version-missing", QT_TRANSLATE_NOOP("shirushi::vault", "An older content is not there.")},
    Words{"version-changed", QT_TRANSLATE_NOOP("shirushi::vault", "An older content is not the one that was put into the vault: it was changed, damaged or exchanged.")},
    Words{"final-changed", QT_TRANSLATE_NOOP("shirushi::vault", "The content of this item was fixed (write-protected), and it is another one now.")},
    Words{"readers", QT_TRANSLATE_NOOP("shirushi::vault", "The item is locked for others than should be able to open it: it waits to be locked anew.")},
    Words{"copy-note", QT_TRANSLATE_NOOP("shirushi::vault", "This word about a second copy was changed, or nobody of this vault has signed it. It does not count.")},
    Words{"orphan", QT_TRANSLATE_NOOP("shirushi::vault", "This content belongs to no item: the work was interrupted, or its description was removed.")},
    Words{"leftover", QT_TRANSLATE_NOOP("shirushi::vault", "A program was interrupted while it wrote this file.")},
    Words{"stranger", QT_TRANSLATE_NOOP("shirushi::vault", "This file is none of the vault's.")},
};

const char *codeOf(Doubt doubt)
{
    switch (doubt) {
    case Doubt::Unreadable: return "item-unreadable";
    case Doubt::Damaged: return "item-damaged";
    case Doubt::Exchanged: return "item-exchanged";
    case Doubt::Unsigned: return "item-unsigned";
    case Doubt::Missing: return "item-missing";
    case Doubt::ForOthers:
    case Doubt::None: break;
    }
    return nullptr;
}

// Finds what is wrong with one item; several at once.
class ItemCheck
{
public:
    ItemCheck(const Vault &vault, const std::map<QString, Known> &known, const Listing &listing)
        : m_vault(vault), m_known(known), m_listing(listing)
    {
    }

    std::vector<Finding> run(const QString &id) const
    {
        std::vector<Finding> findings;
        const auto files = m_listing.items.find(id);
        const auto known = m_known.find(id);
        if (files == m_listing.items.end() || !files->second.hasDescription) {
            if (known != m_known.end())
                add(findings, "item-missing", id, {}, m_vault.layout().descriptionOf(id));
            if (files != m_listing.items.end())
                checkOrphans(findings, id, {}, files->second, {});
            return findings;
        }
        const Looked looked = m_vault.look(id);
        if (const char *code = codeOf(looked.doubt))
            add(findings, code, id, {}, m_vault.layout().descriptionOf(id));
        if (!looked.described)
            return findings;
        const Item &item = looked.described->item;
        if (known != m_known.end())
            checkAgainst(findings, *looked.described, known->second);
        checkContents(findings, item);
        if (!(item.readers == m_vault.readersOf(item)))
            add(findings, "readers", id, item.name, m_vault.layout().descriptionOf(id));
        checkOrphans(findings, id, item.name, files->second, item.files());
        return findings;
    }

private:
    static void add(std::vector<Finding> &findings, const char *code, const QString &id, const QString &name, const base::Path &file)
    {
        findings.push_back({QString::fromLatin1(code), id, name, base::toDisplay(file), sentenceOf(QString::fromLatin1(code))});
    }

    void checkAgainst(std::vector<Finding> &findings, const Described &described, const Known &known) const
    {
        const Item &item = described.item;
        const base::Path file = m_vault.layout().descriptionOf(item.id);
        if (item.counter < known.counter)
            add(findings, "item-older", item.id, item.name, file);
        else if (isOlderThan(item.counter, described.sha256, known))
            add(findings, "item-forked", item.id, item.name, file);
        if (!known.isFinal.isEmpty() && item.content.sha256 != known.isFinal)
            add(findings, "final-changed", item.id, item.name, file);
    }

    void checkContents(std::vector<Finding> &findings, const Item &item) const
    {
        const auto check = [&](const Content &content, const char *missing, const char *changed) {
            const auto right = checkSealed(m_vault.layout(), content);
            if (!right) {
                const bool isMissing = right.error().code == base::ErrorCode::NotFound;
                add(findings, isMissing ? missing : changed, item.id, item.name, m_vault.layout().file(content.file));
            }
        };
        check(item.content, "content-missing", "content-changed");
        for (const Version &version : item.older)
            check(version.content, "version-missing", "version-changed");
    }

    // One that is being written now is none.
    void checkOrphans(std::vector<Finding> &findings, const QString &id, const QString &name, const Listing::Files &files,
                      const QStringList &named) const
    {
        for (const QString &content : files.contents) {
            if (!named.contains(content) && !isHeld(m_vault.layout().file(content)))
                add(findings, "orphan", id, name, m_vault.layout().file(content));
        }
    }

    const Vault &m_vault;
    const std::map<QString, Known> &m_known;
    const Listing &m_listing;
};

void addFiles(std::vector<Finding> &findings, const Listing &listing)
{
    for (const base::Path &file : listing.temporary) {
        if (!isHeld(file))
            findings.push_back({QStringLiteral("leftover"), {}, {}, base::toDisplay(file), sentenceOf(QStringLiteral("leftover"))});
    }
    for (const base::Path &file : listing.strangers)
        findings.push_back({QStringLiteral("stranger"), {}, {}, base::toDisplay(file), sentenceOf(QStringLiteral("stranger"))});
}

} // namespace

QString sentenceOf(const QString &code)
{
    for (const Words &known : words) {
        if (code == QLatin1String(known.code))
            return QCoreApplication::translate("shirushi::vault", known.sentence);
    }
    return code;
}

base::Result<std::vector<Finding>> verify(const Vault &vault, base::Progress &progress)
{
    // The ledger first: what somebody puts meanwhile is newer than what is known, and never missing.
    const auto known = knownItems(vault.parts().ledger, vault.file().id);
    const auto knownFile = knownVault(vault.parts().ledger, vault.file().id);
    if (!known || !knownFile)
        return std::unexpected(known ? knownFile.error() : known.error());
    const auto listing = list(vault.layout());
    if (!listing)
        return std::unexpected(listing.error());
    std::vector<Finding> findings;
    if (*knownFile && isOlderThan(vault.file().counter, vault.fileHash(), **knownFile)) {
        findings.push_back({QStringLiteral("vault-older"), {}, {}, base::toDisplay(vault.layout().vaultFile()),
                            sentenceOf(QStringLiteral("vault-older"))});
    }
    if (*knownFile && !goesOnFrom(vault.file().succession, **knownFile)) {
        findings.push_back({QStringLiteral("vault-forged"), {}, {}, base::toDisplay(vault.layout().vaultFile()),
                            sentenceOf(QStringLiteral("vault-forged"))});
    }
    std::vector<QString> ids;
    for (const auto &[id, files] : listing->items)
        ids.push_back(id);
    for (const auto &[id, state] : *known) {
        if (!listing->items.contains(id))
            ids.push_back(id);
    }
    std::ranges::sort(ids);
    const ItemCheck check(vault, *known, *listing);
    std::vector<std::vector<Finding>> found(ids.size());
    std::atomic<bool> isStopped = false;
    const std::thread::id caller = std::this_thread::get_id();
    inParallel(ids.size(), 1, [&](std::size_t i) {
        found[i] = check.run(ids[i]);
        if (std::this_thread::get_id() == caller) {
            progress.report(i, ids.size(), {});
            isStopped = isStopped || progress.cancelled();
        }
        return !isStopped;
    });
    if (isStopped)
        return base::failure(base::ErrorCode::Cancelled, {}, QCoreApplication::translate("shirushi::vault", "The work was stopped."));
    for (std::vector<Finding> &some : found)
        findings.insert(findings.end(), some.begin(), some.end());
    addFiles(findings, *listing);
    for (const base::Path &file : copyNotesOf(vault).doubtful)
        findings.push_back({QStringLiteral("copy-note"), {}, {}, base::toDisplay(file), sentenceOf(QStringLiteral("copy-note"))});
    return findings;
}

} // namespace shirushi::vault
