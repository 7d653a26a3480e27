// Looking for bytes in another process's memory, in its core dump, and in files: as somebody would who has got hold of the computer.
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>
#include <QTemporaryDir>

#include <algorithm>

namespace shirushi::tests {

/// By what they are called in a report.
using Needles = QMap<QString, QByteArray>;

/// Which of them are in `file`, read in pieces; `from` and `to` bound it, in bytes. Empty also where it cannot be read.
inline QStringList foundIn(QFile &file, qint64 from, qint64 to, const Needles &needles, const QString &place)
{
    constexpr qint64 piece = 4 << 20;
    qsizetype overlap = 0;
    for (const QByteArray &needle : needles)
        overlap = std::max(overlap, needle.size() - 1);
    QStringList found;
    QByteArray tail;
    for (qint64 at = from; at < to; at += piece) {
        if (!file.seek(at))
            break;
        const QByteArray bytes = tail + file.read(std::min(piece, to - at));
        for (auto needle = needles.begin(); needle != needles.end(); ++needle) {
            if (bytes.contains(*needle))
                found += needle.key() + QStringLiteral(" in ") + place;
        }
        tail = bytes.right(overlap);
    }
    found.removeDuplicates();
    return found;
}

struct Memory {
    QStringList found;
    qint64 bytes = 0; // that were looked at
};

/// In all that the process can read.
inline Memory searchMemory(qint64 process, const Needles &needles)
{
    Memory memory;
    QFile maps(QStringLiteral("/proc/%1/maps").arg(process));
    QFile bytes(QStringLiteral("/proc/%1/mem").arg(process));
    if (!maps.open(QIODevice::ReadOnly) || !bytes.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return memory;
    static const QRegularExpression form(QStringLiteral("^([0-9a-f]+)-([0-9a-f]+) r\\S+ \\S+ \\S+ \\S+\\s*(.*)$"));
    const QStringList lines = QString::fromLocal8Bit(maps.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const auto match = form.match(line);
        if (!match.hasMatch() || match.captured(3).startsWith(u"[v"))
            continue;
        const qint64 from = match.captured(1).toLongLong(nullptr, 16);
        const qint64 to = match.captured(2).toLongLong(nullptr, 16);
        memory.found += foundIn(bytes, from, to, needles, match.captured(3).isEmpty() ? QStringLiteral("anonymous memory") : match.captured(3));
        memory.bytes += to - from;
    }
    memory.found.removeDuplicates();
    return memory;
}

/// In a core dump that gdb's gcore writes of it; no bytes where there is no gcore.
inline Memory searchCore(qint64 process, const Needles &needles)
{
    const QString gcore = QStandardPaths::findExecutable(QStringLiteral("gcore"));
    const QTemporaryDir folder;
    Memory memory;
    if (gcore.isEmpty())
        return memory;
    QProcess::execute(gcore, {QStringLiteral("-o"), folder.filePath(QStringLiteral("core")), QString::number(process)});
    QFile core(folder.filePath(QStringLiteral("core.%1").arg(process)));
    if (core.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        memory.bytes = core.size();
        memory.found = foundIn(core, 0, core.size(), needles, QStringLiteral("the core dump"));
    }
    return memory;
}

/// In every file below `folder`, and in the files' names.
inline QStringList searchFiles(const QString &folder, const Needles &needles)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            found += foundIn(file, 0, file.size(), needles, file.fileName());
        for (auto needle = needles.begin(); needle != needles.end(); ++needle) {
            if (file.fileName().toUtf8().contains(*needle))
                found += needle.key() + QStringLiteral(" in the name ") + file.fileName();
        }
    }
    return found;
}

} // namespace shirushi::tests
