#include "window/officedesk.h"

#include "disposal/record.h"
#include "disposal/run.h"
#include "labelling/filenamemark.h"
#include "labelling/ledgerlabels.h"
#include "labelling/lowering.h"
#include "people/administration.h"
#include "people/keychange.h"
#include "people/sight.h"
#include "sending/drafts.h"
#include "vault/change.h"
#include "vault/leftovers.h"
#include "vault/memory.h"
#include "widgets/language.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <set>
#include <utility>

namespace shirushi::window {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

// Nothing was done: nobody is signed in, or the ledger can only be read.
labelling::LabelOutcome refusedOutcome(const base::Path &path, const OpenOffice *open)
{
    labelling::LabelOutcome outcome;
    outcome.path = outcome.newPath = path;
    outcome.error = open ? readOnlyError(*open).value_or(base::Error{})
                         : base::Error{base::ErrorCode::NotSignedIn, base::toDisplay(path), tr("Shirushi is locked."), {}};
    return outcome;
}

} // namespace

OfficeDesk::OfficeDesk(people::Office office)
    : m_office(std::move(office)),
      m_directory(people::Directory::load(m_office.peopleFolder()))
{
}

bool OfficeDesk::isSetUp() const
{
    return m_office.isSetUp();
}

const policy::Library &OfficeDesk::library() const
{
    std::call_once(m_libraryRead, [this] { m_library = policy::Library::load(m_office.policyFolder()); });
    return m_library;
}

std::vector<std::shared_ptr<const policy::Pack>> OfficeDesk::offeredRules() const
{
    return library().packs();
}

base::Result<void> OfficeDesk::enter(people::Session session)
{
    auto settings = people::readSettings(m_office.settingsFile());
    if (!settings)
        return std::unexpected(settings.error());
    auto pack = library().find(settings->policy);
    if (!pack)
        return base::failure(base::ErrorCode::NotFound, settings->policy,
                             tr("The rules of this office are not installed."));
    auto ledger = m_office.openLedger(session);
    if (!ledger)
        return std::unexpected(ledger.error());
    if (auto caughtUp = catchUp(session, *ledger); !caughtUp)
        return caughtUp;
    const auto directory = people::Directory::load(m_office.peopleFolder());
    m_directory.store(directory);
    auto findings = ledger->findings();
    const bool isShared = !settings->sharedFolder.empty();
    if (ledger->isWritable()) {
        auto leftovers = vault::reportLeftovers(m_office.folder(), {*ledger, session, m_clock, m_office.folder() / vault::workLock});
        if (!leftovers)
            return std::unexpected(leftovers.error());
        m_vault.note(std::move(*leftovers));
    }
    const std::lock_guard guard(m_ledgerLock);
    m_vault.lockOpened(); // of who was here before
    m_open = std::make_unique<OpenOffice>(OpenOffice{std::move(session), std::move(*ledger), std::move(*settings),
                                                     std::move(pack), directory, isShared, std::move(findings)});
    // Of before, where Shirushi ended while one was open.
    sending::Drafts(m_office.folder()).removeAll();
    return {};
}

base::Result<void> OfficeDesk::catchUp(people::Session &session, ledger::Ledger &ledger)
{
    if (!ledger.isWritable())
        return {};
    if (auto finished = people::finishKeyChange(m_office, session, ledger); !finished)
        return finished;
    if (const auto recovered = labelling::Labeller::recover(ledger, session, m_clock, m_office.labellingLock()); !recovered)
        return std::unexpected(recovered.error());
    if (const auto recovered = vault::recover({ledger, session, m_clock, m_office.folder() / vault::workLock}); !recovered)
        return std::unexpected(recovered.error());
    auto disposed = disposal::recover({ledger, session, m_clock, m_office.folder() / disposal::workLock});
    if (!disposed)
        return std::unexpected(disposed.error());
    m_disposal.note(std::move(*disposed));
    return m_office.catchUp(ledger, session, m_clock);
}

void OfficeDesk::withOpen(const std::function<void(OpenOffice *)> &use) const
{
    const std::lock_guard guard(m_ledgerLock);
    use(m_open.get());
}

void OfficeDesk::lock()
{
    const std::lock_guard guard(m_ledgerLock);
    m_temporary.reset();
    m_vault.lockOpened();
    if (std::exchange(m_open, nullptr))
        sending::Drafts(m_office.folder()).removeAll();
}

std::optional<Person> OfficeDesk::who() const
{
    if (!m_open)
        return std::nullopt;
    const people::Account &account = m_open->session.account();
    const policy::Role *role = m_open->pack->role(account.role);
    return Person{account.id, account.name, role ? widgets::inWindowLanguage(role->title) : account.role};
}

QString OfficeDesk::role() const
{
    return m_open ? m_open->session.account().role : QString();
}

QString OfficeDesk::rulesTitle() const
{
    return m_open ? widgets::inWindowLanguage(m_open->pack->title) : QString();
}

Preferences OfficeDesk::preferences() const
{
    if (!m_open)
        return {};
    const classify::MarkDefaults marks = markDefaults();
    return {m_open->settings.policy, marks.header, marks.fileName, m_open->settings.sharedFolder};
}

base::Result<void> OfficeDesk::setPreferences(const Preferences &preferences)
{
    auto pack = library().find(preferences.policy);
    if (!m_open || !pack)
        return base::failure(base::ErrorCode::NotFound, preferences.policy, tr("These rules are not installed."));
    people::Settings settings = m_open->settings;
    settings.policy = preferences.policy;
    settings.markHeader = preferences.markHeader;
    settings.markFileName = preferences.markName;
    if (auto written = people::writeSettings(m_office.settingsFile(), settings); !written)
        return written;
    m_open->settings = settings;
    m_open->pack = std::move(pack);
    return {};
}

