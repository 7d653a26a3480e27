#include "widgets/fonts.h"

#include <QFontDatabase>

static void initialiseFonts()
{
    Q_INIT_RESOURCE(windowfonts);
}

namespace shirushi::widgets {

void loadFonts()
{
    initialiseFonts();
    if (!QFontDatabase::hasFamily(textFamily())) {
        QFontDatabase::addApplicationFont(QStringLiteral(":/shirushi/fonts/BIZUDPGothic-Regular.ttf"));
        QFontDatabase::addApplicationFont(QStringLiteral(":/shirushi/fonts/BIZUDPGothic-Bold.ttf"));
    }
    if (!QFontDatabase::hasFamily(iconFamily()))
        QFontDatabase::addApplicationFont(QStringLiteral(":/shirushi/fonts/materialdesignicons-webfont.ttf"));
}

QString textFamily()
{
    return QStringLiteral("BIZ UDPGothic");
}

QString iconFamily()
{
    return QStringLiteral("Material Design Icons");
}

} // namespace shirushi::widgets
