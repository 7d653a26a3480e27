#include "people/joining.h"

#include "base/canonicaljson.h"
#include "crypto/keys.h"
#include "ledger/personalnumber.h"
#include "people/attempts.h"
#include "people/jsonbytes.h"
#include "people/keychange.h"
#include "people/recovery.h"
#include "platform/filelock.h"
#include "platform/jsonfile.h"
#include "platform/replacement.h"
#include "platform/sharedfolder.h"

#include <QCoreApplication>

namespace shirushi::people {

using base::ErrorCode;

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype keySize = 32;
constexpr qsizetype signatureSize = 64;
constexpr qsizetype longestText = 200;
constexpr std::size_t ledgerKeySize = 32;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

QByteArray signedBytes(const Application &application)
{
    QJsonObject json = toJson(application);
    json.remove(QStringLiteral("signature"));
    return base::canonicalJson(json);
}

std::unexpected<base::Error> alreadySetUp(const Office &office)
{
    return base::failure(ErrorCode::Forbidden, base::toDisplay(office.folder()),
                         tr("Shirushi has already been set up here."));
}

// What a kill left of an earlier attempt to found the ledger: nothing but its first entry was in it.
void removeUnfinishedLedger(const Office &office)
{
    std::error_code ignored;
    for (const char *ending : {"", "-wal", "-shm"})
        std::filesystem::remove(base::withAppended(office.ledgerFile(), ending), ignored);
    std::filesystem::remove(office.checkpointFile(), ignored);
}

base::Result<void> found(const Office &office, const Roster &roster, const Person &person, const Session &session,
                         const base::Clock &clock)
{
    auto ledger = ledger::Ledger::create(ledgerPartsOf(office), session.ledgerKey());
    if (!ledger)
        return std::unexpected(ledger.error());
    const QJsonObject after{{QStringLiteral("policy"), roster.policy}, {QStringLiteral("classes"), QJsonObject()}};
    const ledger::EntryDraft draft{QStringLiteral("founded"), {}, {}, {}, {}, after, {},
                                   {{QStringLiteral("name"), person.name},
                                    {QStringLiteral("role"), person.role},
                                    {QStringLiteral("joined"), true},
                                    {QStringLiteral("roster"), toJson(roster)}}};
    if (const auto recorded = ledger->append(draft, session, clock); !recorded)
        return std::unexpected(recorded.error());
    return {};
}

} // namespace

QJsonObject toJson(const Application &application)
{
    return {{QStringLiteral("version"), formatVersion},
            {QStringLiteral("id"), application.id},
            {QStringLiteral("name"), application.name},
            {QStringLiteral("kana"), application.kana},
            {QStringLiteral("department"), application.department},
            {QStringLiteral("role"), application.role},
            {QStringLiteral("signingKey"), textOf(application.signingKey)},
            {QStringLiteral("receivingKey"), textOf(application.receivingKey)},
            {QStringLiteral("at"), base::toRfc3339(application.at)},
            {QStringLiteral("signature"), textOf(application.signature)}};
}

base::Result<Application> applicationFromJson(const QJsonObject &json, const QString &subject)
{
    JsonMembers members(json);
    Application application;
    application.id = members.text("id");
    application.name = members.text("name");
    application.kana = members.text("kana");
    application.department = members.text("department");
    application.role = members.text("role");
    application.signingKey = members.bytes("signingKey", keySize);
    application.receivingKey = members.bytes("receivingKey", keySize);
    application.at = base::fromRfc3339(members.text("at"));
    application.signature = members.bytes("signature", signatureSize);
    bool isShort = true;
    for (const QString &text : {application.name, application.kana, application.department, application.role})
        isShort = isShort && text.size() <= longestText;
    if (json.value(QStringLiteral("version")).toInt() != formatVersion || !members.isComplete() || !isShort
        || !isValidId(application.id) || application.name.trimmed().isEmpty() || !application.at.isValid())
        return base::failure(ErrorCode::Damaged, subject, tr("This is no application to join."));
    if (!crypto::verifySignature(application.signingKey, signedBytes(application), application.signature))
        return base::failure(ErrorCode::Damaged, subject, tr("This application was changed: its signature is wrong."));
    return application;
}

