#include "cli/output.h"

#include "cli/exitcode.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace shirushi::cli {

QTextStream &standardOutput()
{
    static QTextStream stream(stdout);
    return stream;
}

QTextStream &standardError()
{
    static QTextStream stream(stderr);
    return stream;
}

void printError(const base::Error &error)
{
    standardError() << base::oneLine(error) << Qt::endl;
}

int failed(const base::Error &error)
{
    printError(error);
    return exitCodeOf(error);
}

void printNotice(const QString &path, const QString &notice)
{
    standardError() << line(path) << ": " << line(notice) << Qt::endl;
}

int wrongUsage(const QString &problem)
{
    standardError() << problem << Qt::endl
                    << QCoreApplication::translate("shirushi::cli", "shirushi-cli --help lists the commands.")
                    << Qt::endl;
    return WrongUsage;
}

void printJson(const QJsonArray &array)
{
    standardOutput() << QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented));
    standardOutput().flush();
}

QString line(const QString &text)
{
    QString single = text;
    for (QChar &character : single) {
        if (character.unicode() < 0x20 || character.unicode() == 0x7f)
            character = QChar(u'?');
    }
    return single;
}

} // namespace shirushi::cli
