// OpeningBench: an office with a vault and one item in it, and a person who opens it: what the tests of opening share.
#pragma once

#include "model/vault/vaultoffice.h"

#include "base/canonicaljson.h"
#include "platform/hardening.h"
#include "platform/jsonfile.h"
#include "platform/privateplace.h"
#include "platform/replacement.h"
#include "vault/holding.h"
#include "vault/leftovers.h"
#include "vault/memory.h"
#include "vault/openingrecord.h"
#include "vault/openitems.h"
#include "vault/rescue.h"

#include <QDirIterator>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace shirushi::tests {

inline const char *const marker = "MARKER-4f1c-KAMEOKA";

inline vault::OpenTiming quick()
{
    using std::chrono::milliseconds;
    return {milliseconds(30), milliseconds(60), milliseconds(50), milliseconds(50), milliseconds(20), milliseconds(400)};
}

inline void write(const base::Path &path, const QByteArray &content)
{
    QFile file(base::toDisplay(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("not written: %s", path.c_str());
}

inline bool holdsMarker(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(marker))
            return true;
    }
    return false;
}

inline mode_t modeOf(const base::Path &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

class OpeningBench
{
protected:
    void begin();
    void end();
    vault::OpenParts parts(VaultOffice::Desk &desk)
    {
        return {m_office->parts(desk), m_office->office().folder(),
                [this](const base::Path &document) {
                    m_launched = document;
                    return base::Result<void>();
                },
                quick(), {}};
    }
    vault::Vault opened(VaultOffice::Desk &desk)
    {
        auto vault = vault::Vault::open(m_office->place("vault"), m_office->parts(desk));
        if (!vault)
            qFatal("%s", qPrintable(vault.error().message));
        return std::move(*vault);
    }
    QByteArray itemNow(std::int64_t counter = 0)
    {
        const vault::Vault vault = opened(*m_desk);
        const auto described = vault.read(m_id);
        const vault::Content *content = &described->item.content;
        for (const vault::Version &version : described->item.older) {
            if (version.counter == counter)
                content = &version.content;
        }
        platform::MemorySink sink;
        base::NoProgress progress;
        return vault::readContent(vault.layout(), *content, vault.own(), sink, progress) ? sink.bytes() : QByteArray("error");
    }
    QJsonArray entries(const char *kind)
    {
        ledger::Query query;
        query.kinds = {QLatin1String(kind)};
        QJsonArray all;
        const auto list = m_desk->ledger.list(query);
        if (!list)
            return all;
        for (const ledger::Entry &entry : *list)
            all.append(entry.draft.details);
        return all;
    }
    std::vector<vault::Rescue> rescuesOf(VaultOffice::Desk &desk) const
    {
        return rescues().list(vault::identitiesOf(desk.session.keys().receiving));
    }
    vault::Rescues rescues() const { return vault::Rescues(m_office->office().folder()); }
    vault::OpenOrder order(bool isReadOnly = false) const { return {m_office->place("vault"), m_id, isReadOnly}; }
    base::Path privateFolder() const { return m_launched.parent_path().parent_path(); }
    bool isNothingLeft() const
    {
        const vault::OpeningRecords records(m_office->office().folder());
        return !std::filesystem::exists(privateFolder()) && records.all().empty()
               && !std::filesystem::exists(m_office->place("vault") / "locks" / (m_id.toStdString() + ".open"));
    }
    // Until `isSo`, as a window does it.
    template <typename IsSo>
    bool workUntil(vault::OpenItems &items, IsSo isSo)
    {
        base::NoProgress progress;
        return QTest::qWaitFor(
            [&] {
                if (items.look())
                    items.work(progress);
                return isSo(items.opened().front());
            },
            10'000);
    }
    // A process that opens the item, does `work` and is killed.
    template <typename Work>
    void killedAfter(Work work)
    {
        m_desk.reset();
        const pid_t child = ::fork();
        if (child == 0) {
            auto desk = m_office->signIn("yamada");
            vault::OpenItems items(parts(*desk));
            base::NoProgress progress;
            const auto opened = items.open(order(), progress);
            if (opened)
                work(items, *opened);
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        m_desk = m_office->signIn("yamada");
    }
    base::Path leftFolder() const
    {
        const auto records = vault::OpeningRecords(m_office->office().folder()).all();
        return records.empty() ? base::Path() : records.front().folder;
    }

    base::NoProgress m_progress;
    std::unique_ptr<VaultOffice> m_office;
    std::unique_ptr<VaultOffice::Desk> m_desk;
    QString m_id;
    base::Path m_launched;
};

inline void OpeningBench::begin()
{
    m_office = std::make_unique<VaultOffice>();
    m_desk = m_office->signIn("yamada");
    auto vault = vault::Vault::create({m_office->place("vault"), {}, {QStringLiteral("sato")}}, m_office->parts(*m_desk));
    QVERIFY(vault.has_value());
    m_id = m_office->put(*vault, m_office->make(QStringLiteral("名簿.txt"), "1"));
    QVERIFY(!m_id.isEmpty());
    m_launched.clear();
}

inline void OpeningBench::end()
{
    m_desk.reset();
    static_cast<void>(vault::clearLeftovers(m_office->office().folder()));
    m_office.reset();
}

} // namespace shirushi::tests
