// FakeSending: what may be sent, by real packs over files in memory, parcels that are only named, and passwords that the
// test knows; an address book that looks at recipients as the real one does. What was ordered and recorded is kept for the
// test to look at.
#pragma once

#include "app/fakepublishing.h"
#include "send/senddesk.h"
#include "window/sendingwords.h"

#include <QFile>
#include <QThread>

#include <atomic>
#include <map>

namespace shirushi::test {

class FakeSending final : public send::SendDesk
{
public:
    explicit FakeSending(const QString &policy) : m_library(policy::Library::load()), m_pack(m_library.find(policy)) {}

    FakePublishing publications;
    send::PublishDesk &publishing() override { return publications; }

    QString role = QStringLiteral("staff");
    bool approved = false; // somebody has approved whatever is asked for
    std::optional<base::Error> failure;
    unsigned long delay = 0; // ms a step of packing and unpacking
    std::vector<std::pair<send::Plan, send::Packing>> sent;
    std::vector<send::Item> items; // the newest first
    std::map<QString, QByteArray> passwords;
    std::vector<sending::Unfinished> left; // by a kill
    struct Told {
        QString id;
        QString way;
        QString to;
    };
    std::vector<Told> told;
    std::atomic<int> shown = 0; // how often a password was asked for
    QByteArray parcelPassword = "2H7K-9QWM-4TXB-8VEN-P"; // of the parcel that is received
    sending::Received inside;
    std::vector<base::Path> unpacked;
    std::vector<send::BookEntry> book{{contactOf("suzuki", "鈴木 一郎", "すずき いちろう", "株式会社サンプル", "contractor",
                                                 "suzuki@example.jp", "0771-00-0000"),
                                       QStringLiteral("佐藤 花子")}};
    std::vector<sending::ParcelFormat> designated; // empty: none was
    QString own = QStringLiteral("yamada@city.kameoka.lg.jp");
    base::Path draftFolder;
    std::vector<sending::DraftOrder> drafts;
    std::vector<base::Path> removedDrafts;
    struct Noted {
        QString id;
        QString text;
        bool operator==(const Noted &) const = default;
    };
    std::vector<Noted> receipts;
    std::vector<Noted> missents;
    QStringList forgotten;

    /// Checked.
    static sending::Contact contactOf(const char *id, const char *name, const char *kana, const char *organisation, const char *kind,
                                      const char *mail, const char *telephone)
    {
        sending::Contact contact;
        contact.id = QString::fromUtf8(id);
        contact.name = QString::fromUtf8(name);
        contact.kana = QString::fromUtf8(kana);
        contact.organisation = QString::fromUtf8(organisation);
        contact.kind = QString::fromUtf8(kind);
        contact.mail = QString::fromUtf8(mail);
        contact.telephone = QString::fromUtf8(telephone);
        contact.checkedAt = QDateTime(QDate(2026, 11, 2), QTime(3, 0), Qt::UTC);
        contact.checkedBy = QStringLiteral("sato");
        return contact;
    }

    send::Item &add(const char *id, const char *parcel, bool isMine = true)
    {
        send::Item item;
        sending::Record &record = item.record;
        record.id = QString::fromUtf8(id);
        record.seq = 1;
        record.at = QDateTime(QDate(2026, 11, 20), QTime(1, 30), Qt::UTC);
        record.by = isMine ? QStringLiteral("yamada") : QStringLiteral("sato");
        record.parcel = QStringLiteral("/home/yamada/") + QString::fromUtf8(parcel);
        record.files = QStringList{QStringLiteral("名簿.csv")};
        record.recipients = QStringList{QStringLiteral("suzuki@example.jp")};
        record.classes = {{QStringLiteral("importance"), QStringLiteral("II")}};
        record.action = QStringLiteral("send");
        record.destination = QStringLiteral("contractor");
        record.channel = QStringLiteral("mail");
        record.format = QStringLiteral("zip");
        record.hasPassword = true;
        item.by = isMine ? QStringLiteral("山田 太郎") : QStringLiteral("佐藤 花子");
        item.isMine = isMine;
        item.recipients = QStringList{QStringLiteral("鈴木 一郎（株式会社サンプル） <suzuki@example.jp>")};
        passwords[item.record.id] = "K7QM-3XWD-9HTR-2VEN-P";
        items.insert(items.begin(), item);
        return items.front();
    }

