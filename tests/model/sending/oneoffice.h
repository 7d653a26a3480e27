// An office of one in a folder, by a shipped policy, that labels, publishes and sends: for tests of what needs all of it.
#pragma once

#include "labelling/labeller.h"
#include "people/office.h"
#include "sending/sendingdesk.h"

#include <QFile>
#include <QTemporaryDir>

namespace shirushi::tests {

class OneOffice
{
public:
    OneOffice(const char *policy, const char *role)
        : m_library(policy::Library::load()), m_pack(m_library.find(QLatin1String(policy))), m_office(base::toPath(path("data")))
    {
        QByteArray word("Kumo-ga-3tsu-nagareru");
        const base::SecretBytes password(std::span(reinterpret_cast<const std::uint8_t *>(word.constData()), static_cast<std::size_t>(word.size())));
        auto session = m_office.found(*m_pack, {QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QLatin1String(role)}, password, {}, m_clock);
        if (!session)
            qFatal("no office: %s", qPrintable(session.error().message));
        m_session.emplace(std::move(*session));
        auto opened = m_office.openLedger(*m_session);
        if (!opened)
            qFatal("no ledger: %s", qPrintable(opened.error().message));
        m_ledger.emplace(std::move(*opened));
        m_directory = people::Directory::load(m_office.peopleFolder());
    }

    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    base::Path make(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return base::toPath(path(name));
    }
    bool label(const base::Path &file, const policy::Classes &classes, const QStringList &restrictions = {})
    {
        labelling::Labeller labeller(m_pack, {m_codecs, *m_session, *m_directory, *m_ledger, m_clock, m_office.labellingLock(),
                                              m_session->account().role, {}});
        labelling::LabelOrder order;
        order.path = file;
        order.classes = classes;
        order.restrictions = restrictions;
        return !labeller.set(order).error;
    }
    sending::SendingParts parts()
    {
        return {*m_ledger, *m_session, m_directory, m_pack, m_library, m_codecs, m_clock, sending::PendingPasswords(m_office.folder() / "pending")};
    }
    labelling::FileLabel read(const base::Path &file) const { return labelling::LabelReader(m_codecs, *m_directory).read(file); }
    const people::Session &session() const { return *m_session; }
    ledger::Ledger &ledger() { return *m_ledger; }

private:
    QTemporaryDir m_folder;
    const base::SystemClock m_clock;
    const label::CodecSet m_codecs;
    const policy::Library m_library;
    std::shared_ptr<const policy::Pack> m_pack;
    people::Office m_office;
    std::optional<people::Session> m_session;
    std::optional<ledger::Ledger> m_ledger;
    std::shared_ptr<const people::Directory> m_directory;
};

} // namespace shirushi::tests
