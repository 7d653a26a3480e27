// FakePublishing: what is published, over what the test says is hidden in it. What was recorded is kept for the test.
#pragma once

#include "send/senddesk.h"

#include <algorithm>
#include <map>

namespace shirushi::test {

class FakePublishing final : public send::PublishDesk
{
public:
    std::map<base::Path, std::vector<label::HiddenFinding>> hidden;
    std::optional<base::Error> failure;
    std::vector<std::pair<send::Plan, send::Publishing>> recorded;
    std::vector<sending::PublicationRecord> records; // the newest first
    sending::Comparison comparison = sending::Comparison::Same;
    std::vector<std::pair<base::Path, QString>> compared;

    base::Result<sending::Published> look(const send::Plan &plan) const override
    {
        if (failure)
            return std::unexpected(*failure);
        sending::Published published;
        for (const approvals::AskedFile &file : plan.files) {
            sending::PublishedFile one{file.path, {}, sending::Acquisition{}, QStringLiteral("hash of ") + base::toDisplay(file.path), {}};
            if (const auto known = hidden.find(file.path); known != hidden.end()) {
                one.hidden.findings = known->second;
                for (const label::HiddenFinding &finding : known->second)
                    ++one.hidden.counts[finding.kind];
            }
            published.files.push_back(std::move(one));
        }
        return published;
    }
    base::Result<sending::Published> publish(const send::Plan &plan, const send::Publishing &publishing) override
    {
        auto published = look(plan);
        if (!published || (published->hasFindings() && !publishing.acceptsHidden))
            return published;
        recorded.emplace_back(plan, publishing);
        for (const sending::PublishedFile &file : published->files) {
            sending::PublicationRecord record;
            record.id = QStringLiteral("published-%1").arg(records.size() + 1);
            record.at = QDateTime(QDate(2026, 11, 20), QTime(1, 30), Qt::UTC);
            record.file = base::toDisplay(file.path);
            record.place = publishing.place;
            records.insert(records.begin(), record);
        }
        published->isRecorded = true;
        return published;
    }
    base::Result<std::vector<sending::PublicationRecord>> published() const override { return records; }
    base::Result<sending::Compared> compare(const base::Path &copy, const QString &id) override
    {
        compared.emplace_back(copy, id);
        const auto found = std::ranges::find_if(records, [&](const sending::PublicationRecord &record) { return id.isEmpty() || record.id == id; });
        if (found == records.end())
            return base::failure(base::ErrorCode::NotFound, {}, QStringLiteral("公表の記録がありません。"));
        found->comparedAt = QDateTime(QDate(2026, 11, 21), QTime(1, 30), Qt::UTC);
        found->compared = sending::wordFor(comparison);
        return sending::Compared{*found, comparison};
    }
};

} // namespace shirushi::test
