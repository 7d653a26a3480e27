#include "sending/addressbook.h"

#include "sending/parcelparts.h"
#include "sending/plainline.h"
#include "sending/sendingcheck.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/age/keytext.h"
#include "crypto/digest.h"
#include "crypto/seal.h"
#include "ledger/personalnumber.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>
#include <map>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype saltSize = 16;
constexpr qsizetype longestName = 100;
constexpr qsizetype longestOrganisation = 200;
constexpr qsizetype longestTelephone = 40;
constexpr qsizetype largestCertificate = 64 * 1024;
constexpr qsizetype fewestDigits = 3;  // 119
constexpr qsizetype mostDigits = 15;   // ITU-T E.164
constexpr qsizetype personalNumberDigits = 12;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

// A text member, where it stands in a Contact and what it is called in JSON and in the record.
struct Member {
    const char *name;
    QString Contact::*text;
    bool isChecked; // wants to be checked anew when it changes
};
constexpr Member members[] = {{"name", &Contact::name, false},
                              {"kana", &Contact::kana, false},
                              {"organisation", &Contact::organisation, false},
                              {"kind", &Contact::kind, false},
                              {"mail", &Contact::mail, true},
                              {"telephone", &Contact::telephone, true},
                              {"ageKey", &Contact::ageKey, true}};

QJsonObject toJson(const Contact &contact)
{
    QJsonObject json{{QStringLiteral("version"), formatVersion},
                     {QStringLiteral("certificate"), QString::fromLatin1(base::toBase64Url(contact.certificate))},
                     {QStringLiteral("stripped"), QJsonArray::fromStringList(contact.stripped)},
                     {QStringLiteral("checkedBy"), contact.checkedBy}};
    for (const Member &member : members)
        json.insert(QLatin1String(member.name), contact.*member.text);
    if (contact.checkedAt)
        json.insert(QStringLiteral("checkedAt"), base::toRfc3339(*contact.checkedAt));
    return json;
}

// Whatever stands there: one that was changed from outside is shown as such, and can be removed.
Contact contactFrom(const ledger::Contact &row, const QString &recordedHash)
{
    Contact contact;
    contact.id = row.id;
    const QJsonObject json = base::parseJsonObject(row.json, row.id).value_or(QJsonObject());
    for (const Member &member : members)
        contact.*member.text = json.value(QLatin1String(member.name)).toString();
    contact.certificate = base::fromBase64Url(json.value(QStringLiteral("certificate")).toString().toLatin1()).value_or(QByteArray());
    for (const QJsonValue &format : json.value(QStringLiteral("stripped")).toArray())
        contact.stripped += format.toString();
    contact.checkedBy = json.value(QStringLiteral("checkedBy")).toString();
    const QDateTime at = base::fromRfc3339(json.value(QStringLiteral("checkedAt")).toString());
    if (at.isValid())
        contact.checkedAt = at;
    if (!contactProblem(contact).isEmpty()) {
        contact = Contact{};
        contact.id = contact.name = row.id;
    }
    contact.altered = recordedHash != QLatin1String(base::toHex(crypto::sha256(row.json)));
    return contact;
}

bool isTelephone(const QString &telephone)
{
    static const QString signs = QStringLiteral("0123456789+-()#,. 内線");
    const qsizetype digits = std::ranges::count_if(telephone, [](QChar character) { return character >= u'0' && character <= u'9'; });
    return digits >= fewestDigits && digits <= mostDigits
           && std::ranges::all_of(telephone, [](QChar character) { return signs.contains(character); });
}

bool hasPersonalNumber(const Contact &contact)
{
    for (const Member &member : members) {
        if (!ledger::personalNumberPlaces(contact.*member.text).empty() && member.text != &Contact::telephone)
            return true;
    }
    // A number of twelve digits is a telephone's only with another country's code.
    const QString digits = telephoneDigits(contact.telephone);
    return digits.size() == personalNumberDigits && ledger::isPersonalNumber(digits);
}

Contact tidied(Contact contact)
{
    for (const Member &member : members)
        contact.*member.text = (contact.*member.text).trimmed();
    // Digits typed in full width are digits.
    contact.telephone = contact.telephone.normalized(QString::NormalizationForm_KC);
    if (const auto mail = mailAddressFrom(contact.mail))
        contact.mail = mail->text();
    contact.stripped.removeDuplicates();
    contact.stripped.sort();
    contact.altered = false;
    return contact;
}

std::unexpected<base::Error> wrong(const QString &subject, const QString &sentence)
{
    return base::failure(ErrorCode::InvalidInput, subject, sentence);
}

base::Result<QByteArray> storedForm(const Contact &contact)
{
    const auto salt = crypto::randomBytes(saltSize);
    if (!salt)
        return std::unexpected(salt.error());
    QJsonObject json = toJson(contact);
    json.insert(QStringLiteral("salt"), QString::fromLatin1(base::toBase64Url(*salt)));
    return base::canonicalJson(json);
}

