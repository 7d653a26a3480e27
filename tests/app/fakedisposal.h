// FakeDisposal: disposal in memory, with what a test puts into it; what was ordered is kept for the test to look at.
#pragma once

#include "dispose/disposedesk.h"
#include "disposal/register.h"
#include "policy/library.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

namespace shirushi::test {

class FakeDisposal final : public disposals::DisposeDesk
{
public:
    explicit FakeDisposal(const QString &policy) : m_library(policy::Library::load()), m_pack(m_library.find(policy)) {}

    std::vector<disposals::Row> dueNow;
    QStringList unread; // vaults
    std::vector<disposals::VaultPlace> places; // that take a photo
    std::vector<disposals::Pending> requests;
    std::vector<disposals::Thing> listed; // of every request
    std::vector<disposals::Line> lines;
    std::vector<disposals::Review> reviews;
    std::vector<int> knownYears{2026};
    int linesOf = 0; // the year that they are of; 0: the newest
    std::vector<disposal::Finding> findings;
    disposal::Recovered interrupted;
    approvals::Prospect prospect;
    bool wantsPermission = true;
    std::optional<base::Error> failure; // of whatever is asked for next, until the test takes it away
    std::optional<base::Error> runFailure; // of run() alone
    std::atomic<unsigned long> delay = 0; // ms a step of what has progress
    QStringList problems;  // names of what cannot be disposed of now
    QStringList refusals;  // names of what no permission fits
    QStringList unsure;    // names of what lies where overwriting cannot be promised
    QStringList inUse;     // names of what another program has open
    QStringList unfinished; // names of what the ledger could not record

    std::vector<disposals::Order> asked;
    std::vector<disposals::Order> carriedOut;
    std::vector<disposal::Statement> stated;
    std::vector<disposals::Attached> attached; // of each
    std::vector<base::Path> saved;

    disposals::Row row(const char *name, const char *level) const
    {
        disposals::Row row;
        row.name = QString::fromUtf8(name);
        row.thing = disposal::ItemPlace{"/srv/fukushi", row.name};
        row.place = QStringLiteral("保管庫 福祉課");
        row.policy = m_pack->id;
        row.classes = {{QStringLiteral("importance"), QString::fromUtf8(level)}};
        row.lastDay = QDate(2026, 3, 31);
        row.key = row.name;
        return row;
    }
    void addLine(std::int64_t seq, const char *name, const char *followUp = "")
    {
        disposal::Record record;
        record.seq = seq;
        record.at = QDateTime(QDate(2026, 11, 20), QTime(1, 2), Qt::UTC);
        record.by = QStringLiteral("yamada");
        record.kind = QStringLiteral("file");
        record.name = QStringLiteral("/home/yamada/") + QString::fromUtf8(name);
        record.policy = m_pack->id;
        record.classes = {{QStringLiteral("importance"), QStringLiteral("I")}};
        record.reason = {QStringLiteral("retention-over"), QStringLiteral("保存期間満了"), disposal::disposeAction, {}};
        record.request = QStringLiteral("11111111-2222");
        record.approvers = {{QStringLiteral("asset-manager"), QStringLiteral("佐藤 花子"), false}};
        record.method = QStringLiteral("overwrite");
        record.outcome = disposal::Outcome::Verified;
        record.mediumKind = QStringLiteral("solid-state");
        record.medium = QStringLiteral("Samsung SSD 870");
        record.followUp = QString::fromUtf8(followUp);
        const disposal::RegisterWords words{m_pack, [](const QString &id) { return id == u"yamada" ? QStringLiteral("山田 太郎") : id; }};
        lines.push_back({record, disposal::registerCells(record, words), *followUp != 0, *followUp != 0 ? QStringLiteral("破砕・裁断（Destroy）") : QString(), {}});
    }

