#include "widgets/language.h"

#include <QLocale>

namespace shirushi::widgets {

QString windowLanguage()
{
    return QLocale().language() == QLocale::Japanese ? QStringLiteral("ja") : QStringLiteral("en");
}

const QString &inWindowLanguage(const policy::Text &text)
{
    return text.in(windowLanguage());
}

} // namespace shirushi::widgets
