#include "vault/rescue.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/age/agefile.h"
#include "crypto/digest.h"
#include "platform/sharedfolder.h"
#include "vault/changing.h"
#include "vault/jsonreading.h"
#include "vault/memory.h"
#include "vault/passing.h"
#include "vault/rewriting.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int formatVersion = 1;
constexpr std::size_t mostRescues = 10'000;
constexpr std::chrono::hours leftBehind{24};
const QString descriptionEnding = QStringLiteral(".item.age");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

QString hex(const QByteArray &digest)
{
    return QString::fromLatin1(base::toHex(digest));
}

QJsonObject toJson(const Rescue &rescue)
{
    return {{QStringLiteral("version"), formatVersion},
            {QStringLiteral("id"), rescue.id},
            {QStringLiteral("vault"), QString::fromLatin1(base::toBase64Url(QByteArray::fromStdString(rescue.vault.native())))},
            {QStringLiteral("vaultId"), rescue.vaultId},
            {QStringLiteral("vaultName"), rescue.vaultName},
            {QStringLiteral("item"), rescue.item},
            {QStringLiteral("name"), rescue.name},
            {QStringLiteral("counter"), static_cast<qint64>(rescue.counter)},
            {QStringLiteral("other"), rescue.isOther},
            {QStringLiteral("size"), static_cast<qint64>(rescue.size)},
            {QStringLiteral("sha256"), rescue.sha256},
            {QStringLiteral("person"), rescue.person},
            {QStringLiteral("at"), base::toRfc3339(rescue.at)},
            {QStringLiteral("reason"), rescue.reason}};
}

std::optional<Rescue> rescueFrom(const QJsonObject &json)
{
    JsonReading reading(json);
    Rescue rescue;
    rescue.id = reading.id("id");
    rescue.vault = base::fromBase64Url(reading.text("vault").toLatin1()).value_or(QByteArray()).toStdString();
    rescue.vaultId = reading.id("vaultId");
    rescue.vaultName = reading.text("vaultName");
    rescue.item = reading.id("item");
    rescue.name = reading.text("name");
    rescue.counter = reading.number("counter", 1);
    rescue.isOther = reading.flag("other");
    rescue.size = static_cast<std::uint64_t>(reading.number("size"));
    rescue.sha256 = reading.hash("sha256");
    rescue.person = reading.text("person");
    rescue.at = reading.time("at");
    rescue.reason = reading.text("reason");
    return reading.isRight() && reading.number("version") == formatVersion ? std::optional(rescue) : std::nullopt;
}

Result<void> checkWritten(const platform::Replacement &file, const QByteArray &digest)
{
    const auto written = platform::FileSource::open(file.temporary());
    const auto now = written ? crypto::sha256(*written) : std::unexpected(written.error());
    if (!now)
        return std::unexpected(now.error());
    return *now == digest ? Result<void>()
                          : base::failure(ErrorCode::Damaged, base::toDisplay(file.target()),
                                          tr("Something else was read back than was written. The medium may be damaged."));
}

// Encrypts `from` into `place`; what lay there goes.
Result<void> encryptTo(const base::Path &place, platform::Source &from, const std::vector<QByteArray> &keys)
{
    auto file = platform::Replacement::create(place);
    if (!file)
        return std::unexpected(file.error());
    file->shareAsFolder();
    HashingSink to(*file);
    crypto::age::Recipients recipients;
    recipients.keys = keys;
    base::NoProgress progress;
    if (const auto done = crypto::age::encrypt(from, to, recipients, progress); !done)
        return std::unexpected(base::Error(done.error()));
    if (const auto flushed = file->prepare(); !flushed)
        return flushed;
    if (const auto right = checkWritten(*file, to.finish()); !right)
        return right;
    std::error_code ignored;
    std::filesystem::remove(place, ignored);
    return file->commit();
}

// Nothing but what was sealed: the description says which bytes.
Result<void> checkContent(const Rescue &rescue, const Original &original)
{
    const auto from = original.read();
    if (!from)
        return std::unexpected(from.error());
    crypto::Sha256 hash;
    std::vector<char> block(1 << 20);
    for (;;) {
        const auto got = (*from)->read(block);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            break;
        hash.add(std::span(block).first(*got));
    }
    return hex(hash.finish()) == rescue.sha256
               ? Result<void>()
               : base::failure(ErrorCode::Damaged, rescue.name, tr("This is not what was sealed: it was changed, damaged or exchanged."));
}

// An item of its own beside the one that it was written into.
Result<Item> putBeside(const Rescue &rescue, const Original &original, Vault &vault, const std::optional<Item> &like, base::Progress &progress)
{
    Item item;
    item.vault = vault.file().id;
    item.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.name = rescue.name;
    if (like) {
        item.path = like->path;
        item.keeping = like->keeping;
        item.ownMembers = like->ownMembers;
        item.readers = vault.readersOf(*like);
    } else {
        item.readers = vault.readersOf(item);
    }
    item.madeAt = item.changedAt = vault.parts().clock.now();
    item.madeBy = item.changedBy = vault.me();
    if (!item.keeping.origin.isValid())
        item.keeping.origin = item.madeAt.toLocalTime().date();
    item.history = {{item.madeAt, item.madeBy, QStringLiteral("put"), {}}};
    auto written = writeContent(original, vault.layout(), item.id, item.readers.keys(), vault.own(), progress);
    if (!written)
        return std::unexpected(written.error());
    item.content = written->content;
    Change change;
    change.deed.vault = vault.layout().folder();
    change.deed.item = item.id;
    addContent(change, std::move(*written));
    const auto sealed = vault.sealed(item);
    const auto prepared = sealed ? prepareDescription(change, vault.layout().descriptionOf(item.id), *sealed)
                                 : Result<void>(std::unexpected(sealed.error()));
    if (!prepared) {
        change.description.reset();
        abandon(change.deed);
        return std::unexpected(prepared.error());
    }
    change.draft = entryFor(vault, item, putKind);
    change.draft.details.insert(descriptionMember, change.deed.description);
    change.draft.details.insert(rescueMember, rescue.id);
    std::vector<Change> changes;
    changes.push_back(std::move(change));
    apply(changes, vault.layout(), vault.changeParts());
    if (changes.front().error)
        return std::unexpected(*changes.front().error);
    return item;
}

} // namespace