// Nothing personal but the name, with which it would be empty: what is in an entry stays.
ledger::EntryDraft draftFor(const Contact &contact, const QString &change, const QStringList &changed, const QByteArray &stored)
{
    ledger::EntryDraft draft;
    draft.kind = ledger::addressKind;
    draft.details = {{QStringLiteral("change"), change},
                     {ledger::contactMember, contact.id},
                     {QStringLiteral("name"), contact.name},
                     {QStringLiteral("organisation"), contact.organisation}};
    if (!changed.isEmpty())
        draft.details.insert(QStringLiteral("members"), QJsonArray::fromStringList(changed));
    if (!stored.isEmpty())
        draft.details.insert(ledger::contactHashMember, QString::fromLatin1(base::toHex(crypto::sha256(stored))));
    return draft;
}

// By id, the hash of its stored form as the newest record has it; empty: removed.
base::Result<std::map<QString, QString>> recordedHashes(ledger::Ledger &ledger)
{
    std::map<QString, std::pair<std::int64_t, QString>> newest;
    ledger::Query query;
    query.kinds = {ledger::addressKind};
    const auto visited = ledger.visit(query, [&](const ledger::Entry &entry) {
        auto &[seq, hash] = newest[entry.draft.details.value(ledger::contactMember).toString()];
        if (entry.seq > seq) {
            seq = entry.seq;
            hash = entry.draft.details.value(ledger::contactHashMember).toString();
        }
        return true;
    });
    if (!visited)
        return std::unexpected(visited.error());
    std::map<QString, QString> hashes;
    for (const auto &[id, record] : newest)
        hashes.emplace(id, record.second);
    return hashes;
}

QStringList changedMembers(const Contact &before, const Contact &after, bool &needsCheck)
{
    QStringList changed;
    needsCheck = before.certificate != after.certificate;
    for (const Member &member : members) {
        if (before.*member.text == after.*member.text)
            continue;
        changed += QLatin1String(member.name);
        needsCheck = needsCheck || member.isChecked;
    }
    if (before.certificate != after.certificate)
        changed += QStringLiteral("certificate");
    if (before.stripped != after.stripped)
        changed += QStringLiteral("stripped");
    return changed;
}

} // namespace

base::Result<void> AddressBook::refresh()
{
    // Every change has an entry.
    const auto size = m_parts.ledger.size();
    if (!size)
        return std::unexpected(size.error());
    if (m_size == *size)
        return {};
    const auto rows = m_parts.ledger.contacts();
    if (!rows)
        return std::unexpected(rows.error());
    const auto hashes = recordedHashes(m_parts.ledger);
    if (!hashes)
        return std::unexpected(hashes.error());
    m_lines.clear();
    for (const ledger::Contact &row : *rows) {
        const auto hash = hashes->find(row.id);
        Contact contact = contactFrom(row, hash == hashes->end() ? QString() : hash->second);
        const QString words = foldedText(QStringList{contact.name, contact.kana, contact.organisation, contact.mail}.join(u'\n'));
        const QString order = kanaOrder(contact.kana.isEmpty() ? contact.name : contact.kana);
        m_lines.push_back({std::move(contact), words, order});
    }
    std::ranges::stable_sort(m_lines, {}, &Line::order);
    m_size = *size;
    return {};
}

// While it lives nobody else writes, so that what is compared is what is replaced. The book is read before: the ledger
// may have to open its database anew for that, which would end the batch.
base::Result<ledger::Ledger::Batch> AddressBook::begin()
{
    constexpr int attempts = 5;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (const auto refreshed = refresh(); !refreshed)
            return std::unexpected(refreshed.error());
        auto batch = m_parts.ledger.begin(m_parts.signer, m_parts.clock);
        if (!batch)
            return batch;
        const auto size = m_parts.ledger.size();
        if (!size)
            return std::unexpected(size.error());
        if (*size == m_size)
            return batch;
    }
    return base::failure(ErrorCode::Changed, {}, tr("Others are writing into the ledger all the time. Please try again."));
}

base::Result<std::vector<Contact>> AddressBook::find(const QString &words)
{
    if (const auto refreshed = refresh(); !refreshed)
        return std::unexpected(refreshed.error());
    const QStringList wanted = foldedText(words).split(u' ', Qt::SkipEmptyParts);
    std::vector<Contact> found;
    for (const Line &line : m_lines) {
        if (std::ranges::all_of(wanted, [&](const QString &word) { return line.words.contains(word); }))
            found.push_back(line.contact);
    }
    return found;
}

base::Result<Contact> AddressBook::contact(const QString &id)
{
    if (const auto refreshed = refresh(); !refreshed)
        return std::unexpected(refreshed.error());
    const auto found = std::ranges::find_if(m_lines, [&](const Line &line) { return line.contact.id == id; });
    if (found == m_lines.end())
        return base::failure(ErrorCode::NotFound, id, tr("Nobody of this number stands in the address book."));
    return found->contact;
}

base::Result<Contact> AddressBook::add(const Contact &given)
{
    Contact contact = tidied(given);
    contact.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    contact.checkedAt.reset();
    contact.checkedBy.clear();
    return store(std::move(contact), QStringLiteral("added"));
}

