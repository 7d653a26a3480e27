// FakeAsking: what may be asked for, by real packs, over files in memory. What was asked lands among the requests of
// FakeApprovals.
#pragma once

#include "app/fakeapprovals.h"
#include "approvals/askingdesk.h"
#include "window/askingwords.h"

#include <QThread>

#include <map>

namespace shirushi::test {

class FakeAsking final : public approvals::AskingDesk
{
public:
    FakeAsking(const QString &policy, FakeApprovals &requests)
        : m_pack(policy::Library::load().find(policy)), m_requests(requests)
    {
    }

    std::map<base::Path, policy::Classes> labels;
    std::vector<approvals::Asking> asked;
    std::optional<base::Error> failure;
    QStringList cautions;
    bool shared = false;
    unsigned long delay = 0; // ms a file

    std::shared_ptr<const policy::Pack> rulesOf(const QString &id) const override { return m_requests.rulesOf(id); }
    std::vector<approvals::AskableDeed> deeds() const override { return window::askableDeeds(*m_pack); }
    std::vector<approvals::AskedFile> read(const std::vector<base::Path> &paths, base::Progress &progress) const override
    {
        std::vector<approvals::AskedFile> files;
        for (const base::Path &path : paths) {
            if (progress.cancelled())
                break;
            progress.report(files.size(), paths.size(), base::toDisplay(path.filename()));
            QThread::msleep(delay);
            approvals::AskedFile file;
            file.path = path;
            if (const auto known = labels.find(path); known != labels.end()) {
                file.policy = m_pack->id;
                file.classes = known->second;
            } else {
                file.problem = QStringLiteral("この職場の規程による分類がありません。先に分類してください。");
                file.wantsClass = true;
            }
            files.push_back(file);
        }
        return files;
    }
    base::Result<approvals::Prospect> prospect(const approvals::Asking &asking) const override
    {
        approvals::Prospect prospect;
        prospect.grounds = window::groundsFor(*m_pack, {asking.deed, {}, {}, asking.destination, asking.channel, {}});
        if (asking.deed.isEmpty())
            prospect.objections += QStringLiteral("何をするかを選んでください。");
        if (asking.files.empty())
            prospect.objections += QStringLiteral("ファイルを選んでください。");
        for (const approvals::AskedFile &file : asking.files) {
            if (!file.problem.isEmpty())
                prospect.objections += base::toDisplay(file.path.filename()) + QStringLiteral("：") + file.problem;
        }
        prospect.cautions = cautions;
        if (prospect.objections.isEmpty()) {
            prospect.deciders = {{QStringLiteral("情報資産管理責任者"), QStringLiteral("許可"),
                                  {QStringLiteral("第36条第3項"), QStringLiteral("情報資産管理責任者の許可を得なければならない。"), false},
                                  {QStringLiteral("鈴木 一郎（税務課）")}}};
        }
        return prospect;
    }
    base::Result<approvals::Asked> ask(const approvals::Asking &asking) override
    {
        if (failure)
            return std::unexpected(*failure);
        asked.push_back(asking);
        approvals::Item &item = m_requests.add("new", "廃棄する", "x", asking.files.front().classes);
        item.files.clear();
        for (const approvals::AskedFile &file : asking.files)
            item.files.push_back({base::toDisplay(file.path.filename()), file.policy, file.classes});
        item.purpose = asking.purpose;
        item.isMine = true;
        return approvals::Asked{QStringLiteral("new"), shared};
    }

private:
    std::shared_ptr<const policy::Pack> m_pack;
    FakeApprovals &m_requests;
};

} // namespace shirushi::test
