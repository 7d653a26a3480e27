// The colours: every pair of ink and ground that is painted has the contrast it needs, light and dark, and the
// style sheet leaves no name without its colour.
#include "widgets/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace shirushi::widgets;

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsThatOfWcag();
    void everyPaintedPairIsReadable_data();
    void everyPaintedPairIsReadable();
    void styleSheetHasNoNameLeft();
    void followsTheLookThatIsChosen();
    void followsTheDesktopWhileItRuns();
    void highContrastDesktopsKeepTheirColours();
    void nothingIsSetSmallerThanFourteenPixels();
    void fontsAreThere();
};

void TestTheme::contrastIsThatOfWcag()
{
    QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21.0) < 0.001);
    QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.01);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
}

void TestTheme::everyPaintedPairIsReadable_data()
{
    QTest::addColumn<QColor>("over");
    QTest::addColumn<QColor>("under");
    QTest::addColumn<double>("least");
    for (const auto &[name, colours] : {std::pair("light", lightColours()), std::pair("dark", darkColours())}) {
        int number = 0;
        for (const InkPair &pair : paintedPairs())
            QTest::addRow("%s %d", name, number++) << colours[pair.over] << colours[pair.under] << pair.least;
    }
}

void TestTheme::everyPaintedPairIsReadable()
{
    QFETCH(QColor, over);
    QFETCH(QColor, under);
    QFETCH(double, least);
    const double found = contrast(over, under);
    QVERIFY2(found >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(over.name(), under.name()).arg(found)));
}

void TestTheme::styleSheetHasNoNameLeft()
{
    const QString sheet = styleSheet(lightColours());
    QVERIFY(sheet.size() > 1000);
    QVERIFY2(!sheet.section(QStringLiteral("*/"), 1).contains(QLatin1Char('@')), qPrintable(sheet));
    QVERIFY(styleSheet(darkColours()) != sheet);
}

void TestTheme::followsTheLookThatIsChosen()
{
    Theme theme(*qApp);
    theme.setLook(Look::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(qApp->palette().color(QPalette::Window), darkColours()[Ink::Ground]);
    theme.setLook(Look::Light);
    QVERIFY(!theme.isDark());
    QCOMPARE(qApp->palette().color(QPalette::WindowText), lightColours()[Ink::Text]);
}

namespace {

// A desktop that can be turned dark.
class Desktop final : public QProxyStyle
{
public:
    Desktop() : QProxyStyle(QStringLiteral("Fusion")) {}
    QPalette standardPalette() const override
    {
        return dark ? QPalette(Qt::white, QColor(40, 40, 40), Qt::gray, Qt::black, Qt::gray, Qt::white, Qt::white,
                               QColor(30, 30, 30), QColor(40, 40, 40))
                    : QProxyStyle::standardPalette();
    }
    bool dark = false;
};

} // namespace

void TestTheme::followsTheDesktopWhileItRuns()
{
    Theme theme(*qApp);
    auto *desktop = new Desktop;
    QApplication::setStyle(desktop);
    QWidget window;
    window.show();
    QSignalSpy changed(&theme, &Theme::changed);
    const auto tell = [&window] {
        QEvent event(QEvent::ThemeChange);
        QApplication::sendEvent(window.windowHandle(), &event);
    };
    tell();
    QVERIFY(!theme.isDark());
    QCOMPARE(changed.count(), 0);
    desktop->dark = true;
    tell();
    QVERIFY(theme.isDark());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(window.palette().color(QPalette::Window), darkColours()[Ink::Ground]);
    QVERIFY(qApp->styleSheet().contains(darkColours()[Ink::RedGround].name()));
    tell();
    QCOMPARE(changed.count(), 1);
    theme.setLook(Look::Light); // the person's choice counts more
    tell();
    QVERIFY(!theme.isDark());
    theme.setLook(Look::Desktop);
    QVERIFY(theme.isDark());
    desktop->dark = false;
    tell();
    QVERIFY(!theme.isDark());
    QCOMPARE(window.palette().color(QPalette::WindowText), lightColours()[Ink::Text]);
}

void TestTheme::highContrastDesktopsKeepTheirColours()
{
    QPalette yellowOnBlack(Qt::white, Qt::black, Qt::white, Qt::black, Qt::gray, Qt::white, Qt::white, Qt::black,
                           Qt::black);
    QVERIFY(isHighContrast(yellowOnBlack));
    const Colours colours = desktopColours(yellowOnBlack);
    QCOMPARE(colours[Ink::Ground], yellowOnBlack.color(QPalette::Base));
    QCOMPARE(colours[Ink::Text], yellowOnBlack.color(QPalette::Text));
    QVERIFY(!isHighContrast(paletteOf(lightColours())));
    QVERIFY(!isHighContrast(paletteOf(darkColours())));
    for (const InkPair &pair : paintedPairs())
        QVERIFY(colours[pair.over] == colours[pair.under] || contrast(colours[pair.over], colours[pair.under]) > 2);
}

void TestTheme::nothingIsSetSmallerThanFourteenPixels()
{
    for (const TextKind kind : {TextKind::Title, TextKind::Lead, TextKind::Heading, TextKind::Body, TextKind::Strong,
                                TextKind::Small})
        QVERIFY(Theme::font(kind).pixelSize() >= 14);
    const QRegularExpression size(QStringLiteral("font-size: (\\d+)px"));
    auto found = size.globalMatch(styleSheet(lightColours()));
    QVERIFY(found.hasNext());
    while (found.hasNext())
        QVERIFY(found.next().captured(1).toInt() >= 14);
}

void TestTheme::fontsAreThere()
{
    Theme theme(*qApp);
    QCOMPARE(QFontInfo(Theme::font(TextKind::Body)).family(), QStringLiteral("BIZ UDPGothic"));
    QCOMPARE(QFontInfo(QFont(QStringLiteral("Material Design Icons"))).family(), QStringLiteral("Material Design Icons"));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