    std::shared_ptr<const policy::Pack> rules() const override { return m_pack; }
    std::shared_ptr<const policy::Pack> rulesOf(const QString &id) const override { return m_library.find(id); }
    std::vector<send::Named> destinations() const override { return window::namedDestinations(); }
    std::vector<send::Named> channels() const override { return window::namedChannels(); }
    std::vector<send::Named> waysBeside(const QString &channel) const override { return window::namedWaysBeside(channel); }

    std::vector<sending::ParcelFormat> formats() const override { return designated.empty() ? sending::parcelFormats() : designated; }
    QString methodNotice() const override
    {
        return designated.empty() ? QStringLiteral("最高情報統括責任者が指定した方法かを確認してください。") : QString();
    }

    base::Result<std::vector<sending::SecondLook>> secondLooks(const send::Plan &plan) const override
    {
        if (failure)
            return std::unexpected(*failure);
        const sending::Order order = window::orderFrom(plan);
        return sending::secondLooks({order.recipients, order.destination, order.channel, sending::wordFor(formats().front()), own, {}},
                                    contacts(), *m_pack);
    }
    base::Result<std::vector<send::BookEntry>> findContacts(const QString &words) const override
    {
        std::vector<send::BookEntry> found;
        for (const send::BookEntry &entry : book) {
            const sending::Contact &one = entry.contact;
            if (words.isEmpty() || QString(one.name + one.kana + one.organisation + one.mail).contains(words.trimmed()))
                found.push_back(entry);
        }
        return found;
    }
    base::Result<send::BookEntry> addContact(const sending::Contact &contact) override
    {
        if (const QString problem = sending::contactProblem(contact); !problem.isEmpty())
            return base::failure(base::ErrorCode::InvalidInput, {}, problem);
        send::BookEntry entry{contact, {}};
        entry.contact.id = QStringLiteral("added-%1").arg(++m_added);
        entry.contact.checkedAt.reset();
        entry.contact.checkedBy.clear();
        book.push_back(entry);
        return entry;
    }
    base::Result<send::BookEntry> changeContact(const sending::Contact &contact) override
    {
        for (send::BookEntry &entry : book) {
            if (entry.contact.id == contact.id) {
                entry = {contact, {}};
                entry.contact.checkedAt.reset();
                return entry;
            }
        }
        return base::failure(base::ErrorCode::NotFound, contact.id, QStringLiteral("宛先帳にいません。"));
    }
    base::Result<void> removeContact(const QString &id) override
    {
        std::erase_if(book, [&](const send::BookEntry &entry) { return entry.contact.id == id; });
        return {};
    }
    base::Result<send::BookEntry> checkContact(const QString &id) override
    {
        for (send::BookEntry &entry : book) {
            if (entry.contact.id == id) {
                entry.contact.checkedAt = QDateTime(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);
                entry.checkedBy = QStringLiteral("山田 太郎");
                return entry;
            }
        }
        return base::failure(base::ErrorCode::NotFound, id, QStringLiteral("宛先帳にいません。"));
    }
    base::Result<std::vector<send::BookEntry>> contactsOf(const QString &id) const override
    {
        std::vector<send::BookEntry> found;
        for (const send::Item &item : items) {
            if (item.record.id != id)
                continue;
            for (const send::BookEntry &entry : book) {
                if (!sending::contactsOf(item.record.recipients, {entry.contact}).empty())
                    found.push_back(entry);
            }
        }
        return found;
    }
    base::Result<QString> ownAddress() const override { return own; }
    // Written as the office's own desk does, with nothing but the order in it.
    base::Result<sending::DraftReport> draft(const sending::DraftOrder &order, base::Progress &) override
    {
        if (failure)
            return std::unexpected(*failure);
        drafts.push_back(order);
        const base::Path file = draftFolder / base::toPath(order.id + QStringLiteral(".eml"));
        QFile out(base::toDisplay(file));
        if (!out.open(QIODevice::WriteOnly) || out.write("X-Unsent: 1\r\n") < 0)
            return base::failure(base::ErrorCode::NoSpace, order.id, QStringLiteral("下書きを書けません。"));
        return sending::DraftReport{file, 13, order.reasonToShow.isEmpty()};
    }
    void removeDraft(const base::Path &draft) override
    {
        std::error_code ignored;
        std::filesystem::remove(draft, ignored);
        removedDrafts.push_back(draft);
    }
    base::Result<void> confirmed(const QString &id, const QString &by) override
    {
        if (failure)
            return std::unexpected(*failure);
        receipts.push_back({id, by});
        for (send::Item &item : items) {
            if (item.record.id == id)
                item.record.confirmedAt = QDateTime(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);
            if (item.record.id == id)
                item.isOverdue = item.record.isPending() && item.isOverdue;
        }
        return {};
    }
    base::Result<void> forget(const QString &id) override
    {
        if (failure)
            return std::unexpected(*failure);
        forgotten += id;
        passwords.erase(id);
        for (send::Item &item : items) {
            if (item.record.id == id) {
                item.record.forgottenAt = QDateTime(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);
                item.isOverdue = false;
            }
        }
        return {};
    }
    base::Result<std::vector<send::MissentCall>> calls(const QString &id) const override
    {
        people::Roster roster;
        people::Person manager;
        manager.name = QStringLiteral("佐藤 花子");
        manager.role = QStringLiteral("information-manager");
        roster.persons.push_back(manager);
        std::vector<send::MissentCall> calls;
        for (const send::Item &item : items) {
            if (item.record.id != id)
                continue;
            const auto wanted = sending::callsFor(*m_pack, roster, item.record, role);
            for (const sending::Call &call : wanted)
                calls.push_back({call, call.persons.isEmpty() ? QStringList() : QStringList{QStringLiteral("0771-22-3131")}});
        }
        return calls;
    }
    base::Result<void> missent(const QString &id, const QString &note) override
    {
        if (failure)
            return std::unexpected(*failure);
        missents.push_back({id, note});
        for (send::Item &item : items) {
            if (item.record.id == id)
                item.record.missentAt = QDateTime(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);
        }
        return {};
    }

