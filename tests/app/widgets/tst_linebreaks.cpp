#include "widgets/linebreaks.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QTest>

using namespace shirushi::widgets;

class TestLineBreaks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void keepsEveryCharacterInOrder_data();
    void keepsEveryCharacterInOrder();
    void numbersStayWithTheirCounters();
    void noLineBeginsWithAStop();
    void noLastLineOfOneCharacter();
    void longNamesAreCut();
    void listItemsHang();
    void aLongTextTakesNoTime();

private:
    static QFontMetricsF metrics() { return QFontMetricsF(Theme::font(TextKind::Body)); }
    std::unique_ptr<Theme> m_theme;
};

namespace {

const QString question = QStringLiteral("漏れると、その人の権利や生活に大きな被害が出る個人の情報がありますか。");

} // namespace

void TestLineBreaks::keepsEveryCharacterInOrder_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {10, 60, 120, 200, 333, 480, 900})
        QTest::addRow("%d", width) << width;
}

void TestLineBreaks::keepsEveryCharacterInOrder()
{
    QFETCH(int, width);
    const QStringList lines = breakLines(question, metrics(), width);
    QCOMPARE(lines.join(QString()), question);
    for (const QString &line : lines)
        QVERIFY2(metrics().horizontalAdvance(line) <= width || line.size() <= 2, qPrintable(line));
}

void TestLineBreaks::numbersStayWithTheirCounters()
{
    const QString text = QStringLiteral("情報資産は、令和8年11月20日から第9条第2項により自治体機密性3Bとして扱い、2,000人分を12件に分けます。");
    for (int width = 140; width < 700; width += 7) {
        const QStringList lines = breakLines(text, metrics(), width);
        for (const char *unit : {"8年", "11月", "20日", "第9条", "第2項", "性3B", "2,000人", "12件"})
            QVERIFY2(lines.join(QLatin1Char('|')).contains(QString::fromUtf8(unit)),
                     qPrintable(QString::number(width) + lines.join(QLatin1Char('|'))));
    }
}

void TestLineBreaks::noLineBeginsWithAStop()
{
    for (int width = 60; width < 600; width += 5) {
        for (const QString &line : breakLines(question, metrics(), width))
            QVERIFY2(!QStringLiteral("、。）」ー").contains(line.front()), qPrintable(line));
    }
}

void TestLineBreaks::noLastLineOfOneCharacter()
{
    for (int width = 120; width < 560; width += 5)
        QVERIFY(breakLines(question, metrics(), width).last().size() > 2);
}

void TestLineBreaks::longNamesAreCut()
{
    const QString name = QString(255, QLatin1Char('a')) + QStringLiteral(".docx");
    const QStringList lines = breakLines(name, metrics(), 300);
    QCOMPARE(lines.join(QString()), name);
    for (const QString &line : lines)
        QVERIFY(metrics().horizontalAdvance(line) <= 300);
}

void TestLineBreaks::listItemsHang()
{
    const QStringList lines = breakLines(QStringLiteral("・送信・運搬・提供のときの暗号化、パスワードの設定、鍵付きケースへの格納\n・廃棄"), metrics(), 300);
    QVERIFY(lines.size() >= 3);
    QVERIFY(lines.first().startsWith(QStringLiteral("・送信")));
    QVERIFY(lines[1].startsWith(QLatin1Char('\t')));
    QCOMPARE(lines.last(), QStringLiteral("・廃棄"));
}

void TestLineBreaks::aLongTextTakesNoTime()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(breakLines(question.repeated(300), metrics(), 500).size() > 100);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TestLineBreaks)
#include "tst_linebreaks.moc"
