// Of SendingDesk: what comes after a parcel has gone. The password's own way, the receipt, what was mis-sent.
#include "sending/methods.h"
#include "sending/plainline.h"
#include "sending/rulewords.h"
#include "sending/sendingdesk.h"
#include "sending/tellingways.h"

#include "base/clock.h"
#include "labelling/entrydrafts.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

constexpr qsizetype longestName = 320;
constexpr qsizetype longestNote = 2000;
constexpr qsizetype fewestDigits = 8; // what has fewer is a name with a number in it, or an extension
constexpr qsizetype shownDigits = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

std::unexpected<base::Error> wrong(const QString &subject, const QString &sentence)
{
    return base::failure(ErrorCode::InvalidInput, subject, sentence);
}

bool isCall(const QString &way)
{
    return way == u"telephone" || way == u"sms";
}

bool isNumber(const QString &to)
{
    return telephoneDigits(to).size() >= fewestDigits;
}

// Whether the recipients hear of the parcel by mail.
bool goesByAddress(const QString &channel)
{
    return channel != u"medium" && channel != u"post";
}

const Contact *withNumber(const std::vector<Contact> &contacts, const QString &number)
{
    const auto found = std::ranges::find_if(contacts, [&](const Contact &contact) {
        return !contact.altered && !contact.telephone.isEmpty() && telephoneDigits(contact.telephone) == telephoneDigits(number);
    });
    return found == contacts.end() ? nullptr : &*found;
}

} // namespace

base::Result<void> SendingDesk::note(const Record &record, const QString &kind, const QJsonObject &details, const QString &reason)
{
    ledger::EntryDraft draft;
    draft.kind = kind;
    draft.file = record.parcel;
    draft.reason = reason;
    draft.details = details;
    draft.details.insert(QStringLiteral("sending"), record.id);
    const auto entry = m_parts.ledger.append(draft, m_parts.session, m_parts.clock);
    return entry ? base::Result<void>() : std::unexpected(entry.error());
}

base::Result<std::vector<Contact>> SendingDesk::contactsOf(const QString &id)
{
    const auto record = sendingRecord(m_parts.ledger, id);
    if (!record)
        return std::unexpected(record.error());
    const auto book = AddressBook({m_parts.ledger, m_parts.session, m_parts.clock}).find();
    if (!book)
        return std::unexpected(book.error());
    return sending::contactsOf(record->recipients, *book);
}

base::Result<std::vector<SecondLook>> SendingDesk::secondLooks(const Order &order, const QString &ownAddress)
{
    const auto book = AddressBook({m_parts.ledger, m_parts.session, m_parts.clock}).find();
    if (!book)
        return std::unexpected(book.error());
    return sending::secondLooks({order.recipients, order.destination, order.channel, wordFor(order.format), ownAddress, {}}, *book,
                                *m_parts.pack);
}

base::Result<void> SendingDesk::checkTelling(const Record &record, const QString &way, const QString &to,
                                             const std::vector<Contact> &contacts) const
{
    const QString article = articleOf(citationFor(*m_parts.pack, u"other-channel"));
    if (roadOf(way) == roadOf(record.channel))
        return base::failure(ErrorCode::Forbidden, record.id, tr("The password must not go the way that the parcel went.") + article);
    if (roadOf(way) == u"mail" && goesByAddress(record.channel)) {
        const auto address = mailAddressFrom(to);
        if (!address)
            return wrong(to, tr("Please say to which mail address the password went."));
        const bool isSame = std::ranges::any_of(record.recipients, [&](const QString &recipient) {
            const auto other = mailAddressFrom(recipient);
            return other && other->domain == address->domain;
        });
        if (isSame) {
            return base::failure(ErrorCode::Forbidden, address->text(),
                                 tr("The password must not go to the address, or the organisation's mail, to which the parcel went.") + article);
        }
    }
    QStringList numbers;
    for (const Contact &contact : contacts) {
        if (!contact.altered && !contact.telephone.isEmpty())
            numbers += contact.telephone;
    }
    if (isCall(way) && isNumber(to) && !numbers.isEmpty() && !withNumber(contacts, to)) {
        return wrong(to, tr("The address book has another number: %1. Please call that one, or have the number checked and changed there first.")
                             .arg(numbers.join(QStringLiteral(", "))));
    }
    return {};
}

