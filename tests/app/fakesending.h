// FakeSending: what may be sent, by real packs over files in memory, parcels that are only named, and passwords that the
// test knows. What was ordered and recorded is kept for the test to look at.
#pragma once

#include "app/fakepublishing.h"
#include "send/senddesk.h"
#include "window/sendingwords.h"

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
        record.recipients = QStringList{QStringLiteral("鈴木 一郎（株式会社サンプル） <suzuki@example.jp>")};
        record.action = QStringLiteral("send");
        record.destination = QStringLiteral("contractor");
        record.channel = QStringLiteral("mail");
        record.format = QStringLiteral("zip");
        record.hasPassword = true;
        item.by = isMine ? QStringLiteral("山田 太郎") : QStringLiteral("佐藤 花子");
        item.isMine = isMine;
        passwords[item.record.id] = "K7QM-3XWD-9HTR-2VEN-P";
        items.insert(items.begin(), item);
        return items.front();
    }

    std::shared_ptr<const policy::Pack> rules() const override { return m_pack; }
    std::shared_ptr<const policy::Pack> rulesOf(const QString &id) const override { return m_library.find(id); }
    std::vector<send::Named> destinations() const override { return window::namedDestinations(); }
    std::vector<send::Named> channels() const override { return window::namedChannels(); }
    std::vector<send::Named> waysBeside(const QString &channel) const override { return window::namedWaysBeside(channel); }

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
        item.record.recipients.clear();
        for (const send::Recipient &recipient : plan.recipients)
            item.record.recipients += textOf(recipient);
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
    policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
};

} // namespace shirushi::test