std::vector<Rescue> Rescues::list(const crypto::age::Identities &identities) const
{
    std::vector<Rescue> rescues;
    std::error_code problem;
    for (auto entry = std::filesystem::directory_iterator(m_folder, problem);
         !problem && entry != std::filesystem::directory_iterator() && rescues.size() < mostRescues; entry.increment(problem)) {
        const QString name = base::toDisplay(entry->path().filename());
        if (!name.endsWith(descriptionEnding))
            continue;
        const auto file = platform::FileSource::open(entry->path());
        const auto json = file ? unseal(*file, identities) : std::unexpected(file.error());
        auto rescue = json ? rescueFrom(json->json) : std::nullopt;
        if (rescue && name == rescue->id + descriptionEnding)
            rescues.push_back(std::move(*rescue));
    }
    std::ranges::sort(rescues, std::greater(), [](const Rescue &rescue) { return std::pair(rescue.at, rescue.id); });
    return rescues;
}

std::size_t Rescues::count() const
{
    std::size_t count = 0;
    std::error_code problem;
    for (auto entry = std::filesystem::directory_iterator(m_folder, problem);
         !problem && entry != std::filesystem::directory_iterator(); entry.increment(problem))
        count += base::toDisplay(entry->path().filename()).endsWith(descriptionEnding) ? 1 : 0;
    return count;
}

Result<void> Rescues::seal(Rescue rescue, const platform::FileSource &document, const std::vector<QByteArray> &keys) const
{
    if (const auto made = platform::makeOwnFolder(m_folder); !made)
        return made;
    platform::FileSequence plain(document);
    HashingSource from(plain);
    if (const auto written = encryptTo(contentOf(rescue.id), from, keys); !written)
        return written;
    rescue.size = from.count();
    rescue.sha256 = hex(from.finish());
    platform::MemorySource description(base::canonicalJson(toJson(rescue)));
    return encryptTo(descriptionOf(rescue.id), description, keys);
}

Result<Item> Rescues::save(const Rescue &rescue, Vault &vault, base::Progress &progress) const
{
    if (rescue.vaultId != vault.file().id)
        return base::failure(ErrorCode::InvalidInput, rescue.name, tr("This rescue item belongs to another vault."));
    if (!vault.amMember())
        return base::failure(ErrorCode::Forbidden, vault.file().name, tr("Only members put something into this vault."));
    if (const auto current = vault.checkAgainstLedger(); !current)
        return std::unexpected(current.error());
    const auto sealed = platform::FileSource::open(contentOf(rescue.id));
    if (!sealed)
        return std::unexpected(sealed.error());
    Content content;
    content.size = rescue.size;
    content.sha256 = rescue.sha256;
    const ContentOriginal original(*sealed, content, vault.own());
    if (const auto right = checkContent(rescue, original); !right)
        return std::unexpected(right.error());
    auto described = vault.read(rescue.item);
    if (!described && described.error().code != ErrorCode::NotFound)
        return std::unexpected(described.error());
    const std::optional<Item> item = described ? std::optional(described->item) : std::nullopt;
    Result<Item> saved = base::failure(ErrorCode::Internal, rescue.name, {});
    if (!item || item->isFinal || rescue.isOther)
        saved = putBeside(rescue, original, vault, item, progress);
    else if (item->content.sha256 == rescue.sha256)
        saved = *item; // a kill came after it had been saved
    else
        saved = Changing(vault).save(rescue.item, item->counter, original, progress);
    if (saved)
        remove(rescue.id);
    return saved;
}

Result<void> Rescues::discard(const Rescue &rescue, const VaultParts &parts) const
{
    ledger::EntryDraft draft;
    draft.kind = discardedKind;
    draft.file = base::toDisplay(contentOf(rescue.id));
    draft.sha256 = rescue.sha256;
    draft.details = {{vaultMember, rescue.vaultId}, {itemMember, rescue.item}, {rescueMember, rescue.id}};
    const auto recorded = parts.ledger.append(draft, parts.session, parts.clock);
    if (!recorded)
        return std::unexpected(recorded.error());
    remove(rescue.id);
    return {};
}

void Rescues::sweep() const
{
    platform::removeStaleTemporaries(m_folder);
    std::error_code problem;
    const auto now = std::filesystem::file_time_type::clock::now();
    for (const auto &entry : std::filesystem::directory_iterator(m_folder, problem)) {
        const QString name = base::toDisplay(entry.path().filename());
        const QString id = name.chopped(std::min<qsizetype>(name.size(), 4));
        const bool isContent = name.endsWith(QStringLiteral(".age")) && isId(id);
        if (isContent && !std::filesystem::exists(descriptionOf(id), problem) && now - entry.last_write_time(problem) > leftBehind)
            std::filesystem::remove(entry.path(), problem);
    }
}

void Rescues::remove(const QString &id) const
{
    std::error_code ignored;
    std::filesystem::remove(descriptionOf(id), ignored);
    std::filesystem::remove(contentOf(id), ignored);
    platform::flushFolder(m_folder);
}

} // namespace shirushi::vault
