// FakeDesk: an office for the window's own tests: real packs, no files, no ledger. What was ordered is kept for
// the test to look at; labels, failures and delays are what the test sets.
#pragma once

#include "classify/labeldesk.h"
#include "policy/library.h"
#include "window/frontdoor.h"

#include <QThread>

#include <map>
#include <mutex>

namespace shirushi::test {

class FakeDesk final : public window::FrontDoor, public classify::LabelDesk
{
public:
    explicit FakeDesk(const QString &policy) : m_library(policy::Library::load()), m_pack(m_library.find(policy)) {}

    bool founded = true;
    bool open = false;
    QString rightPassword = QStringLiteral("correct horse");
    std::map<base::Path, labelling::FileLabel> files;
    std::map<base::Path, base::Error> failures;
    std::map<base::Path, QStringList> notices;
    std::vector<classify::RecentFile> recent;
    std::vector<labelling::LabelOrder> orders; // carried out
    std::vector<base::Path> removed;
    unsigned long delay = 0; // ms a file

    bool isSetUp() const override { return founded; }
    std::vector<std::shared_ptr<const policy::Pack>> offeredRules() const override { return m_library.packs(); }
    base::Result<void> setUp(const window::Beginning &beginning) override
    {
        m_pack = m_library.find(beginning.policy);
        m_person = {beginning.user, beginning.name, beginning.role};
        founded = open = true;
        return {};
    }
    std::vector<window::Person> people() const override { return {m_person}; }
    base::Result<void> signIn(const QString &, const base::SecretBytes &password) override
    {
        const QByteArray given(reinterpret_cast<const char *>(password.data()), static_cast<qsizetype>(password.size()));
        if (given != rightPassword.toUtf8())
            return base::failure(base::ErrorCode::WrongPassword, {}, QStringLiteral("パスワードが違います。"));
        open = true;
        return {};
    }
    void lock() override { open = false; }
    std::optional<window::Person> who() const override { return open ? std::optional(m_person) : std::nullopt; }
    QString rulesTitle() const override { return m_pack->title.ja; }
    window::Preferences preferences() const override { return {m_pack->id, true, false}; }
    base::Result<void> setPreferences(const window::Preferences &preferences) override
    {
        m_pack = m_library.find(preferences.policy);
        return {};
    }

    std::shared_ptr<const policy::Pack> rules() const override { return m_pack; }
    std::shared_ptr<const policy::Pack> rulesOf(const QString &id) const override { return m_library.find(id); }
    classify::MarkDefaults markDefaults() const override { return {true, false}; }
    labelling::FileLabel read(const base::Path &path) const override
    {
        if (const auto found = files.find(path); found != files.end())
            return found->second;
        labelling::FileLabel file;
        file.path = path;
        return file;
    }
    std::vector<labelling::LabelOutcome>
    label(const std::vector<labelling::LabelOrder> &given, base::Progress &progress,
          const std::function<void(const labelling::LabelOutcome &)> &done) override
    {
        std::vector<labelling::LabelOutcome> outcomes;
        for (std::size_t i = 0; i < given.size() && !progress.cancelled(); ++i) {
            progress.report(i, given.size(), base::toDisplay(given[i].path.filename()));
            QThread::msleep(delay);
            outcomes.push_back(carryOut(given[i]));
            if (done)
                done(outcomes.back());
        }
        return outcomes;
    }
    labelling::LabelOutcome remove(const base::Path &path, const QString &) override
    {
        removed.push_back(path);
        labelling::LabelOutcome outcome;
        outcome.path = outcome.newPath = path;
        return outcome;
    }
    std::vector<classify::RecentFile> recentFiles(std::size_t) const override { return recent; }

private:
    labelling::LabelOutcome carryOut(const labelling::LabelOrder &order)
    {
        labelling::LabelOutcome outcome;
        outcome.path = outcome.newPath = order.path;
        if (const auto failure = failures.find(order.path); failure != failures.end()) {
            outcome.error = failure->second;
            return outcome;
        }
        orders.push_back(order);
        const bool sidecar = notices.contains(order.path);
        outcome.source = sidecar ? labelling::LabelSource::Sidecar : labelling::LabelSource::Embedded;
        outcome.marked = order.markHeader && !sidecar;
        if (sidecar)
            outcome.notices = notices[order.path];
        return outcome;
    }

    policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
    window::Person m_person{QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("職員")};
};

} // namespace shirushi::test