base::Result<Contact> AddressBook::change(const Contact &given)
{
    return store(tidied(given), QStringLiteral("changed"));
}

base::Result<Contact> AddressBook::markChecked(const QString &id)
{
    auto contact = this->contact(id);
    if (!contact)
        return contact;
    contact->checkedAt = m_parts.clock.now();
    contact->checkedBy = m_parts.signer.user();
    contact->altered = false;
    return store(std::move(*contact), QStringLiteral("checked"));
}

base::Result<Contact> AddressBook::store(Contact contact, const QString &change)
{
    if (const QString problem = contactProblem(contact); !problem.isEmpty())
        return wrong(contact.name.left(longestName), problem);
    auto batch = begin();
    if (!batch)
        return std::unexpected(batch.error());
    const auto all = find();
    if (!all)
        return std::unexpected(all.error());
    const bool isNew = change == u"added";
    const auto before = std::ranges::find_if(*all, [&](const Contact &other) { return other.id == contact.id; });
    if (!isNew && before == all->end())
        return base::failure(ErrorCode::NotFound, contact.id, tr("Nobody of this number stands in the address book."));
    if (isNew && all->size() >= largestBook)
        return wrong(contact.name, tr("The address book is full."));
    const bool isTwice = !contact.mail.isEmpty() && std::ranges::any_of(*all, [&](const Contact &other) {
        return other.id != contact.id && other.name == contact.name && other.mail.compare(contact.mail, Qt::CaseInsensitive) == 0;
    });
    if (isTwice)
        return wrong(contact.name, tr("This name with this mail address stands in the address book already."));
    QStringList changed;
    if (change == u"changed") {
        bool needsCheck = false;
        changed = changedMembers(*before, contact, needsCheck);
        if (changed.isEmpty())
            return *before;
        contact.checkedAt = needsCheck || before->altered ? std::nullopt : before->checkedAt;
        contact.checkedBy = contact.checkedAt ? before->checkedBy : QString();
    }
    const auto stored = storedForm(contact);
    if (!stored)
        return std::unexpected(stored.error());
    const auto entry = batch->append(draftFor(contact, change, changed, *stored));
    if (!entry)
        return std::unexpected(entry.error());
    if (const auto put = batch->putContact({contact.id, *stored}); !put)
        return std::unexpected(put.error());
    if (const auto committed = batch->commit(); !committed)
        return std::unexpected(committed.error());
    return contact;
}

base::Result<void> AddressBook::remove(const QString &id)
{
    auto batch = begin();
    if (!batch)
        return std::unexpected(batch.error());
    const auto contact = this->contact(id);
    if (!contact)
        return std::unexpected(contact.error());
    if (const auto entry = batch->append(draftFor(*contact, QStringLiteral("removed"), {}, {})); !entry)
        return std::unexpected(entry.error());
    if (const auto removed = batch->removeContact(id); !removed)
        return removed;
    return batch->commit();
}

QString contactProblem(const Contact &contact)
{
    if (contact.name.isEmpty())
        return tr("Please give a name.");
    const bool isPlain = isPlainLine(contact.name, longestName) && isPlainLine(contact.kana, longestName)
                         && isPlainLine(contact.organisation, longestOrganisation)
                         && isPlainLine(contact.telephone, longestTelephone);
    if (!isPlain)
        return tr("A name, an organisation or a telephone number is too long, or has characters in it that nobody sees.");
    if (!destinations().contains(contact.kind))
        return tr("Please say what kind of recipient this is: %1").arg(destinations().join(u' '));
    if (!contact.mail.isEmpty()) {
        if (const auto mail = mailAddressFrom(contact.mail); !mail)
            return mail.error().message;
    }
    if (!contact.telephone.isEmpty() && !isTelephone(contact.telephone))
        return tr("This is not a telephone number.");
    if (!contact.ageKey.isEmpty() && !crypto::age::recipientFromText(contact.ageKey.toLatin1()))
        return tr("This is not an age key (age1…).");
    if (!contact.certificate.isEmpty() && (contact.certificate.size() > largestCertificate || !isCertificate(contact.certificate)))
        return tr("This is not a certificate (X.509).");
    if (!std::ranges::all_of(contact.stripped, [](const QString &word) { return parcelFormatFor(word).has_value(); }))
        return tr("Please name formats that parcels have.");
    if (hasPersonalNumber(contact))
        return tr("A personal number may not stand in the address book.");
    return {};
}

QString telephoneDigits(const QString &telephone)
{
    const QString plain = telephone.normalized(QString::NormalizationForm_KC).trimmed();
    // An extension is no part of the number.
    const qsizetype end = plain.indexOf(QStringLiteral("内線"));
    QString digits = plain.startsWith(u'+') ? QStringLiteral("+") : QString();
    for (const QChar character : plain.first(end < 0 ? plain.size() : end)) {
        if (character >= u'0' && character <= u'9')
            digits += character;
    }
    const QString japan = QStringLiteral("+81");
    return digits.startsWith(japan) ? QString(u'0' + digits.sliced(japan.size())) : digits;
}

} // namespace shirushi::sending