base::Result<void> SendingDesk::delivered(const QString &id, const QString &way, const QString &to)
{
    if (!tellingWays().contains(way) && !channels().contains(way))
        return wrong(way, tr("Please say how the password was told: %1").arg((tellingWays() + channels()).join(u' ')));
    if (!isPlainLine(to, longestName))
        return wrong({}, tr("Please say to whom in one short line."));
    const auto record = sendingRecord(m_parts.ledger, id);
    if (!record)
        return std::unexpected(record.error());
    if (!record->isPending())
        return wrong(id, tr("No password waits to be told for this sending."));
    const auto contacts = contactsOf(id);
    if (!contacts)
        return std::unexpected(contacts.error());
    if (const auto allowed = checkTelling(*record, way, to, *contacts); !allowed)
        return allowed;
    QJsonObject details{{QStringLiteral("way"), way}, {QStringLiteral("to"), to.trimmed()}};
    if (isCall(way)) {
        // A number is personal, and an entry stays: whose it is, where that is known, and else its end.
        const Contact *contact = isNumber(to) ? withNumber(*contacts, to) : contacts->size() == 1 ? &contacts->front() : nullptr;
        if (contact)
            details.insert(QStringLiteral("contact"), contact->id);
        if (isNumber(to))
            details.insert(QStringLiteral("to"), contact ? contact->name : QString(u'…' + telephoneDigits(to).last(shownDigits)));
    }
    if (const auto recorded = note(*record, deliveredKind, details); !recorded)
        return recorded;
    return m_parts.pending.erase(id);
}

base::Result<void> SendingDesk::confirmed(const QString &id, const QString &by)
{
    if (!isPlainLine(by, longestName))
        return wrong({}, tr("Please say to whom in one short line."));
    const auto record = sendingRecord(m_parts.ledger, id);
    if (!record)
        return std::unexpected(record.error());
    if (record->confirmedAt.isValid())
        return wrong(id, tr("The receipt of this sending has been confirmed already."));
    return note(*record, receiptKind, {{QStringLiteral("by"), by.trimmed()}});
}

base::Result<void> SendingDesk::forget(const QString &id)
{
    const auto record = sendingRecord(m_parts.ledger, id);
    if (!record)
        return std::unexpected(record.error());
    if (!record->isPending())
        return wrong(id, tr("No password waits to be told for this sending."));
    if (record->by != m_parts.session.user() && !m_parts.directory->isAdministrator(m_parts.session.user()))
        return base::failure(ErrorCode::Forbidden, id, tr("Only who has sent this, or an administrator, can end it."));
    if (!record->missentAt.isValid() && !record->isOverdue(m_parts.clock.now(), overdueDays())) {
        return wrong(id, tr("The password can still be told. It can be erased when it is %1 days old, or when the parcel was recorded as mis-sent.")
                             .arg(overdueDays()));
    }
    if (const auto recorded = note(*record, forgottenKind, {}); !recorded)
        return recorded;
    return m_parts.pending.erase(id);
}

base::Result<Missent> SendingDesk::missent(const QString &id, const QString &text)
{
    if (text.size() > longestNote)
        return wrong(id, tr("This note is too long."));
    const auto record = sendingRecord(m_parts.ledger, id);
    if (!record)
        return std::unexpected(record.error());
    const QString role = m_parts.session.account().role;
    Missent missent{*record, callsFor(*m_parts.pack, m_parts.directory->roster(), *record, role), record->isPending()};
    QJsonArray calls;
    for (const Call &call : missent.calls)
        calls.append(QJsonObject{{QStringLiteral("to"), call.who.ja}, {QStringLiteral("article"), call.citation.article}});
    ledger::EntryDraft draft;
    draft.kind = missentKind;
    draft.file = record->parcel;
    draft.sha256 = record->sha256;
    draft.after = labelling::classesJson(m_parts.pack->id, record->classes);
    draft.reason = text.trimmed();
    draft.details = {{QStringLiteral("sending"), id},
                     {QStringLiteral("sentAt"), base::toRfc3339(record->at)},
                     {QStringLiteral("sentBy"), record->by},
                     {QStringLiteral("destination"), record->destination},
                     {QStringLiteral("channel"), record->channel},
                     {QStringLiteral("recipients"), QJsonArray::fromStringList(record->recipients)},
                     {QStringLiteral("files"), QJsonArray::fromStringList(record->files)},
                     {QStringLiteral("format"), record->format},
                     {QStringLiteral("password"), record->hasPassword},
                     {QStringLiteral("passwordTold"), !record->deliveredBy.isEmpty()},
                     {QStringLiteral("calls"), calls}};
    const auto entry = m_parts.ledger.append(draft, m_parts.session, m_parts.clock);
    if (!entry)
        return std::unexpected(entry.error());
    if (!missent.record.missentAt.isValid())
        missent.record.missentAt = entry->at;
    return missent;
}

std::vector<ParcelFormat> SendingDesk::formats() const
{
    return usableFormats(m_parts.directory->roster());
}

QString SendingDesk::methodNotice() const
{
    return sending::methodNotice(m_parts.directory->roster(), *m_parts.pack);
}

} // namespace shirushi::sending
