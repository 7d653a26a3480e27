// Files to be packed, other programs to be asked, and short ways to pack and unpack, for the tests of parcels.
#pragma once

#include "sending/parcel.h"
#include "sending/parcelpassword.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <random>

namespace shirushi::tests {

inline base::SecretBytes secret(const QByteArray &text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())));
}

inline sending::ParcelSecret withPassword(const QByteArray &text)
{
    sending::ParcelSecret made;
    made.password = secret(text);
    return made;
}

inline const QByteArray goodPassword = "uP7!mowb-tRza4#q";

inline QByteArray sampleBytes(qsizetype size, unsigned number = 1)
{
    std::mt19937_64 random(number);
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(random() >> 56);
    return bytes;
}

inline QByteArray sampleText(qsizetype size)
{
    QByteArray text;
    for (int line = 0; text.size() < size; ++line)
        text += "line " + QByteArray::number(line * 7919 % 10007) + ", 自治体機密性2 and more\n";
    return text.left(size);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

inline bool put(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Everything in a folder and below it, hidden files too, relative and sorted.
inline QStringList everythingIn(const QString &folder)
{
    QStringList names;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext())
        names += QDir(folder).relativeFilePath(it.next());
    names.sort();
    return names;
}

struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

inline Ran run(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(100'000))
        return {};
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline bool has(const char *program)
{
    return !QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty();
}

/// A folder with files of all sorts, another for parcels, and another for what comes out.
class Bench
{
public:
    Bench()
    {
        for (const char *name : {"in", "out", "parcels"})
            QDir(m_folder.path()).mkdir(QString::fromLatin1(name));
    }
    QString in(const QString &name = {}) const { return m_folder.filePath(QStringLiteral("in/") + name); }
    QString out(const QString &name = {}) const { return m_folder.filePath(QStringLiteral("out/") + name); }
    QString parcel(const QString &name) const { return m_folder.filePath(QStringLiteral("parcels/") + name); }

    void add(const QString &name, const QByteArray &content)
    {
        put(in(name), content);
        m_files.push_back({base::toPath(in(name)), name});
        m_contents[name] = content;
    }
    const std::vector<sending::ParcelFile> &files() const { return m_files; }

    /// Names of files that are not in `folder` as they were put in; empty: all are.
    QStringList wrongIn(const QString &folder) const
    {
        QStringList wrong;
        for (auto it = m_contents.begin(); it != m_contents.end(); ++it) {
            if (contentOf(folder + QStringLiteral("/") + it.key()) != it.value())
                wrong += it.key();
        }
        return wrong;
    }

    base::Result<sending::ParcelReport> pack(sending::ParcelFormat format, const QString &name, const sending::ParcelSecret &secret,
                                             const sending::ParcelOptions &options = {}) const
    {
        base::NoProgress progress;
        return sending::pack(m_files, format, secret, options, base::toPath(parcel(name)), progress);
    }
    base::Result<sending::UnpackReport> unpack(const QString &name, const sending::ParcelSecret &secret,
                                               const sending::UnpackLimits &limits = {}) const
    {
        base::NoProgress progress;
        return sending::unpack(base::toPath(parcel(name)), secret, base::toPath(out()), limits, progress);
    }
    void clearOut() const
    {
        QDir(out()).removeRecursively();
        QDir(m_folder.path()).mkdir(QStringLiteral("out"));
    }

private:
    QTemporaryDir m_folder;
    std::vector<sending::ParcelFile> m_files;
    QMap<QString, QByteArray> m_contents;
};

} // namespace shirushi::tests
