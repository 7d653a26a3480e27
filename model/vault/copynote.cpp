#include "vault/copynote.h"

#include "base/clock.h"
#include "base/encoding.h"
#include "platform/replacement.h"
#include "platform/sharedfolder.h"
#include "vault/jsonreading.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int formatVersion = 1;
const QString formKind = QStringLiteral("shirushi-vault-copy-note");

// The file is what it says it is: by its name, of this vault, and by somebody who belonged to it.
bool isGenuine(const Vault &vault, const base::Path &file, const CopyNote &note)
{
    return note.vault == vault.file().id && file == vault.layout().copyNoteOf(note.id) && vault.file().hasEver(note.by)
           && isSignedBy(toJson(note), note.by, *vault.parts().directory);
}

struct Opened {
    std::optional<CopyNote> note;
    bool isDoubtful = false;
};

Opened open(const Vault &vault, const base::Path &file)
{
    const auto source = platform::FileSource::open(file);
    const auto unsealed = source ? unseal(*source, vault.own()) : std::unexpected(source.error());
    if (!unsealed)
        return {{}, unsealed.error().code == ErrorCode::Damaged};
    auto note = copyNoteFromJson(unsealed->json, base::toDisplay(file));
    if (!note || !isGenuine(vault, file, *note))
        return {{}, true};
    return {std::move(*note), false};
}

bool coversAll(const CopyNote &newer, const CopyNote &older)
{
    if (newer.items.isEmpty() || older.items.isEmpty())
        return newer.items.isEmpty();
    return std::ranges::all_of(older.items, [&](const QString &id) { return newer.items.contains(id); });
}

} // namespace

QJsonObject toJson(const CopyNote &note)
{
    QJsonObject json{{QStringLiteral("version"), formatVersion},
                     {QStringLiteral("kind"), formKind},
                     {QStringLiteral("vault"), note.vault},
                     {QStringLiteral("id"), note.id},
                     {QStringLiteral("items"), QJsonArray::fromStringList(note.items)},
                     {QStringLiteral("where"), note.where},
                     {QStringLiteral("at"), base::toRfc3339(note.at)},
                     {QStringLiteral("by"), note.by},
                     {QStringLiteral("keyId"), note.keyId}};
    if (!note.signature.isEmpty())
        json.insert(QStringLiteral("signature"), QString::fromLatin1(base::toBase64Url(note.signature)));
    return json;
}

Result<CopyNote> copyNoteFromJson(const QJsonObject &json, const QString &subject)
{
    JsonReading reading(json);
    if (reading.number("version") != formatVersion || reading.text("kind") != formKind)
        reading.fail();
    CopyNote note;
    note.vault = reading.id("vault");
    note.id = reading.id("id");
    note.items = reading.texts("items", mostNotedItems);
    note.where = reading.text("where");
    note.at = reading.time("at");
    note.by = reading.text("by");
    note.keyId = reading.text("keyId");
    note.signature = reading.bytes("signature", 64);
    if (!std::ranges::all_of(note.items, isId) || note.where.isEmpty())
        reading.fail();
    if (!reading.isRight()) {
        return base::failure(ErrorCode::Damaged, subject,
                             QCoreApplication::translate("shirushi::vault", "This word about a second copy cannot be read."));
    }
    return note;
}

CopyNotes copyNotesOf(const Vault &vault)
{
    CopyNotes notes;
    const auto listing = list(vault.layout());
    for (const base::Path &file : listing ? listing->copyNotes : std::vector<base::Path>()) {
        Opened opened = open(vault, file);
        if (opened.note)
            notes.believed.push_back(std::move(*opened.note));
        else if (opened.isDoubtful)
            notes.doubtful.push_back(file);
    }
    std::ranges::sort(notes.believed, {}, &CopyNote::at);
    return notes;
}

Result<void> writeCopyNote(const Vault &vault, CopyNote note)
{
    note.vault = vault.file().id;
    note.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const CopyNotes before = copyNotesOf(vault);
    const auto sealed = seal(toJson(note), vault.parts().session, vault.file().readers.keys());
    if (!sealed)
        return std::unexpected(sealed.error());
    if (const auto made = platform::makeOwnFolder(vault.layout().copyNotes()); !made)
        return made;
    if (const auto written = platform::writeFile(vault.layout().copyNoteOf(note.id), *sealed); !written)
        return written;
    for (const CopyNote &older : before.believed) {
        std::error_code ignored;
        if (older.at <= note.at && coversAll(note, older))
            std::filesystem::remove(vault.layout().copyNoteOf(older.id), ignored);
    }
    return {};
}

void lockCopyNotesAnew(const Vault &vault)
{
    const CopyNotes notes = copyNotesOf(vault);
    for (const CopyNote &note : notes.believed) {
        const auto sealed = encrypted(toJson(note), vault.file().readers.keys());
        if (sealed)
            static_cast<void>(platform::writeFile(vault.layout().copyNoteOf(note.id), *sealed));
    }
}

} // namespace shirushi::vault
