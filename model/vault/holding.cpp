#include "vault/holding.h"

#include "base/clock.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "platform/filelock.h"
#include "platform/processmark.h"
#include "platform/sharedfolder.h"
#include "vault/jsonreading.h"
#include "vault/openitems.h"
#include "vault/privatefolder.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSysInfo>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>

namespace shirushi::vault {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int formatVersion = 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

base::Path fileOf(const Layout &layout, const QString &item)
{
    return layout.locks() / (item.toStdString() + ".open");
}

// What lies there, and whether whoever wrote it may have gone.
struct Found {
    Holder holder;
    QString hash;
    bool isGone = false;
};

bool hasExpired(const Layout &layout, const base::Path &file)
{
    // What time it is on that disk: by a file that is made there now.
    const auto probe = platform::Replacement::create(layout.locks() / "probe");
    std::error_code problem;
    if (!probe)
        return false;
    const auto now = std::filesystem::last_write_time(probe->temporary(), problem);
    if (problem)
        return false;
    const auto renewed = std::filesystem::last_write_time(file, problem);
    return !problem && now - renewed > holdingExpires;
}

// This very program has closed it, and could not take the note away: the medium was gone.
bool wasClosedHere(const Vault &vault, const platform::ProcessMark &process, const QString &opening)
{
    const OpeningRecords records(vault.parts().lockFile.parent_path());
    return process == platform::ProcessMark::ofThisProcess() && std::ranges::count(records.all(), opening, &OpeningRecord::id) == 0;
}

std::optional<Found> find(const Vault &vault, const QString &item)
{
    const base::Path file = fileOf(vault.layout(), item);
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::nullopt;
    Found found;
    found.hash = hashOf(*source).value_or(QString());
    found.isGone = hasExpired(vault.layout(), file);
    const auto unsealed = unseal(*source, vault.own());
    if (!unsealed)
        return found;
    JsonReading reading(unsealed->json);
    const bool isOfThis = reading.number("version") == formatVersion && reading.id("item") == item;
    const QString person = reading.text("person");
    const Holder holder{person, reading.text("desktop"), reading.time("since"), false};
    const auto process = platform::processMarkFrom(unsealed->json.value(QStringLiteral("process")).toObject());
    // Whoever may write in the folder could name somebody else: then nobody is named.
    if (!reading.isRight() || !isOfThis || !process || !isSignedBy(unsealed->json, person, *vault.parts().directory))
        return found;
    found.holder = holder;
    found.holder.isHere = process->isHere();
    found.isGone = found.isGone || process->isDead() || wasClosedHere(vault, *process, reading.text("opening"));
    return found;
}

Result<QByteArray> noteFor(const Vault &vault, const Item &item, const QString &opening, const QDateTime &now)
{
    const QJsonObject json{{QStringLiteral("version"), formatVersion},
                           {QStringLiteral("item"), item.id},
                           {QStringLiteral("opening"), opening},
                           {QStringLiteral("person"), vault.me()},
                           {QStringLiteral("desktop"), QSysInfo::machineHostName()},
                           {QStringLiteral("since"), base::toRfc3339(now)},
                           {QStringLiteral("process"), platform::toJson(platform::ProcessMark::ofThisProcess())}};
    return seal(json, vault.parts().session, item.readers.keys());
}

base::Error heldBy(const Vault &vault, const Item &item, const Holder &holder)
{
    if (holder.person.isEmpty())
        return {ErrorCode::InUse, item.name, tr("Somebody has this item open. You can read it."), {}};
    const people::Person *person = vault.parts().directory->find(holder.person);
    const QString name = person && !person->name.isEmpty() ? person->name : holder.person;
    const QString since = QLocale().toString(holder.since.toLocalTime(), QLocale::ShortFormat);
    return {ErrorCode::InUse, item.name,
            tr("%1 has this item open on the computer “%2” since %3. You can read it.").arg(name, holder.desktop, since), {}};
}

} // namespace

Result<QString> takeHolding(const Vault &vault, const Item &item, const QString &opening, const QDateTime &now)
{
    const Layout &layout = vault.layout();
    if (const auto made = platform::makeOwnFolder(layout.locks()); !made)
        return std::unexpected(made.error());
    const auto note = noteFor(vault, item, opening, now);
    if (!note)
        return std::unexpected(note.error());
    if (const auto found = find(vault, item.id)) {
        if (!found->isGone)
            return std::unexpected(heldBy(vault, item, found->holder));
        releaseHolding(layout, item.id, found->hash);
    }
    auto file = platform::Replacement::create(fileOf(layout, item.id));
    if (!file)
        return std::unexpected(file.error());
    file->shareAsFolder();
    if (const auto written = file->write(*note); !written)
        return std::unexpected(written.error());
    if (const auto placed = file->commit(); !placed) {
        if (placed.error().code != ErrorCode::Changed)
            return std::unexpected(placed.error());
        const auto found = find(vault, item.id); // somebody was quicker
        return std::unexpected(heldBy(vault, item, found ? found->holder : Holder()));
    }
    return QString::fromLatin1(base::toHex(crypto::sha256(*note)));
}

void renewHolding(const Layout &layout, const QString &item)
{
    ::utimensat(AT_FDCWD, fileOf(layout, item).c_str(), nullptr, AT_SYMLINK_NOFOLLOW);
}

void releaseHolding(const Layout &layout, const QString &item, const QString &hash)
{
    const auto lock = platform::FileLock::exclusive(layout.lockOf(item));
    const auto source = platform::FileSource::open(fileOf(layout, item));
    if (!lock || !source || hash.isEmpty() || hashOf(*source).value_or(QString()) != hash)
        return;
    static_cast<void>(platform::removeFile(fileOf(layout, item)));
}

std::optional<Holder> holderOf(const Vault &vault, const QString &item)
{
    const auto found = find(vault, item);
    return found && !found->isGone ? std::optional(found->holder) : std::nullopt;
}

} // namespace shirushi::vault
