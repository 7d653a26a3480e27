// 廃棄 in a small window: a small screen, or a large type.
#include "app/dispose/disposebench.h"

using namespace shirushi;

class TestDisposeWidth : public QObject, private test::DisposeBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { makeDesk(QStringLiteral("kameoka")); }
    void cleanup() { takeAway(); }
    void everythingIsReachedInASmallWindow();
};

void TestDisposeWidth::everythingIsReachedInASmallWindow()
{
    m_window->resize(640, 480);
    m_disposals->unsure = {QStringLiteral("a.docx")};
    m_disposals->addLine(12, "名簿_令和8年度_とても長い名前のファイル（確定版）.xlsx", "shred");
    runPermitted();
    const auto check = [this](const char *where) {
        QTest::qWait(60);
        QVERIFY2(test::cutOff(*m_window).isEmpty(), qPrintable(QLatin1String(where) + test::cutOff(*m_window).join(u'\n')));
        QVERIFY2(test::doubledAccessKeys(*m_window).isEmpty(), qPrintable(QLatin1String(where) + test::doubledAccessKeys(*m_window).join(u'\n')));
    };
    check("run");
    QTRY_VERIFY(canPress(QStringLiteral("戻る"))); // while it looks again it cannot
    press(QStringLiteral("戻る"));
    check("due");
    dropOn(part<disposals::DuePage>(), {"/tmp/a.txt"});
    QTRY_VERIFY(canPress(QStringLiteral("次へ")));
    press(QStringLiteral("次へ"));
    QTRY_VERIFY(table("廃棄しようとするもの"));
    check("plan");
    QTRY_VERIFY(canPress(QStringLiteral("戻る"))); // while it looks again it cannot
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(canPress(QStringLiteral("廃棄記録簿")));
    press(QStringLiteral("廃棄記録簿"));
    QTRY_VERIFY(table("廃棄記録簿"));
    check("register");
    QTRY_VERIFY(canPress(QStringLiteral("戻る"))); // while it looks again it cannot
    press(QStringLiteral("戻る"));
    QTRY_VERIFY(canPress(QStringLiteral("媒体・紙・機器を加える")));
    press(QStringLiteral("媒体・紙・機器を加える"));
    check("asset");
}

QTEST_MAIN(TestDisposeWidth)
#include "tst_disposewidth.moc"
