// Traces: where a secret could have been left: in files, in a mail, in what was logged. A test looks for it everywhere.
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QMutex>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdio>

namespace shirushi::test {

inline QByteArray messages;  // what was logged
inline QMutex messagesLock;  // workers log, too

inline void keepMessage(QtMsgType, const QMessageLogContext &, const QString &message)
{
    const QMutexLocker guard(&messagesLock);
    messages += message.toUtf8() + '\n';
    std::fprintf(stderr, "%s\n", qPrintable(message));
}

// In any of the forms that a program of ours could have left.
inline bool holds(const QByteArray &content, const QByteArray &wanted)
{
    const QString text = QString::fromLatin1(wanted);
    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QByteArray bare = wanted;
    bare.replace('-', "");
    const std::array forms{wanted, wide, bare, wanted.toHex(), wanted.toBase64(QByteArray::OmitTrailingEquals)};
    return std::any_of(forms.begin(), forms.end(), [&](const QByteArray &form) { return content.contains(form); });
}

// The mail as it stands, and each of its parts taken out of its base64.
inline bool mailHolds(const QByteArray &mail, const QByteArray &wanted)
{
    bool found = holds(mail, wanted);
    for (qsizetype from = mail.indexOf("\r\n\r\n"); from >= 0; from = mail.indexOf("\r\n\r\n", from + 4)) {
        QByteArray part = mail.mid(from + 4, mail.indexOf("\r\n--", from) - from - 4);
        found = found || holds(QByteArray::fromBase64(part.replace("\r\n", "")), wanted);
    }
    return found;
}

// Files below `folder` in which `wanted` stands.
inline QStringList filesWith(const QString &folder, const QByteArray &wanted)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (holds(file.readAll(), wanted))
            found += file.fileName();
    }
    return found;
}

} // namespace shirushi::test
