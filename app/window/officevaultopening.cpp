// Of OfficeVault: items that are open in their usual programs.
#include "vault/descriptioncache.h"
#include "vault/openitems.h"
#include "window/officeturn.h"
#include "window/officevaultparts.h"
#include "window/officevault.h"

#include <QCoreApplication>
#include <QProcess>

#include <utility>

namespace shirushi::window {

using base::Result;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

#if defined(Q_OS_WIN)
const QString usualProgram = QStringLiteral("explorer.exe");
#elif defined(Q_OS_MACOS)
const QString usualProgram = QStringLiteral("open");
#else
const QString usualProgram = QStringLiteral("xdg-open");
#endif

// The program lives on when this one ends.
Result<void> launch(const base::Path &document)
{
    QProcess process;
    process.setProgram(usualProgram);
    process.setArguments({base::toDisplay(document)});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (process.startDetached())
        return {};
    return base::failure(base::ErrorCode::NotFound, base::toDisplay(document.filename()), tr("No program could be started for this document."));
}

} // namespace

OfficeVault::OfficeVault(OfficeDesk &desk) : m_desk(desk), m_launch(launch), m_read(std::make_unique<vault::DescriptionCache>()) {}

OfficeVault::~OfficeVault() = default;

std::shared_ptr<vault::OpenItems> OfficeVault::items() const
{
    const std::lock_guard guard(m_itemsLock);
    return m_items;
}

Result<vault::Opened> OfficeVault::openItem(const base::Path &folder, const QString &item, bool isReadOnly, base::Progress &progress)
{
    return takeTurn<vault::Opened>(m_desk, true, [&](OpenOffice &open) -> Result<vault::Opened> {
        {
            const std::lock_guard guard(m_itemsLock);
            if (!m_items)
                m_items = std::make_shared<vault::OpenItems>(vault::OpenParts{vaultPartsOf(m_desk, open), m_desk.office().folder(), m_launch});
        }
        return items()->open({folder, item, isReadOnly}, progress);
    });
}

std::vector<vault::Opened> OfficeVault::opened() const
{
    const auto open = items();
    return open ? open->opened() : std::vector<vault::Opened>();
}

void OfficeVault::forget(const QString &opening)
{
    if (const auto open = items())
        open->forget(opening);
}

void OfficeVault::tend()
{
    const auto open = items();
    if (!open || !open->look())
        return;
    // Where it is locked meanwhile, everything was closed by that.
    const auto done = takeTurn<void>(m_desk, false, [&](OpenOffice &) -> Result<void> {
        base::NoProgress none; // a save that has begun comes to its end
        open->work(none);
        return {};
    });
    static_cast<void>(done);
}

Result<void> OfficeVault::closeItem(const QString &opening)
{
    return takeTurn<void>(m_desk, false, [&](OpenOffice &) -> Result<void> {
        const auto open = items();
        if (!open)
            return {};
        const auto closed = open->close(opening);
        return closed ? Result<void>() : std::unexpected(closed.error());
    });
}

Result<std::vector<vault::Rescue>> OfficeVault::rescues() const
{
    return takeTurn<std::vector<vault::Rescue>>(m_desk, false, [&](OpenOffice &open) -> Result<std::vector<vault::Rescue>> {
        return vault::Rescues(m_desk.office().folder()).list(vault::identitiesOf(open.session.keys().receiving));
    });
}

Result<void> OfficeVault::saveRescue(const vault::Rescue &rescue, base::Progress &progress)
{
    return takeTurn<void>(m_desk, true, [&](OpenOffice &open) -> Result<void> {
        auto vault = vault::Vault::open(rescue.vault, vaultPartsOf(m_desk, open));
        if (!vault)
            return std::unexpected(vault.error());
        const auto saved = vault::Rescues(m_desk.office().folder()).save(rescue, *vault, progress);
        return saved ? Result<void>() : std::unexpected(saved.error());
    });
}

Result<void> OfficeVault::discardRescue(const vault::Rescue &rescue)
{
    return takeTurn<void>(m_desk, true, [&](OpenOffice &open) -> Result<void> {
        return vault::Rescues(m_desk.office().folder()).discard(rescue, vaultPartsOf(m_desk, open));
    });
}

std::vector<vault::Leftover> OfficeVault::leftovers()
{
    const std::lock_guard guard(m_itemsLock);
    return std::exchange(m_leftovers, {});
}

void OfficeVault::note(std::vector<vault::Leftover> leftovers)
{
    const std::lock_guard guard(m_itemsLock);
    m_leftovers = std::move(leftovers);
}

void OfficeVault::lockOpened()
{
    std::shared_ptr<vault::OpenItems> open;
    {
        const std::lock_guard guard(m_itemsLock);
        open = std::exchange(m_items, nullptr);
    }
    if (open)
        open->lockAll(vault::ClosedBy::Lock);
    m_read->clear();
}

} // namespace shirushi::window
