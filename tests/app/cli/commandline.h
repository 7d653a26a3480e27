// An office in a temporary folder, and shirushi-cli run in it as a script would.
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace shirushi::tests {

struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray err;
    QJsonArray json() const { return QJsonDocument::fromJson(out).array(); }
};

/// What stands between blanks.
inline QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

class CommandLine
{
public:
    CommandLine()
    {
        QFile password(path(QStringLiteral("password")));
        if (password.open(QIODevice::WriteOnly))
            password.write("correct horse battery staple\n");
        QDir(m_folder.path()).mkdir(QStringLiteral("files"));
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("SHIRUSHI_DATA"), path(QStringLiteral("data")));
        m_environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
        m_environment.remove(QStringLiteral("SHIRUSHI_USER"));
        m_environment.remove(QStringLiteral("SHIRUSHI_PASSWORD_FILE"));
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString file(const QString &name) const { return m_folder.filePath(QStringLiteral("files/") + name); }

    QString make(const QString &name, const QByteArray &content = "氏名,住所\n") const
    {
        QFile made(file(name));
        if (made.open(QIODevice::WriteOnly))
            made.write(content);
        return file(name);
    }

    Answer init(const QString &policy = QStringLiteral("mic-model"), const QString &role = QStringLiteral("staff")) const
    {
        return run({QStringLiteral("init"), QStringLiteral("--user"), QStringLiteral("yamada"), QStringLiteral("--name"),
                    QStringLiteral("山田 太郎"), QStringLiteral("--role"), role, QStringLiteral("--policy"), policy,
                    QStringLiteral("--password-file"), path(QStringLiteral("password"))});
    }

    QStringList credentials() const
    {
        return {QStringLiteral("--user"), QStringLiteral("yamada"), QStringLiteral("--password-file"),
                path(QStringLiteral("password"))};
    }

    Answer set(const QStringList &rest, const QString &classes = QStringLiteral("confidentiality=3B,integrity=2,availability=1")) const
    {
        return run(QStringList{QStringLiteral("label"), QStringLiteral("set"), QStringLiteral("--class"), classes}
                   + credentials() + rest);
    }
    Answer remove(const QStringList &rest) const
    {
        return run(QStringList{QStringLiteral("label"), QStringLiteral("remove"), QStringLiteral("--reason"),
                               QStringLiteral("誤り")}
                   + credentials() + rest);
    }
    Answer show(const QStringList &rest) const
    {
        return run(QStringList{QStringLiteral("label"), QStringLiteral("show"), QStringLiteral("--json")} + rest);
    }

    Answer run(const QStringList &arguments) const
    {
        QProcess process;
        start(process, arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(qEnvironmentVariable("SHIRUSHI_CLI", QStringLiteral(SHIRUSHI_CLI)), arguments);
    }

    QProcessEnvironment &environment() { return m_environment; }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

} // namespace shirushi::tests
