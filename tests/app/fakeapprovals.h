// FakeApprovals: requests in memory for the window's own tests. What was decided is kept for the test to look at;
// failures are what the test sets.
#pragma once

#include "approvals/approvaldesk.h"
#include "policy/library.h"

#include <algorithm>

namespace shirushi::test {

class FakeApprovals final : public approvals::ApprovalDesk
{
public:
    explicit FakeApprovals(const QString &policy) : m_library(policy::Library::load()), m_policy(policy) {}

    approvals::Overview now;
    QString rightPassword = QStringLiteral("another horse");
    std::optional<base::Error> failure;
    QStringList deeds; // "approve ID comment" …
    std::vector<base::Path> designated;
    base::Path shared;
    std::vector<approvals::Outcome> arriving; // in the shared folder
    QDate validUntil;

    approvals::Item &add(const char *id, const char *action, const char *file, const policy::Classes &classes)
    {
        approvals::Item item;
        item.id = QString::fromUtf8(id);
        item.action = QString::fromUtf8(action);
        item.purpose = QStringLiteral("保存期間が満了したため");
        item.files = {{QString::fromUtf8(file), m_policy, classes}};
        item.asker = QStringLiteral("山田 太郎（福祉課）");
        item.at = QDateTime::currentDateTimeUtc().addSecs(-3600);
        item.stateText = QStringLiteral("承認待ち");
        item.needs = {{QStringLiteral("情報資産管理責任者"), QStringLiteral("許可"),
                       {QStringLiteral("第36条第3項"), QStringLiteral("情報資産管理責任者の許可を得なければならない。"), false}, true}};
        now.items.push_back(item);
        return now.items.back();
    }

    std::shared_ptr<const policy::Pack> rulesOf(const QString &id) const override { return m_library.find(id); }
    base::Result<approvals::Overview> overview() override { return now; }
    base::Result<void> approve(const QString &id, const approvals::Words &words) override
    {
        validUntil = words.validUntil;
        return end(id, "approve", words.comment, approvals::State::Approved, "承認済み");
    }
    base::Result<void> refuse(const QString &id, const QString &comment) override
    {
        return end(id, "refuse", comment, approvals::State::Refused, "不承認");
    }
    base::Result<void> withdraw(const QString &id, const QString &comment) override
    {
        return end(id, "withdraw", comment, approvals::State::Withdrawn, "取り下げ");
    }
    base::Result<void> countersign(const QString &id, const QString &comment) override
    {
        return end(id, "countersign", comment, approvals::State::Approved, "承認済み");
    }
    base::Result<void> report(const QString &id, const QString &text) override
    {
        return end(id, "report", text, approvals::State::Reported, "報告済み");
    }
    base::Result<void> decideAs(const QString &user, const base::SecretBytes &password, const QString &id, bool approve,
                                const approvals::Words &words) override
    {
        const QByteArray given(reinterpret_cast<const char *>(password.data()), static_cast<qsizetype>(password.size()));
        if (given != rightPassword.toUtf8())
            return base::failure(base::ErrorCode::WrongPassword, user, QStringLiteral("パスワードが違います。"));
        deeds += QStringLiteral("as ") + user;
        return approve ? this->approve(id, words) : refuse(id, words.comment);
    }
    base::Result<void> recordPaper(const QString &id, const approvals::Paper &paper) override
    {
        return end(id, "paper", paper.decidedBy + u' ' + paper.documentNumber, approvals::State::Approved, "承認済み");
    }
    base::Result<void> takeOutScan(const QString &id, const base::Path &target) override
    {
        deeds += QStringLiteral("scan ") + id + u' ' + base::toDisplay(target);
        return {};
    }
    std::vector<approvals::Outcome> designate(const std::vector<base::Path> &files, base::Progress &) override
    {
        std::vector<approvals::Outcome> outcomes;
        for (const base::Path &file : files) {
            designated.push_back(file);
            outcomes.push_back({file, {}, true});
            std::erase_if(now.proposals, [&file](const approvals::Proposal &proposal) { return proposal.file == file; });
        }
        return outcomes;
    }
    base::Result<std::vector<base::Path>> exportTo(const QString &, const base::Path &folder) override
    {
        return std::vector<base::Path>{folder / "one.shirushi-request"};
    }
    std::vector<approvals::Outcome> import(const std::vector<base::Path> &files) override
    {
        std::vector<approvals::Outcome> outcomes;
        for (const base::Path &file : files)
            outcomes.push_back({file, QStringLiteral("記録しました"), true});
        return outcomes;
    }
    base::Path sharedFolder() const override { return shared; }
    std::vector<approvals::Outcome> importShared() override { return std::exchange(arriving, {}); }

private:
    base::Result<void> end(const QString &id, const char *deed, const QString &words, approvals::State state,
                           const char *text)
    {
        if (failure)
            return std::unexpected(*failure);
        deeds += QLatin1String(deed) + u' ' + id + u' ' + words;
        for (approvals::Item &item : now.items) {
            if (item.id != id)
                continue;
            item.state = state;
            item.stateText = QString::fromUtf8(text);
            item.waitsForMe = item.mayCountersign = false;
            item.approvers.clear();
        }
        return {};
    }

    policy::Library m_library;
    QString m_policy;
};

} // namespace shirushi::test
