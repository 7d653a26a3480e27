// OfficeDesk where this computer is tied to the office: shared folder and roster, which hold at once.
#include "window/officedesk.h"

#include "people/joining.h"
#include "people/sharedfolder.h"
#include "people/visiting.h"

#include <QCoreApplication>

namespace shirushi::window {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

base::Error lockedError()
{
    return {base::ErrorCode::NotSignedIn, {}, tr("Shirushi is locked."), {}};
}

} // namespace

base::Result<void> OfficeDesk::setSharedFolder(const base::Path &folder)
{
    const std::lock_guard guard(m_ledgerLock);
    if (!m_open)
        return std::unexpected(lockedError());
    if (const auto problem = readOnlyError(*m_open))
        return std::unexpected(*problem);
    const auto set = people::setSharedFolder(m_office, m_open->session, folder, m_clock);
    // Also after a failure: where the folder says that this ledger was rolled back, that is to be seen.
    const auto reopened = reopen();
    return set ? reopened : set;
}

// With the lock held.
base::Result<void> OfficeDesk::reopen()
{
    const auto settings = people::readSettings(m_office.settingsFile());
    if (!settings)
        return std::unexpected(settings.error());
    auto ledger = m_office.openLedger(m_open->session);
    if (!ledger)
        return std::unexpected(ledger.error());
    m_open->ledger = std::move(*ledger);
    m_open->settings.sharedFolder = settings->sharedFolder;
    m_open->isShared = !settings->sharedFolder.empty();
    m_open->findings = m_open->ledger.findings();
    return {};
}

std::int64_t OfficeDesk::rosterNumber() const
{
    return m_directory.load()->roster().number;
}

base::Result<std::int64_t> OfficeDesk::importRoster(const base::Path &file)
{
    const auto roster = people::readRoster(file);
    if (!roster)
        return std::unexpected(roster.error());
    const std::lock_guard guard(m_ledgerLock);
    if (!m_open)
        return std::unexpected(lockedError());
    if (const auto problem = readOnlyError(*m_open))
        return std::unexpected(*problem);
    const auto imported = people::importRoster(m_office, m_open->ledger, m_open->session, *roster, m_clock);
    if (!imported)
        return std::unexpected(imported.error());
    readRoster();
    return roster->number;
}

base::Result<void> OfficeDesk::takeKeysAlong(const base::Path &target)
{
    const std::lock_guard guard(m_ledgerLock);
    if (!m_open)
        return std::unexpected(lockedError());
    return people::takeKeysAlong(m_office, m_open->session, target);
}

// Also where findings forbid writing: it is for these that an administrator comes.
base::Result<QString> OfficeDesk::letIn(const base::Path &keys)
{
    const std::lock_guard guard(m_ledgerLock);
    if (!m_open)
        return std::unexpected(lockedError());
    const auto account = people::letIn(m_office, m_open->ledger, m_open->session, keys, m_clock);
    return account ? base::Result<QString>(account->name) : std::unexpected(account.error());
}

// With the lock held.
void OfficeDesk::readRoster()
{
    const auto directory = people::Directory::load(m_office.peopleFolder());
    m_directory.store(directory);
    if (m_open)
        m_open->directory = directory;
}

} // namespace shirushi::window
