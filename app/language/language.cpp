#include "language/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace shirushi::language {

namespace {

// "C" and "POSIX" name no language: that is a system that was never asked.
bool asksForAnother()
{
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QByteArray value = qgetenv(variable);
        if (value.isEmpty())
            continue;
        return !value.startsWith("ja") && !value.startsWith("C.") && value != "C" && value != "POSIX";
    }
    return false;
}

void add(QCoreApplication &application, const QString &file)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(file))
        QCoreApplication::installTranslator(translator);
}

} // namespace

void install(QCoreApplication &application)
{
    if (asksForAnother())
        return;
    QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
    add(application, QStringLiteral(":/shirushi/i18n/qtbase_ja.qm"));
    add(application, QStringLiteral(":/shirushi/i18n/shirushi_ja.qm"));
}

} // namespace shirushi::language
