// An office of four in a folder, by a shipped policy: yamada (staff, its administrator), sato and tanaka (staff) and suzuki, the
// section's head, who can recover. Each has a ledger connection of their own, as on one desktop.
#pragma once

#include "labelling/labeller.h"
#include "people/administration.h"
#include "vault/changing.h"
#include "vault/membership.h"
#include "vault/storing.h"
#include "vault/taking.h"
#include "vault/verification.h"

#include "policy/library.h"

#include <QFile>
#include <QTemporaryDir>

namespace shirushi::tests {

class SetClock final : public base::Clock
{
public:
    QDateTime now() const override { return m_base.now().addSecs(m_ahead); }
    void advance(qint64 seconds) { m_ahead += seconds; }

private:
    base::SystemClock m_base;
    qint64 m_ahead = 0;
};

class VaultOffice
{
public:
    struct Desk {
        people::Session session;
        ledger::Ledger ledger;
    };

    explicit VaultOffice(const char *policy = "mic-model")
        : m_library(policy::Library::load()), m_pack(m_library.find(QLatin1String(policy))), m_office(base::toPath(path("data")))
    {
        auto founder = m_office.found(*m_pack, {QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("staff")}, word(), {}, m_clock);
        if (!founder)
            qFatal("no office: %s", qPrintable(founder.error().message));
        auto ledger = m_office.openLedger(*founder);
        auto administration = people::Administration::open(m_office, *founder, *ledger, m_clock);
        if (!administration)
            qFatal("no administration: %s", qPrintable(administration.error().message));
        add(*administration, "sato", "staff");
        add(*administration, "tanaka", "staff");
        add(*administration, "suzuki", "security-manager");
    }

    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    base::Path place(const char *name) const { return base::toPath(path(name)); }
    base::Path make(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return base::toPath(m_folder.filePath(name));
    }
    static QByteArray contentOf(const base::Path &path)
    {
        QFile file(base::toDisplay(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be opened");
    }

    std::unique_ptr<Desk> signIn(const char *id)
    {
        auto session = m_office.signIn(QLatin1String(id), word(), m_clock);
        if (!session)
            qFatal("no session: %s", qPrintable(session.error().message));
        auto ledger = m_office.openLedger(*session);
        if (!ledger)
            qFatal("no ledger: %s", qPrintable(ledger.error().message));
        return std::make_unique<Desk>(Desk{std::move(*session), std::move(*ledger)});
    }
    vault::VaultParts parts(Desk &desk) const
    {
        return {desk.ledger, desk.session, directory(), m_pack, m_clock, m_office.folder() / vault::workLock};
    }
    vault::ChangeParts changeParts(Desk &desk) const { return {desk.ledger, desk.session, m_clock, m_office.folder() / vault::workLock}; }
    workflow::RequestDesk requests(Desk &desk) const { return workflow::RequestDesk({desk.ledger, desk.session, directory(), m_pack, m_clock}); }
    std::shared_ptr<const people::Directory> directory() const { return people::Directory::load(m_office.peopleFolder()); }
    const label::CodecSet &codecs() const { return m_codecs; }
    const policy::Pack &pack() const { return *m_pack; }
    const people::Office &office() const { return m_office; }
    SetClock &clock() { return m_clock; }

    static base::SecretBytes word()
    {
        static const QByteArray text("Kumo-ga-3tsu-nagareru");
        return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())));
    }

    /// The item's id; empty where it did not go in.
    QString put(vault::Vault &vault, const base::Path &file, bool keeps = false) const
    {
        base::NoProgress progress;
        const auto stored = vault::Storing(vault, m_codecs).put({{file}, keeps, false, {}}, progress);
        if (!stored || stored->size() != 1 || stored->front().error)
            return {};
        return stored->front().id;
    }
    static QStringList codes(const vault::Vault &vault)
    {
        base::NoProgress progress;
        const auto findings = vault::verify(vault, progress);
        QStringList codes;
        if (!findings)
            return {findings.error().message};
        for (const vault::Finding &finding : *findings)
            codes += finding.code;
        codes.sort();
        return codes;
    }

private:
    void add(people::Administration &administration, const char *id, const char *role) const
    {
        people::NewPerson person;
        person.id = QLatin1String(id);
        person.name = QLatin1String(id);
        person.role = QLatin1String(role);
        if (const auto added = administration.add(*m_pack, person, word()); !added)
            qFatal("not added: %s", qPrintable(added.error().message));
    }

    QTemporaryDir m_folder;
    SetClock m_clock;
    const label::CodecSet m_codecs;
    const policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
    people::Office m_office;
};

} // namespace shirushi::tests
