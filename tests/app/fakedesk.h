// FakeDesk: an office for the window's own tests: real packs, no files, no ledger. What was ordered is kept for
// the test to look at; labels, failures and delays are what the test sets.
#pragma once

#include "classify/labeldesk.h"
#include "policy/library.h"
#include "window/frontdoor.h"

#include <QThread>

#include <map>
#include <mutex>
#include <utility>

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
    QStringList removedFor; // the reasons
    QString objection;      // of the failures
    unsigned long delay = 0; // ms a file
    bool hadMark = false;    // of what is taken away
    QString approved;                // the reason for which a lower class was approved
    policy::Classes approvedTarget; // that class
    base::Path shared;
    std::int64_t roster = 3;
    bool applied = false;
    bool temporary = false; // the next password that is right must be changed
    std::chrono::milliseconds wait{};
    std::chrono::milliseconds idle{std::chrono::minutes(10)};
    QString recoveryCode = QStringLiteral("ABCD");
    bool joined = false;   // the root key lies elsewhere
    bool waiting = false;  // new keys wait for a roster
    QString fingerprint = QStringLiteral("1EMH-230J-25FV-9FEN-TMFQ-7QAB-4DR6-AK7B");
    window::PeopleDesk *administration = nullptr; // of an administrator

    void become(const window::Person &person) { m_person = person; }

    bool isSetUp() const override { return founded; }
    std::vector<std::shared_ptr<const policy::Pack>> offeredRules() const override { return m_library.packs(); }
    base::Result<window::Founded> setUp(const window::Beginning &beginning) override
    {
        m_pack = m_library.find(beginning.policy);
        m_person = {beginning.user, beginning.name, beginning.role};
        founded = open = true;
        return window::Founded{beginning.alone ? QString() : QStringLiteral("VYBF-0DV1-S05W-NB5E-BW09-4TMK-GWG"), fingerprint};
    }
    bool hasApplied() const override { return applied; }
    base::Result<base::Path> apply(const window::Applicant &applicant) override
    {
        m_person = {applicant.user, applicant.name, {}};
        applied = true;
        return application();
    }
    base::Path application() const override { return "/home/yamada/.local/share/shirushi/people/application.json"; }
    base::Result<window::Answer> readAnswer(const base::Path &) const override
    {
        return window::Answer{QStringLiteral("亀岡市 総務課"), fingerprint};
    }
    base::Result<void> join(const base::Path &, const base::SecretBytes &password) override
    {
        founded = true;
        applied = false;
        return signIn({}, password);
    }
    std::vector<window::Person> people() const override { return {m_person}; }
    base::Result<void> signIn(const QString &, const base::SecretBytes &password) override
    {
        const QByteArray given(reinterpret_cast<const char *>(password.data()), static_cast<qsizetype>(password.size()));
        if (given != rightPassword.toUtf8())
            return base::failure(base::ErrorCode::WrongPassword, {}, QStringLiteral("パスワードが違います。"));
        if (!std::exchange(temporary, false))
            open = true;
        else
            m_mustChange = true;
        return {};
    }
    std::chrono::milliseconds waitFor(const QString &) const override { return wait; }
    bool mustChangePassword() const override { return m_mustChange; }
    base::Result<void> changePassword(const base::SecretBytes &password) override
    {
        rightPassword = QString::fromUtf8(reinterpret_cast<const char *>(password.data()), static_cast<qsizetype>(password.size()));
        m_mustChange = false;
        open = true;
        return {};
    }
    base::Result<void> recover(const QString &, const QString &code, const base::SecretBytes &password) override
    {
        if (code != recoveryCode)
            return base::failure(base::ErrorCode::WrongPassword, {}, QStringLiteral("復旧コードが違います。"));
        if (!joined)
            return changePassword(password);
        waiting = true;
        return {};
    }
    bool keepsRoot() const override { return !joined; }
    std::optional<window::Person> renewing() const override { return waiting ? std::optional(m_person) : std::nullopt; }
    base::Result<void> finishRenewal(const base::Path &, const base::SecretBytes &password) override
    {
        waiting = false;
        return changePassword(password);
    }
    policy::PasswordRules passwordRules() const override { return m_pack->passwords; }
    people::PasswordOwner ownerOf(const QString &user) const override { return {user, m_person.name, {}}; }
    std::chrono::milliseconds idleTime() const override { return idle; }
    window::PeopleDesk *peopleDesk() override { return administration; }
    void lock() override { open = m_mustChange = false; }
    std::optional<window::Person> who() const override { return open ? std::optional(m_person) : std::nullopt; }
    QString rulesTitle() const override { return m_pack->title.ja; }
    window::Preferences preferences() const override { return {m_pack->id, true, false, shared}; }
    base::Result<void> setPreferences(const window::Preferences &preferences) override
    {
        m_pack = m_library.find(preferences.policy);
        return {};
    }
    base::Result<void> setSharedFolder(const base::Path &folder) override
    {
        shared = folder;
        return {};
    }
    std::int64_t rosterNumber() const override { return roster; }
    base::Result<std::int64_t> importRoster(const base::Path &) override { return ++roster; }
    base::Result<void> takeKeysAlong(const base::Path &) override { return {}; }
    base::Result<QString> letIn(const base::Path &) override { return QStringLiteral("鈴木 花子"); }

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
    QString approvedReason(const QString &, const policy::Classes &target) const override
    {
        return target == approvedTarget ? approved : QString();
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
    labelling::LabelOutcome remove(const base::Path &path, const QString &reason) override
    {
        labelling::LabelOutcome outcome;
        outcome.path = outcome.newPath = path;
        if (const auto failure = failures.find(path); failure != failures.end()) {
            outcome.error = failure->second;
            outcome.objection = objection;
            return outcome;
        }
        removed.push_back(path);
        removedFor += reason;
        outcome.hadMark = hadMark;
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
            outcome.objection = objection;
            return outcome;
        }
        orders.push_back(order);
        outcome.label = label::Label();
        outcome.label->policy = m_pack->id;
        outcome.label->classes = order.classes;
        const bool sidecar = notices.contains(order.path);
        outcome.source = sidecar ? labelling::LabelSource::Sidecar : labelling::LabelSource::Embedded;
        outcome.marked = order.markHeader && !sidecar;
        if (sidecar)
            outcome.notices = notices[order.path];
        return outcome;
    }

    bool m_mustChange = false;
    policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
    window::Person m_person{QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("職員")};
};

} // namespace shirushi::test
