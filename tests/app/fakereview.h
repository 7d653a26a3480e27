// FakeReview: a ledger in memory for the window's own tests: real entries, no database. What was signed off is
// kept for the test to look at; findings, failures and delays are what the test sets.
#pragma once

#include "base/clock.h"
#include "policy/classesjson.h"
#include "policy/library.h"
#include "review/entrywords.h"
#include "review/reviewdesk.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <map>

namespace shirushi::test {

class FakeReview final : public review::ReviewDesk
{
public:
    explicit FakeReview(const QString &policy) : m_library(policy::Library::load()), m_pack(m_library.find(policy)) {}

    std::vector<ledger::Entry> all; // numbered from 1
    std::vector<review::Someone> known{{QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("福祉課")},
                                       {QStringLiteral("sato"), QStringLiteral("佐藤 花子"), QStringLiteral("総務課")}};
    std::vector<ledger::Finding> foundAtOpening;
    std::vector<ledger::Finding> foundByLooking;
    bool shared = false;
    bool administers = false;
    QStringList acceptedFor; // the reasons
    std::atomic<unsigned long> delay = 0; // ms that looking takes
    unsigned long countingDelay = 0; // ms
    std::optional<base::Error> failure; // of signing off
    std::vector<review::ExportFormat> formats;
    std::vector<std::pair<review::Filter, QString>> signedOff;
    std::atomic<int> looked = 0;

    ledger::Entry &add(const QString &kind, const QString &file, const QDateTime &at,
                       const QString &user = QStringLiteral("yamada"))
    {
        ledger::Entry entry;
        entry.seq = static_cast<std::int64_t>(all.size()) + 1;
        entry.at = at;
        entry.user = user;
        entry.draft.kind = kind;
        entry.draft.file = file;
        all.push_back(entry);
        return all.back();
    }
    ledger::Entry &label(const QString &file, const policy::Classes &classes, const QDateTime &at,
                         const QString &user = QStringLiteral("yamada"))
    {
        ledger::Entry &entry = add(QStringLiteral("label"), file, at, user);
        entry.draft.after = QJsonObject{{QStringLiteral("policy"), m_pack->id},
                                        {QStringLiteral("classes"), policy::classesJson(classes)}};
        return entry;
    }

    std::shared_ptr<const policy::Pack> rules() const override { return m_pack; }
    std::shared_ptr<const policy::Pack> rulesOf(const QString &id) const override { return m_library.find(id); }
    std::vector<review::Someone> people() const override { return known; }
    review::Standing standing() const override
    {
        review::Standing standing;
        standing.entries = static_cast<std::int64_t>(all.size());
        if (!all.empty())
            standing.since = all.front().at;
        standing.findings = foundAtOpening;
        standing.hasSharedFolder = shared;
        standing.mayAccept = administers;
        standing.administrators = {QStringLiteral("高橋 一郎")};
        return standing;
    }
    base::Result<review::Part> entries(const review::Filter &filter, std::int64_t before,
                                       std::int64_t limit) const override
    {
        review::Part part;
        for (auto entry = all.rbegin(); entry != all.rend(); ++entry) {
            if ((before > 0 && entry->seq >= before) || !matches(filter, *entry))
                continue;
            if (std::cmp_equal(part.entries.size(), limit)) {
                part.more = true;
                break;
            }
            part.entries.push_back(*entry);
        }
        return part;
    }
    base::Result<std::vector<ledger::Count>> counts(const review::Filter &filter) const override
    {
        QThread::msleep(countingDelay);
        std::map<std::tuple<QString, QString, QString>, std::int64_t> sums;
        for (const ledger::Entry &entry : all) {
            if (matches(filter, entry))
                ++sums[{entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM")), entry.draft.kind, levels(entry)}];
        }
        std::vector<ledger::Count> counts;
        for (const auto &[key, entries] : sums)
            counts.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), entries});
        return counts;
    }
    base::Result<review::Proof> verify(base::Progress &progress) override
    {
        ++looked;
        const auto size = static_cast<std::uint64_t>(all.size());
        const unsigned long whole = delay; // the test may set another one meanwhile
        for (unsigned long slept = 0; slept < whole; slept += 10) {
            progress.report(size * slept / whole, size, {});
            if (progress.cancelled())
                return base::failure(base::ErrorCode::Cancelled, {}, QStringLiteral("中止しました。"));
            QThread::msleep(10);
        }
        return review::Proof{base::SystemClock().now(), static_cast<std::int64_t>(all.size()), foundByLooking};
    }
    base::Result<ledger::Entry> signOff(const review::Filter &filter, const QString &note) override
    {
        if (failure)
            return std::unexpected(*failure);
        signedOff.emplace_back(filter, note);
        return add(QStringLiteral("reviewed"), {}, base::SystemClock().now());
    }
    base::Result<ledger::Entry> accept(const QString &reason, base::Progress &) override
    {
        if (failure)
            return std::unexpected(*failure);
        acceptedFor += reason;
        foundAtOpening.clear();
        foundByLooking.clear();
        return add(QStringLiteral("accepted"), {}, base::SystemClock().now());
    }
    std::vector<review::ExportFormat> exportFormats() const override { return formats; }
    base::Result<std::int64_t> exportTo(const review::Filter &filter, const QString &words, review::ExportFormat format,
                                        const base::Path &target) override
    {
        exported.push_back({filter, words, format, target});
        return static_cast<std::int64_t>(all.size());
    }

    struct Exported {
        review::Filter filter;
        QString words;
        review::ExportFormat format;
        base::Path target;
    };
    std::vector<Exported> exported;

private:
    static QString levels(const ledger::Entry &entry)
    {
        QStringList parts;
        for (const auto &[axis, level] : review::classesOf(entry.draft.after))
            parts += axis + u'=' + level;
        return parts.join(u',');
    }
    bool matches(const review::Filter &filter, const ledger::Entry &entry) const
    {
        const QDate day = entry.at.toLocalTime().date();
        const auto has = [](const QString &text, const QString &part) { return text.contains(part, Qt::CaseInsensitive); };
        const auto person = std::find_if(known.begin(), known.end(), [&entry](const review::Someone &someone) {
            return someone.id == entry.user;
        });
        const policy::Classes classes = review::classesOf(entry.draft.after);
        const auto hasLevel = [&classes](const auto &wanted) {
            const auto found = classes.find(wanted.first);
            return found != classes.end() && found->second == wanted.second;
        };
        return (!filter.from.isValid() || day >= filter.from) && (!filter.until.isValid() || day <= filter.until)
               && (filter.kinds.isEmpty() || filter.kinds.contains(entry.draft.kind))
               && (filter.user.isEmpty() || filter.user == entry.user)
               && (filter.department.isEmpty() || (person != known.end() && person->department == filter.department))
               && (filter.text.isEmpty() || has(entry.draft.file, filter.text) || has(entry.draft.reason, filter.text))
               && std::all_of(filter.classes.begin(), filter.classes.end(), hasLevel)
               && (!filter.isOneAsset() || (!filter.file.isEmpty() && entry.draft.file == filter.file)
                   || (!filter.contentHash.isEmpty() && entry.draft.contentHash == filter.contentHash));
    }

    policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
};

} // namespace shirushi::test
