// FakeVault: a vault in memory, with what a test puts into it; what was ordered is kept for the test to look at.
#pragma once

#include "base/clock.h"
#include "policy/library.h"
#include "vault/retention.h"
#include "vault/vaultdesk.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <utility>

namespace shirushi::test {

class FakeVault final : public vaults::VaultDesk
{
public:
    explicit FakeVault(const QString &policy) : m_library(policy::Library::load()), m_pack(m_library.find(policy)) {}

    const base::Path place = "/srv/fukushi/vault";
    std::vector<vaults::Known> known;
    vaults::Overview state; // of every vault
    std::vector<vaults::Person> office{{QStringLiteral("sato"), QStringLiteral("佐藤 花子"), QStringLiteral("福祉課")},
                                       {QStringLiteral("suzuki"), QStringLiteral("鈴木 一郎"), QStringLiteral("税務課")}};
    std::optional<base::Error> failure; // of whatever is asked for next, until the test takes it away
    unsigned long delay = 0;            // ms a step of what has progress
    std::vector<vault::Version> older;  // of every item
    std::vector<vault::Event> history;
    vaults::TakeProspect permission;
    vault::Relocked relocked{.done = 2};
    std::vector<vault::Finding> findings;

    std::vector<vault::NewVault> made;
    std::vector<base::Path> openedFolders;
    std::vector<vault::StoreOrder> stored;
    std::vector<base::Path> refused; // files that cannot be put in
    std::vector<vault::TakeOrder> taken;
    std::vector<std::pair<QString, base::Path>> moved; // item, into which vault
    vault::Moved movedAs;
    std::map<base::Path, std::vector<vaults::Person>> membersOf; // of a vault that has others than `state`
    QStringList askedFor; // purposes
    std::vector<vault::ItemChange> changed;
    std::vector<vaults::MemberChange> memberChanges;
    int settled = 0;
    QStringList copies; // where
    std::vector<base::Path> takenOff;

    /// A vault with `members` beside who is signed in.
    void addVault(const char *name, const std::vector<vaults::Person> &members = {})
    {
        known.push_back({place, QStringLiteral("v-1"), QString::fromUtf8(name), {}});
        state.vault = known.back();
        state.members = members;
        state.members.push_back({QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("福祉課")});
        state.amMember = true;
        state.escrow = {QStringLiteral("佐藤 花子")};
        state.escrowRole = QStringLiteral("情報管理者");
    }
    vaults::Row &add(const char *name, const char *level, int years = 0, QDate origin = QDate(2026, 11, 20))
    {
        vaults::Row row;
        row.id = QStringLiteral("item-%1").arg(state.rows.size() + 1);
        row.name = QString::fromUtf8(name);
        row.policy = m_pack->id;
        if (*level)
            row.classes = {{QStringLiteral("importance"), QString::fromUtf8(level)}};
        row.size = 123456;
        row.by = QStringLiteral("山田 太郎");
        row.changedAt = QDateTime(QDate(2026, 11, 20), QTime(1, 32), Qt::UTC);
        row.keeping = {years, false, origin};
        row.lastDay = vault::lastDayOf(row.keeping, m_pack->retention).value_or(QDate());
        row.openers = {QStringLiteral("山田 太郎"), QStringLiteral("高橋 健")};
        row.mayOpen = true;
        row.wantsPermission = QByteArray(level) == "I";
        state.rows.push_back(row);
        return state.rows.back();
    }