base::Result<Application> readApplication(const base::Path &file)
{
    const auto json = platform::readJsonFile(file);
    if (!json)
        return std::unexpected(json.error());
    return applicationFromJson(*json, base::toDisplay(file));
}

base::Path applicationFile(const Office &office)
{
    return office.peopleFolder() / "application.json";
}

bool hasApplied(const Office &office)
{
    std::error_code ignored;
    return !office.isSetUp() && std::filesystem::exists(applicationFile(office), ignored);
}

base::Result<Application> makeApplication(const NewPerson &person, const Session &session, const base::Clock &clock)
{
    const Account &account = session.account();
    Application application{person.id, account.name, person.kana.trimmed(), person.department.trimmed(), person.role,
                            account.signingKey, account.receivingKey, clock.now(), {}};
    const auto signature = session.sign(signedBytes(application));
    if (!signature)
        return std::unexpected(signature.error());
    application.signature = *signature;
    return application;
}

base::Result<Application> apply(const Office &office, const NewPerson &person, const base::SecretBytes &password,
                                const base::Clock &clock)
{
    if (office.isSetUp())
        return alreadySetUp(office);
    const auto slot = makeSlot(person.id, person.name, person.role, password);
    if (!slot)
        return std::unexpected(slot.error());
    const auto session = Session::open(*slot, password);
    if (!session)
        return std::unexpected(session.error());
    const auto application = makeApplication(person, *session, clock);
    if (!application)
        return application;
    for (const base::Path &folder : {office.folder(), office.peopleFolder()}) {
        if (const auto made = platform::makeOwnFolder(folder); !made)
            return std::unexpected(made.error());
    }
    if (const auto written = writeSlot(office.slotFile(person.id), *slot); !written)
        return std::unexpected(written.error());
    if (const auto written = platform::writeFile(applicationFile(office), base::canonicalJson(toJson(*application)) + '\n'); !written)
        return std::unexpected(written.error());
    return application;
}

bool isFingerprint(const QString &text, const QByteArray &rootKey)
{
    const auto plain = [](const QString &groups) {
        QString letters;
        for (const QChar character : groups.normalized(QString::NormalizationForm_KC).toUpper()) {
            if (character.isLetterOrNumber())
                letters += character == u'O' ? QChar(u'0') : character == u'I' || character == u'L' ? QChar(u'1') : character;
        }
        return letters;
    };
    return plain(text) == plain(fingerprintOf(rootKey));
}

base::Result<Session> join(const Office &office, const Roster &roster, const QString &id,
                           const base::SecretBytes &password, const base::Clock &clock)
{
    if (office.isSetUp())
        return alreadySetUp(office);
    if (!isValidId(id))
        return base::failure(ErrorCode::NotSignedIn, id, tr("There is no person with this id."));
    auto slot = readSlot(office.slotFile(id));
    if (!slot)
        return base::failure(ErrorCode::NotSignedIn, id, tr("Nobody of this id has applied here."));
    const Person *person = roster.find(id);
    const bool isThisPerson = person && !person->closed && person->signingKey == slot->account.signingKey
                              && person->receivingKey == slot->account.receivingKey;
    if (!isThisPerson || !isSignedBy(roster, roster.rootKey))
        return base::failure(ErrorCode::NotFound, id, tr("This roster does not answer the application that was made here."));
    if (const auto keys = openSlot(*slot, password); !keys) {
        base::Error error = keys.error();
        error.code = ErrorCode::NotSignedIn;
        return std::unexpected(error);
    }
    const auto ledgerKey = crypto::randomSecret(ledgerKeySize);
    if (!ledgerKey)
        return std::unexpected(ledgerKey.error());
    const auto wrapped = wrapLedgerKey(id, slot->account.receivingKey, *ledgerKey);
    if (!wrapped)
        return std::unexpected(wrapped.error());
    slot->ledgerKey = *wrapped;
    slot->account.name = person->name;
    slot->account.role = person->role;
    removeUnfinishedLedger(office);
    if (const auto written = writeSlot(office.slotFile(id), *slot); !written)
        return std::unexpected(written.error());
    if (const auto written = writeRoster(office.rosterFile(), roster); !written)
        return std::unexpected(written.error());
    auto session = Session::open(*slot, password);
    if (!session)
        return session;
    if (const auto kept = keepForRecovery(office, roster, session->ledgerKey()); !kept)
        return std::unexpected(kept.error());
    if (const auto founded = found(office, roster, *person, *session, clock); !founded)
        return std::unexpected(founded.error());
    const auto journalKey = journalPublicKey(session->ledgerKey());
    if (!journalKey)
        return std::unexpected(journalKey.error());
    Settings settings;
    settings.policy = roster.policy;
    settings.journalKey = *journalKey;
    if (const auto written = writeSettings(office.settingsFile(), settings); !written)
        return std::unexpected(written.error());
    [[maybe_unused]] const auto removed = platform::removeFile(applicationFile(office));
    return session;
}

