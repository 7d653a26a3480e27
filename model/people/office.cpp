#include "people/office.h"

#include "base/canonicaljson.h"
#include "platform/replacement.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <sys/stat.h>

namespace shirushi::people {

using base::ErrorCode;

namespace {

constexpr std::size_t ledgerKeySize = 32;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

base::Result<void> makeFolder(const base::Path &folder)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(folder)));
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(folder)));
    return {};
}

// What an interrupted set-up left: a slot or a ledger that nothing was ever recorded in.
void removeUnfinished(const Office &office)
{
    std::error_code ignored;
    std::filesystem::remove_all(office.peopleFolder(), ignored);
    for (const char *ending : {"", "-wal", "-shm"})
        std::filesystem::remove(base::withAppended(office.ledgerFile(), ending), ignored);
}

base::Result<void> checkRole(const policy::Pack &pack, const QString &role)
{
    const policy::Role *found = pack.role(role);
    if (found && !found->absent)
        return {};
    QStringList roles;
    for (const policy::Role &other : pack.roles) {
        if (!other.absent)
            roles += other.id;
    }
    return base::failure(ErrorCode::InvalidInput, role,
                         tr("These rules have no such role. They have: %1.").arg(roles.join(QStringLiteral(", "))));
}

} // namespace

bool Office::isSetUp() const
{
    std::error_code ignored;
    return std::filesystem::exists(settingsFile(), ignored);
}

base::Result<Session> Office::found(const policy::Pack &pack, const QString &id, const QString &name,
                                    const QString &role, const base::SecretBytes &password,
                                    const base::Clock &clock) const
{
    if (isSetUp()) {
        return base::failure(ErrorCode::Forbidden, base::toDisplay(m_folder),
                             tr("Shirushi has already been set up here."));
    }
    if (const auto checked = checkRole(pack, role); !checked)
        return std::unexpected(checked.error());
    const auto ledgerKey = crypto::randomSecret(ledgerKeySize);
    if (!ledgerKey)
        return std::unexpected(ledgerKey.error());
    const auto slot = makeSlot(id, name, role, password, *ledgerKey);
    if (!slot)
        return std::unexpected(slot.error());

    if (const auto made = makeFolder(m_folder); !made)
        return std::unexpected(made.error());
    removeUnfinished(*this);
    if (const auto made = makeFolder(peopleFolder()); !made)
        return std::unexpected(made.error());
    const base::Path slotFile = peopleFolder() / (id.toStdString() + ".json");
    if (const auto written = platform::writeFile(slotFile, base::canonicalJson(toJson(*slot)) + '\n'); !written)
        return std::unexpected(written.error());
    auto session = signIn(id, password);
    if (!session)
        return session;
    auto ledger = ledger::Ledger::create(ledgerFile(), session->ledgerKey());
    if (!ledger)
        return std::unexpected(ledger.error());
    const QJsonObject after{{QStringLiteral("policy"), pack.id}, {QStringLiteral("classes"), QJsonObject()}};
    const ledger::EntryDraft draft{QStringLiteral("founded"), {}, {}, {}, {}, after, {},
                                   {{QStringLiteral("name"), slot->account.name}, {QStringLiteral("role"), role}}};
    if (const auto recorded = ledger->append(draft, *session, clock); !recorded)
        return std::unexpected(recorded.error());
    if (const auto written = writeSettings(settingsFile(), {pack.id, {}, {}}); !written)
        return std::unexpected(written.error());
    return session;
}

base::Result<Session> Office::signIn(const QString &id, const base::SecretBytes &password) const
{
    auto session = Session::signIn(peopleFolder(), id, password);
    if (session)
        return session;
    base::Error error = session.error();
    error.code = ErrorCode::NotSignedIn;
    error.subject = id;
    return std::unexpected(error);
}

base::Result<ledger::Ledger> Office::openLedger(const Session &session) const
{
    return ledger::Ledger::open(ledgerFile(), session.ledgerKey());
}

base::Path Office::defaultFolder()
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return base::toPath(base) / "shirushi";
}

} // namespace shirushi::people