    base::Result<send::Prospect> prospect(const send::Plan &plan) const override
    {
        send::Prospect prospect;
        prospect.objections = window::missingIn(plan);
        if (!prospect.objections.isEmpty())
            return prospect;
        policy::Classes classes;
        for (const approvals::AskedFile &file : plan.files)
            classes = classes.empty() ? file.classes : policy::strictest(*m_pack, classes, file.classes);
        const auto ask = [&](const QString &channel) {
            return sending::check(m_library, m_pack, {role, plan.destination, channel, classes, plan.given});
        };
        prospect.answer = ask(plan.channel);
        prospect.classes = classes;
        prospect.size = 123456;
        const policy::Verdict &verdict = prospect.answer->verdict;
        if (verdict.ruling == policy::Ruling::Forbidden) {
            for (const send::Named &channel : channels()) {
                if (sending::takesParcel(plan.destination, channel.id) && ask(channel.id).verdict.ruling != policy::Ruling::Forbidden)
                    prospect.otherChannels.push_back(channel);
            }
            return prospect;
        }
        const bool wanted = std::any_of(verdict.obligations.begin(), verdict.obligations.end(),
                                        [](const policy::Obligation &one) { return !one.approver.isEmpty() && !one.ifNeeded; });
        prospect.isApproved = wanted && approved;
        if (wanted && !approved)
            prospect.missing = QStringLiteral("承認がありません。申請してください。");
        return prospect;
    }
    base::Result<send::Made> send(const send::Plan &plan, const send::Packing &packing, base::Progress &progress) override
    {
        for (std::uint64_t step = 0; step < 20; ++step) {
            progress.report(step, 20, QStringLiteral("名簿.csv"));
            QThread::msleep(delay);
            if (progress.cancelled())
                return base::failure(base::ErrorCode::Cancelled, {}, QStringLiteral("止めました。"));
        }
        if (failure)
            return std::unexpected(*failure);
        sent.emplace_back(plan, packing);
        const QByteArray id = "made-" + QByteArray::number(static_cast<int>(sent.size()));
        send::Item &item = add(id.constData(), base::toDisplay(packing.target.filename()).toUtf8().constData());
        item.record.channel = plan.channel;
        item.recipients.clear();
        for (const send::Recipient &recipient : plan.recipients)
            item.recipients += textOf(recipient);
        item.record.recipients = window::orderFrom(plan).recipients;
        item.record.destination = plan.destination;
        const auto known = prospect(plan);
        send::Made made{item.record.id, *known->answer, {}, !packing.isPlain && packing.format != sending::ParcelFormat::Cms, packing.isPlain, {}};
        item.record.hasPassword = made.hasPassword;
        made.parcel.format = packing.format;
        made.parcel.path = packing.target;
        made.parcel.size = 45678;
        made.parcel.contents.resize(plan.files.size());
        if (!packing.hidesNames)
            made.parcel.showing = {QStringLiteral("名簿.csv")};
        return made;
    }
    base::Result<std::vector<send::Item>> list() const override { return items; }
    std::vector<sending::Unfinished> unrecorded() const override { return left; }
    base::Result<base::SecretBytes> password(const QString &id) const override
    {
        ++const_cast<FakeSending *>(this)->shown;
        const auto known = passwords.find(id);
        if (known == passwords.end())
            return base::failure(base::ErrorCode::NotFound, id, QStringLiteral("パスワードは残っていません。"));
        return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(known->second.constData()),
                                           static_cast<std::size_t>(known->second.size())));
    }
    base::Result<void> delivered(const QString &id, const QString &way, const QString &to) override
    {
        if (failure)
            return std::unexpected(*failure);
        told.push_back({id, way, to});
        passwords.erase(id);
        for (send::Item &item : items) {
            if (item.record.id == id)
                item.record.deliveredBy = way;
        }
        return {};
    }
    base::Result<sending::Received> receive(const base::Path &, const sending::ParcelSecret &secret, const base::Path &into,
                                            base::Progress &progress) override
    {
        for (std::uint64_t step = 0; step < 20; ++step) {
            progress.report(step, 20, QStringLiteral("名簿.csv"));
            QThread::msleep(delay);
            if (progress.cancelled())
                return base::failure(base::ErrorCode::Cancelled, {}, QStringLiteral("止めました。"));
        }
        if (failure)
            return std::unexpected(*failure);
        const QByteArray typed(reinterpret_cast<const char *>(secret.password.data()), static_cast<qsizetype>(secret.password.size()));
        if (typed != parcelPassword)
            return base::failure(base::ErrorCode::WrongPassword, {}, QStringLiteral("パスワードが違うか、内容が書き換えられています。"));
        unpacked.push_back(into);
        return inside;
    }

private:
    std::vector<sending::Contact> contacts() const
    {
        std::vector<sending::Contact> all;
        for (const send::BookEntry &entry : book)
            all.push_back(entry.contact);
        return all;
    }

    int m_added = 0;
    policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
};

} // namespace shirushi::test
