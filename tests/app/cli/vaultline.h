// VaultLine: a data folder, and what the tests of the vault's commands ask of shirushi-cli.
#pragma once

#include "app/cli/commandline.h"

#include <QTest>

namespace shirushi::tests {

class VaultLine
{
protected:
    Answer run(const QStringList &words) const { return m_line.run(words + m_line.credentials()); }
    Answer runAs(const char *who, const QStringList &words) const
    {
        return m_line.run(words + QStringList{QStringLiteral("--user"), QString::fromUtf8(who), QStringLiteral("--password-file"),
                                              m_line.path(QStringLiteral("real"))});
    }
    QString vault(const char *name) const { return m_line.path(QString::fromUtf8(name)); }
    QString create(const char *name, const QStringList &more = {}) const
    {
        const Answer made = run(words("vault create") + QStringList{vault(name)} + more);
        return made.code == 0 ? QString::fromUtf8(made.out.trimmed()) : QString::fromUtf8(made.err);
    }
    QString put(const QString &vault, const QString &file, const QStringList &more = {}) const
    {
        const Answer stored = run(words("vault put --json") + more + QStringList{vault, file});
        return stored.code == 0 ? stored.json().at(0).toObject().value(QStringLiteral("id")).toString() : QString::fromUtf8(stored.err);
    }
    QJsonObject listed(const QString &vault, const QString &id) const
    {
        for (const QJsonValue &item : run(words("vault list --json") + QStringList{vault}).json()) {
            if (item.toObject().value(QStringLiteral("id")).toString() == id)
                return item.toObject();
        }
        return {};
    }
    QStringList codes(const QString &vault) const
    {
        QStringList codes;
        for (const QJsonValue &finding : run(words("vault verify --json") + QStringList{vault}).json())
            codes += finding.toObject().value(QStringLiteral("code")).toString();
        codes.sort();
        return codes;
    }
    void write(const QString &path, const QByteArray &content) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void add(const char *id, const char *name, const char *role) const
    {
        QCOMPARE(m_line.run(words("user add --id") + QStringList{QString::fromUtf8(id), QStringLiteral("--name"), QString::fromUtf8(name), QStringLiteral("--role"),
                            QString::fromUtf8(role), QStringLiteral("--initial-password-file"), m_line.path(QStringLiteral("temporary"))}
                            + m_line.credentials()).code, 0);
        QCOMPARE(m_line.run(words("user passwd --new-password-file") + QStringList{m_line.path(QStringLiteral("real")), QStringLiteral("--user"),
                            QString::fromUtf8(id), QStringLiteral("--password-file"), m_line.path(QStringLiteral("temporary"))}).code, 0);
    }

    CommandLine m_line;
};

} // namespace shirushi::tests