    std::shared_ptr<const policy::Pack> rules() const override { return m_pack; }
    std::shared_ptr<const policy::Pack> rulesOf(const QString &id) const override { return m_library.find(id); }
    QString me() const override { return QStringLiteral("yamada"); }
    std::vector<vaults::Person> people() const override { return office; }
    base::Result<std::vector<vaults::Known>> vaults() const override { return known; }
    base::Result<vaults::Known> create(const vault::NewVault &order) override
    {
        if (failure)
            return std::unexpected(*failure);
        made.push_back(order);
        addVault(order.name.toUtf8().constData());
        known.back().folder = state.vault.folder = order.folder;
        return known.back();
    }
    base::Result<vaults::Known> open(const base::Path &folder) override
    {
        if (failure)
            return std::unexpected(*failure);
        openedFolders.push_back(folder);
        addVault("人事");
        known.back().folder = state.vault.folder = folder;
        return known.back();
    }
    base::Result<std::vector<vaults::Person>> members(const base::Path &folder) const override
    {
        if (const auto own = membersOf.find(folder); own != membersOf.end())
            return own->second;
        auto others = state.members;
        std::erase_if(others, [](const vaults::Person &person) { return person.id == u"yamada"; });
        return others;
    }
    base::Result<vaults::Overview> overview(const base::Path &folder, base::Progress &progress) const override
    {
        if (failure)
            return std::unexpected(*failure);
        if (const auto stopped = work(progress); !stopped)
            return std::unexpected(stopped.error());
        vaults::Overview overview = state;
        const auto one = std::ranges::find(known, folder, &vaults::Known::folder);
        if (one != known.end())
            overview.vault = *one;
        return overview;
    }
    base::Result<vaults::Details> details(const base::Path &, const QString &item) const override
    {
        const auto row = std::ranges::find(state.rows, item, &vaults::Row::id);
        if (failure || row == state.rows.end())
            return std::unexpected(failure.value_or(base::Error{base::ErrorCode::NotFound, item, QStringLiteral("ありません。"), {}}));
        vaults::Details details;
        details.row = *row;
        details.members = details.vaultMembers = state.members;
        details.history = history;
        for (const vault::Version &version : older)
            details.versions.push_back({version.counter, version.at, version.by, version.content.size});
        details.sha256 = QString(64, u'a');
        details.file = place / "items" / "x.age";
        return details;
    }
    base::Result<std::vector<vault::Stored>> put(const base::Path &, const vault::StoreOrder &order, base::Progress &progress) override
    {
        if (failure)
            return std::unexpected(*failure);
        stored.push_back(order);
        std::vector<vault::Stored> outcome;
        for (std::size_t i = 0; i < order.paths.size(); ++i) {
            progress.report(i, order.paths.size(), base::toDisplay(order.paths[i].filename()));
            QThread::msleep(delay);
            if (progress.cancelled())
                break;
            vault::Stored one;
            one.original = order.paths[i];
            one.name = base::toDisplay(order.paths[i].filename());
            if (std::ranges::count(refused, order.paths[i]) > 0)
                one.error = base::Error{base::ErrorCode::InUse, {}, QStringLiteral("ほかのプログラムが使っています。"), {}};
            else
                one.id = add(one.name.toUtf8().constData(), "").id;
            outcome.push_back(one);
        }
        return outcome;
    }
    base::Result<vaults::TakeProspect> prospect(const base::Path &, const vault::TakeOrder &order) const override
    {
        vaults::TakeProspect prospect = permission;
        if (order.leavesOffice && !prospect.isAsked)
            return vaults::TakeProspect{true, QStringLiteral("承認がありません。申請してください。"), true, {}};
        return prospect;
    }
    base::Result<vault::Taken> take(const base::Path &, const vault::TakeOrder &order, base::Progress &progress) override
    {
        if (const auto stopped = work(progress); !stopped)
            return std::unexpected(stopped.error());
        if (failure)
            return std::unexpected(*failure);
        taken.push_back(order);
        return vault::Taken{order.id, order.id, {}, {}};
    }
    base::Result<vault::Moved> move(const base::Path &, const QString &item, const base::Path &target, base::Progress &progress) override
    {
        if (const auto stopped = work(progress); !stopped)
            return std::unexpected(stopped.error());
        if (failure)
            return std::unexpected(*failure);
        moved.push_back({item, target});
        std::erase_if(state.rows, [&](const vaults::Row &row) { return row.id == item; });
        return movedAs;
    }
    base::Result<bool> ask(const base::Path &, const QString &, const QString &purpose) override
    {
        if (failure)
            return std::unexpected(*failure);
        askedFor += purpose;
        permission.canAsk = false;
        permission.problem = QStringLiteral("承認を待っています。");
        return true;
    }
    base::Result<void> change(const base::Path &, const QString &item, const vault::ItemChange &change) override
    {
        if (failure)
            return std::unexpected(*failure);
        changed.push_back(change);
        const auto row = std::ranges::find(state.rows, item, &vaults::Row::id);
        if (change.keeping)
            row->keeping = *change.keeping;
        row->lastDay = vault::lastDayOf(row->keeping, m_pack->retention).value_or(QDate());
        row->isFinal = row->isFinal || change.makeFinal;
        return {};
    }
    base::Result<vault::Relocked> changeMembers(const base::Path &, const vaults::MemberChange &change, base::Progress &progress) override
    {
        if (failure)
            return std::unexpected(*failure);
        memberChanges.push_back(change);
        return relock(progress);
    }
    base::Result<vault::Relocked> settle(const base::Path &, base::Progress &progress) override
    {
        if (failure)
            return std::unexpected(*failure);
        ++settled;
        relocked = {.done = 1};
        state.isUnsettled = false;
        return relock(progress);
    }
    base::Result<void> noteCopied(const base::Path &, const QString &where) override
    {
        if (failure)
            return std::unexpected(*failure);
        copies += where;
        for (vaults::Row &row : state.rows)
            row.isCopyDue = false;
        return {};
    }
    base::Result<void> takeOff(const vaults::Known &vault) override
    {
        if (failure)
            return std::unexpected(*failure);
        takenOff.push_back(vault.folder);
        std::erase(known, vault);
        return {};
    }
    base::Result<std::vector<vault::Finding>> verify(const base::Path &, base::Progress &progress) override
    {
        if (const auto stopped = work(progress); !stopped)
            return std::unexpected(stopped.error());
        if (failure)
            return std::unexpected(*failure);
        state.isCheckDue = state.isCheckDue && !findings.empty();
        return findings;
    }

