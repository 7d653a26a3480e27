#include "vault/rewriting.h"

#include "labelling/entrydrafts.h"
#include "vault/memory.h"

namespace shirushi::vault {

using base::Result;

ledger::EntryDraft entryFor(const Vault &vault, const Item &item, const QString &kind, const base::Path &file)
{
    ledger::EntryDraft draft;
    draft.kind = kind;
    draft.file = base::toDisplay(file.empty() ? vault.layout().descriptionOf(item.id) : file);
    draft.contentHash = item.label ? item.label->contentHash : QStringLiteral("sha256:") + item.content.sha256;
    draft.sha256 = item.content.sha256;
    if (item.label)
        draft.before = draft.after = labelling::classesJson(item.label->policy, item.label->classes);
    draft.details = {{vaultMember, item.vault},
                     {itemMember, item.id},
                     {counterMember, static_cast<qint64>(item.counter)},
                     {sealedMember, item.content.sealed},
                     {QStringLiteral("folder"), base::toDisplay(vault.layout().folder())}};
    if (item.isFinal)
        draft.details.insert(finalMember, item.content.sha256);
    return draft;
}

void addContent(Change &change, WrittenContent written)
{
    change.deed.contents += written.content.file;
    change.deed.sealed += written.content.sealed;
    change.contents.push_back(std::move(written.file));
}

void abandonContents(const Vault &vault, std::vector<WrittenContent> contents)
{
    Change left;
    left.deed.vault = vault.layout().folder();
    for (WrittenContent &content : contents)
        addContent(left, std::move(content));
    abandon(left.deed);
}

Result<Change> rewrite(const Vault &vault, Described before, const Item &after, const QString &kind,
                       std::vector<WrittenContent> contents)
{
    Change change;
    change.deed.vault = vault.layout().folder();
    change.deed.item = after.id;
    change.deed.replaces = before.sha256;
    for (WrittenContent &written : contents)
        addContent(change, std::move(written));
    const QStringList kept = after.files();
    const QStringList files = before.item.files();
    for (const QString &file : files) {
        if (!kept.contains(file))
            change.deed.obsolete += file;
    }
    change.before = std::move(before.file);
    const auto sealed = vault.sealed(after);
    const auto written = sealed ? prepareDescription(change, vault.layout().descriptionOf(after.id), *sealed)
                                : Result<void>(std::unexpected(sealed.error()));
    if (!written) {
        change.description.reset();
        abandon(change.deed);
        return std::unexpected(written.error());
    }
    change.draft = entryFor(vault, after, kind);
    change.draft.details.insert(descriptionMember, change.deed.description);
    return change;
}

Result<WrittenContent> sealAnew(const Vault &vault, const QString &item, const Content &content,
                                const std::vector<QByteArray> &keys, base::Progress &progress)
{
    if (const auto right = checkSealed(vault.layout(), content); !right)
        return std::unexpected(right.error());
    const auto sealed = platform::FileSource::open(vault.layout().file(content.file));
    if (!sealed)
        return std::unexpected(sealed.error());
    auto written = writeContent(ContentOriginal(*sealed, content, vault.own()), vault.layout(), item, keys, vault.own(), progress);
    return written;
}

} // namespace shirushi::vault