std::shared_ptr<const policy::Pack> OfficeDesk::rules() const
{
    return m_open ? m_open->pack : nullptr;
}

std::shared_ptr<const policy::Pack> OfficeDesk::rulesOf(const QString &policyId) const
{
    return library().find(policyId);
}

classify::MarkDefaults OfficeDesk::markDefaults() const
{
    if (!m_open)
        return {};
    const policy::MarkSettings &own = m_open->pack->marks;
    return {m_open->settings.markHeader.value_or(own.header), m_open->settings.markFileName.value_or(own.fileName)};
}

std::optional<label::Label> OfficeDesk::lookUp(const QString &contentHash) const
{
    const std::lock_guard guard(m_ledgerLock);
    if (!m_open)
        return std::nullopt;
    return labelling::labelInLedger(m_open->ledger, contentHash);
}

bool OfficeDesk::wasReceivedWith(const QString &contentHash, const label::Label &label) const
{
    const std::lock_guard guard(m_ledgerLock);
    return m_open && labelling::wasReceivedWith(m_open->ledger, contentHash, label);
}

labelling::FileLabel OfficeDesk::read(const base::Path &path) const
{
    const auto directory = m_directory.load();
    const labelling::LabelReader reader(m_codecs, *directory, [this](const QString &contentHash) { return lookUp(contentHash); },
                                        [this](const QString &contentHash, const label::Label &label) { return wasReceivedWith(contentHash, label); });
    return reader.read(path);
}

labelling::LabellerParts OfficeDesk::labellerParts(OpenOffice &open) const
{
    QStringList nameMarks;
    for (const auto &pack : library().packs())
        nameMarks += labelling::fileNameMarksOf(*pack);
    return {m_codecs, open.session, *open.directory, open.ledger, m_clock, m_office.labellingLock(),
            open.session.account().role, nameMarks,
            labelling::permissionOf(workflow::RequestDesk({open.ledger, open.session, open.directory, open.pack, m_clock}))};
}

QString OfficeDesk::approvedReason(const QString &contentHash, const policy::Classes &target) const
{
    const std::lock_guard guard(m_ledgerLock);
    if (!m_open)
        return {};
    workflow::RequestDesk requests({m_open->ledger, m_open->session, m_open->directory, m_open->pack, m_clock});
    const auto cases = requests.list(workflow::Show::Mine);
    if (!cases)
        return {};
    const auto fits = [&](const workflow::Case &known) {
        const bool isGiven = known.status.state == workflow::State::Approved || known.status.state == workflow::State::Flagged;
        const std::vector<workflow::RequestFile> &files = known.request.files;
        return !known.objection && isGiven && known.request.action == u"lower"
               && known.request.target == target
               && std::any_of(files.begin(), files.end(),
                              [&](const workflow::RequestFile &file) { return file.contentHash == contentHash; });
    };
    const auto newest = std::find_if(cases->rbegin(), cases->rend(), fits);
    return newest == cases->rend() ? QString() : newest->request.purpose;
}

labelling::Labeller OfficeDesk::labeller()
{
    return {m_open->pack, labellerParts(*m_open)};
}

std::vector<labelling::LabelOutcome>
OfficeDesk::label(const std::vector<labelling::LabelOrder> &orders, base::Progress &progress,
                  const std::function<void(const labelling::LabelOutcome &)> &done)
{
    const std::lock_guard guard(m_ledgerLock);
    if (m_open && !readOnlyError(*m_open))
        return labeller().setAll(orders, progress, done);
    std::vector<labelling::LabelOutcome> outcomes;
    for (const labelling::LabelOrder &order : orders) {
        outcomes.push_back(refusedOutcome(order.path, m_open.get()));
        if (done)
            done(outcomes.back());
    }
    return outcomes;
}

labelling::LabelOutcome OfficeDesk::remove(const base::Path &path, const QString &reason)
{
    const std::lock_guard guard(m_ledgerLock);
    return m_open && !readOnlyError(*m_open) ? labeller().remove(path, reason) : refusedOutcome(path, m_open.get());
}

std::vector<classify::RecentFile> OfficeDesk::recentFiles(std::size_t most) const
{
    const std::lock_guard guard(m_ledgerLock);
    std::vector<classify::RecentFile> files;
    if (!m_open)
        return files;
    // Some of the newest entries are about the same file.
    ledger::Query query;
    const QStringList labels{QStringLiteral("label"), QStringLiteral("designation")};
    query.kinds = labels + QStringList{disposal::disposedKind, disposal::erasedKind, vault::putKind};
    query.limit = static_cast<std::int64_t>(most) * 20;
    query = people::visibleTo(m_open->directory->roster(), m_open->session.user(), m_open->pack.get(), QDate::currentDate(),
                              std::move(query));
    const auto entries = m_open->ledger.list(query);
    if (!entries)
        return files;
    std::set<QString> seen;
    for (auto entry = entries->rbegin(); entry != entries->rend() && files.size() < most; ++entry) {
        const bool stays = entry->draft.details.value(QStringLiteral("kept")).toBool(); // of what was put into a vault
        if (stays || !seen.insert(entry->draft.file).second || !labels.contains(entry->draft.kind))
            continue; // what is gone is no more to be opened
        const QJsonObject after = entry->draft.after.toObject();
        const QJsonObject classes = after.value(QStringLiteral("classes")).toObject();
        classify::RecentFile file{base::toPath(entry->draft.file), after.value(QStringLiteral("policy")).toString(),
                                  {}, entry->at};
        for (auto axis = classes.begin(); axis != classes.end(); ++axis)
            file.classes[axis.key()] = axis.value().toString();
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace shirushi::window
