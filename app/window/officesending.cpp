#include "window/officesending.h"

#include "people/sight.h"
#include "sending/methods.h"
#include "window/officesendingturn.h"
#include "window/sendingwords.h"

#include <algorithm>

namespace shirushi::window {

using base::Result;

namespace {

std::vector<workflow::RequestFile> requestFiles(const send::Plan &plan)
{
    std::vector<workflow::RequestFile> files;
    for (const approvals::AskedFile &file : plan.files)
        files.push_back({base::toDisplay(file.path.filename()), file.contentHash, file.sha256, file.policy, file.classes});
    return files;
}

QStringList domainsOf(const send::Plan &plan)
{
    QStringList domains;
    for (const approvals::AskedFile &file : plan.files)
        domains += file.domain;
    return domains;
}

std::uint64_t sizeOf(const send::Plan &plan)
{
    std::uint64_t size = 0;
    for (const approvals::AskedFile &file : plan.files) {
        std::error_code problem;
        const auto one = std::filesystem::file_size(file.path, problem);
        size += problem ? 0 : one;
    }
    return size;
}

// As the address book calls them, where it knows them.
QStringList shownRecipients(const QStringList &recipients, const std::vector<sending::Contact> &book)
{
    QStringList shown;
    for (const QString &recipient : recipients) {
        const auto known = sending::contactsOf({recipient}, book);
        shown += known.size() == 1 && !known.front().altered ? textOf(send::recipientFrom(known.front())) : recipient;
    }
    return shown;
}

} // namespace

std::shared_ptr<const policy::Pack> OfficeSending::rules() const
{
    return m_desk.rules();
}

std::shared_ptr<const policy::Pack> OfficeSending::rulesOf(const QString &policyId) const
{
    return m_desk.rulesOf(policyId);
}

std::vector<send::Named> OfficeSending::destinations() const
{
    return namedDestinations();
}

std::vector<send::Named> OfficeSending::channels() const
{
    return namedChannels();
}

std::vector<send::Named> OfficeSending::waysBeside(const QString &channel) const
{
    return namedWaysBeside(channel);
}

std::vector<sending::ParcelFormat> OfficeSending::formats() const
{
    return sending::usableFormats(m_desk.directory()->roster());
}

QString OfficeSending::methodNotice() const
{
    const auto pack = m_desk.rules();
    return pack ? sending::methodNotice(m_desk.directory()->roster(), *pack) : QString();
}

Result<send::Prospect> OfficeSending::prospect(const send::Plan &plan) const
{
    send::Prospect shown;
    shown.objections = missingIn(plan);
    if (!shown.objections.isEmpty())
        return shown;
    auto known = with<sending::Prospect>(false, [&](sending::SendingDesk &desk, OpenOffice &) {
        return desk.prospect(orderFrom(plan), requestFiles(plan), domainsOf(plan));
    });
    if (!known)
        return std::unexpected(known.error());
    shown.answer = std::move(known->answer);
    shown.classes = std::move(known->classes);
    shown.missing = known->missing ? known->missing->message : QString();
    shown.isApproved = !known->request.isEmpty();
    for (send::Named &channel : namedChannels()) {
        if (known->otherChannels.contains(channel.id))
            shown.otherChannels.push_back(std::move(channel));
    }
    shown.size = sizeOf(plan);
    return shown;
}

Result<send::Made> OfficeSending::send(const send::Plan &plan, const send::Packing &packing, base::Progress &progress)
{
    return with<send::Made>(true, [&](sending::SendingDesk &desk, OpenOffice &) -> Result<send::Made> {
        sending::Order order = orderFrom(plan);
        order.format = packing.format;
        order.options.hidesNames = packing.hidesNames;
        order.target = packing.target;
        if (const auto taken = takePacking(packing, order); !taken)
            return std::unexpected(taken.error());
        auto sent = desk.send(order, progress);
        if (!sent)
            return std::unexpected(sent.error());
        return send::Made{std::move(sent->id), std::move(sent->answer), std::move(sent->parcel), sent->password.has_value(), order.isPlain,
                          std::move(sent->notices)};
    });
}

Result<std::vector<send::Item>> OfficeSending::list() const
{
    return with<std::vector<send::Item>>(false, [&](sending::SendingDesk &desk, OpenOffice &open) -> Result<std::vector<send::Item>> {
        const auto records = desk.list();
        if (!records)
            return std::unexpected(records.error());
        const people::Roster &roster = open.directory->roster();
        const QString user = open.session.user();
        const bool seesAll = people::seesEverything(roster, user, open.pack.get(), QDate::currentDate());
        const auto book = bookOf(open).find();
        if (!book)
            return std::unexpected(book.error());
        std::vector<send::Item> items;
        for (auto record = records->rbegin(); record != records->rend(); ++record) {
            const bool isMine = record->by == user;
            if (!isMine && !seesAll)
                continue;
            const people::Person *by = roster.find(record->by);
            items.push_back({*record, by ? by->name : record->by, isMine, shownRecipients(record->recipients, *book),
                             record->isOverdue(base::SystemClock().now(), desk.overdueDays())});
        }
        return items;
    });
}

std::vector<sending::Unfinished> OfficeSending::unrecorded() const
{
    auto left = with<std::vector<sending::Unfinished>>(false, [](sending::SendingDesk &desk, OpenOffice &) -> Result<std::vector<sending::Unfinished>> {
        return desk.unrecorded();
    });
    return left ? std::move(*left) : std::vector<sending::Unfinished>();
}

Result<base::SecretBytes> OfficeSending::password(const QString &id) const
{
    return with<base::SecretBytes>(false, [&](sending::SendingDesk &desk, OpenOffice &) { return desk.password(id); });
}

Result<void> OfficeSending::delivered(const QString &id, const QString &way, const QString &to)
{
    return with<void>(true, [&](sending::SendingDesk &desk, OpenOffice &) { return desk.delivered(id, way, to); });
}

// With the session's own key, too: somebody may have packed it for that.
Result<sending::Received> OfficeSending::receive(const base::Path &parcel, const sending::ParcelSecret &secret, const base::Path &into,
                                                 base::Progress &progress)
{
    return with<sending::Received>(true, [&](sending::SendingDesk &, OpenOffice &open) {
        sending::ParcelSecret all;
        all.password = secret.password.clone();
        for (const base::SecretBytes &key : secret.keys)
            all.keys.push_back(key.clone());
        all.keys.push_back(open.session.keys().receiving.clone());
        all.ownCertificate = secret.ownCertificate;
        if (secret.ownKey)
            all.ownKey = secret.ownKey->clone();
        const base::SystemClock clock;
        return sending::receive(parcel, all, into, {open.ledger, open.session, *open.directory, m_desk.codecs(), clock,
                                                sending::UnfinishedWork(m_desk.office().folder() / "pending")}, progress);
    });
}

} // namespace shirushi::window