    std::vector<vault::Opened> openNow;
    std::vector<vault::OpenOrder> openOrders;
    std::vector<vault::Rescue> left;
    std::vector<vault::Leftover> crashed;
    QStringList closed;
    QStringList rescued;
    QStringList discarded;
    std::atomic<int> tended = 0;
    /// What the program and the disk say next of everything that is open.
    void become(vault::OpenState next)
    {
        const std::lock_guard guard(m_lock);
        for (vault::Opened &one : openNow) {
            one.state = next;
            one.saves += next == vault::OpenState::Saved ? 1 : 0;
            one.savedAt = QDateTime(QDate(2026, 11, 21), QTime(1, 40), Qt::UTC);
            if (next == vault::OpenState::Closed)
                one.closedBy = vault::ClosedBy::Editor;
        }
    }
    base::Result<vault::Opened> openItem(const base::Path &folder, const QString &item, bool isReadOnly, base::Progress &) override
    {
        if (failure)
            return std::unexpected(*failure);
        const std::lock_guard guard(m_lock);
        openOrders.push_back({folder, item, isReadOnly});
        vault::Opened one;
        one.id = QStringLiteral("opening-%1").arg(openOrders.size());
        one.vault = folder;
        one.item = item;
        const auto row = std::ranges::find(state.rows, item, &vaults::Row::id);
        one.name = row->name;
        one.isFinal = row->isFinal;
        one.isReadOnly = isReadOnly || row->isFinal;
        one.since = QDateTime(QDate(2026, 11, 21), QTime(1, 32), Qt::UTC);
        openNow.push_back(one);
        return one;
    }
    std::vector<vault::Opened> opened() const override
    {
        const std::lock_guard guard(m_lock);
        return openNow;
    }
    void forget(const QString &opening) override
    {
        const std::lock_guard guard(m_lock);
        std::erase_if(openNow, [&](const vault::Opened &one) { return one.id == opening; });
    }
    void tend() override { ++tended; }
    base::Result<void> closeItem(const QString &opening) override
    {
        if (failure)
            return std::unexpected(*failure);
        const std::lock_guard guard(m_lock);
        closed += opening;
        for (vault::Opened &one : openNow) {
            if (one.id == opening)
                one.state = vault::OpenState::Closed;
        }
        return {};
    }
    base::Result<std::vector<vault::Rescue>> rescues() const override { return left; }
    base::Result<void> saveRescue(const vault::Rescue &rescue, base::Progress &) override
    {
        if (failure)
            return std::unexpected(*failure);
        rescued += rescue.id;
        std::erase(left, rescue);
        return {};
    }
    base::Result<void> discardRescue(const vault::Rescue &rescue) override
    {
        discarded += rescue.id;
        std::erase(left, rescue);
        return {};
    }
    std::vector<vault::Leftover> leftovers() override { return std::exchange(crashed, {}); }

private:
    mutable std::mutex m_lock; // of openNow
    base::Result<void> work(base::Progress &progress) const
    {
        for (std::uint64_t step = 0; step < 20 && delay > 0; ++step) {
            progress.report(step, 20, QStringLiteral("名簿.xlsx"));
            QThread::msleep(delay);
            if (progress.cancelled())
                return base::failure(base::ErrorCode::Cancelled, {}, QStringLiteral("止めました。"));
        }
        return {};
    }
    base::Result<vault::Relocked> relock(base::Progress &progress)
    {
        vault::Relocked done = relocked;
        done.isStopped = done.isStopped || !work(progress);
        return done;
    }

    policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
};

} // namespace shirushi::test