base::Result<bool> checkRoster(const Office &office, ledger::Ledger &ledger, const Roster &roster)
{
    const auto known = newestRoster(ledger);
    if (!known)
        return std::unexpected(known.error());
    const QString subject = roster.office;
    if (*known && ((*known)->rootKey != roster.rootKey || !isSignedBy(roster, (*known)->rootKey))) {
        return base::failure(ErrorCode::Damaged, subject,
                             tr("This roster is of another office: its fingerprint is %1.").arg(fingerprintOf(roster.rootKey)));
    }
    const std::int64_t newest = std::max(*known ? (*known)->number : 0, Directory::load(office.peopleFolder())->roster().number);
    if (*known && roster == **known && roster.number == newest)
        return false;
    if (roster.number <= newest) {
        return base::failure(ErrorCode::Changed, subject,
                             tr("This roster has the number %1; here the number %2 is known already.")
                                 .arg(roster.number)
                                 .arg(newest));
    }
    return true;
}

base::Result<void> takeRoster(const Office &office, ledger::Ledger &ledger, Session &session, const Roster &roster,
                              const base::Clock &clock, const QString &change)
{
    const bool isRecovery = change == u"recovered";
    ledger::EntryDraft draft{QStringLiteral("roster"), {}, {}, {}, {}, {}, {},
                             {{QStringLiteral("change"), change}, {QStringLiteral("roster"), toJson(roster)}}};
    if (isRecovery)
        draft.details.insert(QStringLiteral("person"), session.user());
    // Before it is written: what the ledger cannot take in would be tried again at every start.
    if (const auto allowed = ledger::withoutPersonalNumbers(draft); !allowed)
        return std::unexpected(allowed.error());
    const auto publish = [&](const base::SecretBytes &) -> base::Result<void> {
        const auto lock = platform::FileLock::exclusive(office.rosterLock());
        if (!lock)
            return std::unexpected(lock.error());
        const auto isNew = checkRoster(office, ledger, roster);
        if (!isNew || !*isNew)
            return isNew ? base::Result<void>() : std::unexpected(isNew.error());
        if (const auto written = writeRoster(office.rosterFile(), roster); !written)
            return written;
        const auto recorded = ledger.append(draft, session, clock);
        return recorded ? base::Result<void>() : std::unexpected(recorded.error());
    };
    const bool endsAccess = hasEndedAccess(office, roster) || isRecovery;
    const auto taken = endsAccess && hasOtherAccess(office, roster)
                           ? changeLedgerKey(office, roster, session, ledger, publish)
                           : publish(session.ledgerKey());
    return taken ? keepForRecovery(office, roster, session.ledgerKey()) : taken;
}

base::Result<void> importRoster(const Office &office, ledger::Ledger &ledger, Session &session, const Roster &roster,
                                const base::Clock &clock)
{
    const auto isNew = checkRoster(office, ledger, roster);
    if (!isNew)
        return std::unexpected(isNew.error());
    return *isNew ? takeRoster(office, ledger, session, roster, clock, QStringLiteral("imported")) : base::Result<void>();
}

} // namespace shirushi::people