    std::shared_ptr<const policy::Pack> rules() const override { return m_pack; }
    std::shared_ptr<const policy::Pack> rulesOf(const QString &id) const override { return m_library.find(id); }
    disposal::Recovered told() override { return std::exchange(interrupted, {}); }
    base::Result<disposals::Due> due(base::Progress &) const override
    {
        if (failure)
            return std::unexpected(*failure);
        return disposals::Due{dueNow, unread};
    }
    std::vector<disposals::Row> read(const std::vector<base::Path> &paths, base::Progress &progress) const override
    {
        std::vector<disposals::Row> rows;
        for (const base::Path &path : paths) {
            progress.report(rows.size(), paths.size(), base::toDisplay(path.filename()));
            QThread::msleep(delay);
            if (progress.cancelled())
                break;
            disposals::Row one = row("", "II");
            one.thing = path;
            one.name = base::toDisplay(path.filename());
            one.place = base::toDisplay(path.parent_path());
            one.lastDay = {};
            one.key = base::toDisplay(path);
            rows.push_back(one);
        }
        return rows;
    }
    base::Result<disposals::Row> rowOf(const disposal::Asset &asset) const override
    {
        if (const auto checked = disposal::check(asset, *m_pack); !checked)
            return std::unexpected(checked.error());
        disposals::Row one = row("", "I");
        one.thing = asset;
        one.name = disposal::titleOf(asset);
        one.place = QStringLiteral("記録媒体");
        one.classes = asset.classes;
        one.lastDay = {};
        one.key = one.name;
        return one;
    }
    base::Result<disposals::Outlook> look(const disposals::Order &order, base::Progress &progress) const override
    {
        if (failure)
            return std::unexpected(*failure);
        disposals::Outlook outlook;
        for (const disposals::Thing &thing : order.things) {
            progress.report(outlook.things.size(), order.things.size(), {});
            outlook.things.push_back(plannedOf(thing, order));
        }
        const policy::DisposalRules::Reason *reason = m_pack->disposal.reason(order.reason);
        outlook.isErasure = reason && !reason->fact.isEmpty();
        outlook.wantsPermission = wantsPermission && !order.reason.isEmpty() && !outlook.isErasure;
        outlook.prospect = prospect;
        return outlook;
    }
    base::Result<approvals::Asked> ask(const disposals::Order &order) override
    {
        if (failure)
            return std::unexpected(*failure);
        asked.push_back(order);
        return approvals::Asked{QStringLiteral("r-1"), false};
    }
    base::Result<std::vector<disposals::Pending>> pending() const override { return requests; }
    base::Result<std::vector<disposals::Thing>> remaining(const QString &) const override { return listed; }
    base::Result<std::vector<disposals::Outcome>> run(const disposals::Order &order, base::Progress &progress) override
    {
        if (runFailure)
            return std::unexpected(*runFailure);
        carriedOut.push_back(order);
        std::vector<disposals::Outcome> outcomes;
        for (const disposals::Thing &thing : order.things) {
            if (progress.cancelled())
                break;
            const disposals::Planned planned = plannedOf(thing, order);
            progress.report(outcomes.size(), order.things.size(), planned.row.name);
            QThread::msleep(delay);
            if (unfinished.contains(planned.row.name)) { // the ledger has failed: nothing more is touched
                outcomes.push_back({planned.row.key, planned.row.name, false, QStringLiteral("台帳に書けません。"), {}, true});
                break;
            }
            const bool isGone = !inUse.contains(planned.row.name);
            outcomes.push_back({planned.row.key, planned.row.name, isGone,
                                isGone ? QStringLiteral("消しました。記録 %1").arg(20 + outcomes.size()) : QStringLiteral("ほかのプログラムが使っています。"), {}});
            if (isGone)
                std::erase(listed, thing);
        }
        return outcomes;
    }
    base::Result<std::vector<disposals::VaultPlace>> vaults() const override { return places; }
    base::Result<std::int64_t> record(const disposal::Statement &statement, const disposals::Attached &what) override
    {
        if (failure)
            return std::unexpected(*failure);
        stated.push_back(statement);
        attached.push_back(what);
        std::erase(listed, disposals::Thing(statement.asset));
        return 31;
    }
    base::Result<std::vector<int>> years() const override { return knownYears; }
    base::Result<disposals::Register> registerOf(int year) const override
    {
        if (failure)
            return std::unexpected(*failure);
        disposals::Register found;
        if (year == (linesOf > 0 ? linesOf : knownYears.front()))
            found.lines = lines;
        found.reviews = reviews;
        return found;
    }
    base::Result<std::vector<disposals::Line>> open() const override
    {
        std::vector<disposals::Line> left;
        std::ranges::copy_if(lines, std::back_inserter(left), &disposals::Line::isOpen);
        return left;
    }
    base::Result<void> saveRegister(int, disposals::Form, const base::Path &target) const override { return save(target); }
    base::Result<void> saveCertificate(std::int64_t, const base::Path &target) const override { return save(target); }
    base::Result<void> saveAttachment(std::int64_t, const base::Path &target) const override { return save(target); }
    base::Result<std::vector<disposal::Finding>> verify(int, base::Progress &) const override
    {
        if (failure)
            return std::unexpected(*failure);
        return findings;
    }

private:
    base::Result<void> save(const base::Path &target) const
    {
        const_cast<FakeDisposal *>(this)->saved.push_back(target);
        return {};
    }
    disposals::Planned plannedOf(const disposals::Thing &thing, const disposals::Order &order) const
    {
        disposals::Planned planned;
        if (const auto *path = std::get_if<base::Path>(&thing)) {
            base::NoProgress quiet;
            planned.row = read({*path}, quiet).front();
        } else if (const auto *asset = std::get_if<disposal::Asset>(&thing)) {
            planned.row = *rowOf(*asset);
            planned.isStated = true;
        } else {
            planned.row = row(std::get<disposal::ItemPlace>(thing).id.toUtf8().constData(), "I");
        }
        planned.row.thing = thing;
        if (!planned.isStated)
            planned.method = QStringLiteral("上書き消去（Clear）");
        if (const auto *demand = m_pack->disposal.demandOn(planned.isStated ? QStringLiteral("medium") : QStringLiteral("file"), planned.row.classes)) {
            planned.demand = demand->text.ja;
            planned.citation = demand->citation;
        }
        planned.isSure = !planned.isStated && !unsure.contains(planned.row.name);
        planned.ground = QStringLiteral("ext4、/dev/sda1、ハードディスク");
        if (unsure.contains(planned.row.name)) {
            planned.doubts = {erasure::sentenceOf(QStringLiteral("flash"))};
            planned.followUp = QStringLiteral("破砕・裁断（Destroy）");
        }
        if (problems.contains(planned.row.name)) {
            planned.row.problem = QStringLiteral("分類の表示がありません。先に分類してください。");
            planned.row.wantsClass = true;
        }
        if (refusals.contains(planned.row.name) && !order.request.isEmpty())
            planned.refusal = QStringLiteral("許可されたあとに、内容が変わっています。");
        return planned;
    }

    policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
};

} // namespace shirushi::test
