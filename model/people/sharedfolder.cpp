#include "people/sharedfolder.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::people {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

// On a desktop that joined nobody administers: who works there sets the folder of their own ledger.
bool isAdministeredByOthers(const Office &office, const QString &user)
{
    const auto directory = Directory::load(office.peopleFolder());
    if (directory->isAdministrator(user))
        return false;
    const std::vector<Person> active = directory->active();
    return std::any_of(active.begin(), active.end(), [&](const Person &person) {
        std::error_code ignored;
        return person.administrator && std::filesystem::exists(office.slotFile(person.id), ignored);
    });
}

// Where other desktops have their checkpoints already, one that is missing would be a finding: this ledger's first one
// is there before the folder is set.
base::Result<void> beginThere(const Office &office, Session &session, const base::Path &folder)
{
    const auto ledger = office.openLedger(session);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto &checkpoint = ledger->seal().checkpoint;
    if (!checkpoint || !ledger->isWritable())
        return {};
    const ledger::CheckpointFiles files(office.checkpointFile(), folder);
    std::error_code ignored;
    if (std::filesystem::exists(files.shared(checkpoint->checkpoint.origin), ignored))
        return {};
    const auto written = files.writeShared(*checkpoint);
    if (!written)
        return base::failure(ErrorCode::NotWritable, base::toDisplay(folder), written.error().message);
    return {};
}

} // namespace

base::Result<void> setSharedFolder(const Office &office, Session &session, const base::Path &folder,
                                   const base::Clock &clock)
{
    if (isAdministeredByOthers(office, session.user()))
        return base::failure(ErrorCode::Forbidden, session.user(), tr("Only an administrator can do this."));
    std::error_code ignored;
    if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
        return base::failure(ErrorCode::NotFound, base::toDisplay(folder), tr("There is no such folder."));
    const auto before = readSettings(office.settingsFile());
    if (!before)
        return std::unexpected(before.error());
    if (const auto begun = folder.empty() ? base::Result<void>() : beginThere(office, session, folder); !begun)
        return begun;
    Settings settings = *before;
    settings.sharedFolder = folder;
    if (const auto written = writeSettings(office.settingsFile(), settings); !written)
        return written;
    // Opened anew: what is there already is compared before anything is written over it.
    auto ledger = office.openLedger(session);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto recorded = ledger->append({QStringLiteral("shared-folder"), {}, {}, {}, {}, {}, {},
                                          {{QStringLiteral("folder"), base::toDisplay(folder)}}}, session, clock);
    if (!recorded)
        return std::unexpected(recorded.error());
    if (folder.empty() || ledger->seal().shared)
        return {};
    if (const auto restored = writeSettings(office.settingsFile(), *before); !restored)
        return restored;
    return base::failure(ErrorCode::NotWritable, base::toDisplay(folder), ledger->seal().notice);
}

} // namespace shirushi::people
