#include "labelling/filenamemark.h"
#include "policy/library.h"

#include <QTest>

using namespace shirushi;

class TestFileNameMark : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyLevelGivesAMark();
    void marks_data();
    void marks();
    void refusesTooLongNames();
    void aNameThatIsOnlyTheMarkStays();

private:
    QStringList m_known;
};

void TestFileNameMark::initTestCase()
{
    const policy::Library library = policy::Library::load();
    for (const auto &pack : library.packs())
        m_known += labelling::fileNameMarksOf(*pack);
}

void TestFileNameMark::everyLevelGivesAMark()
{
    for (const QString &mark : {QStringLiteral("【機密性3A】"), QStringLiteral("【機密性3B】"), QStringLiteral("【機密性3C】"),
                                QStringLiteral("【機密性2】"), QStringLiteral("【機密性1】"), QStringLiteral("【重要性分類Ⅰ】"),
                                QStringLiteral("【重要性分類Ⅱ】"), QStringLiteral("【重要性分類Ⅲ】")})
        QVERIFY2(m_known.contains(mark), qPrintable(mark));
}

void TestFileNameMark::marks_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("bare");
    QTest::newRow("new") << QStringLiteral("報告書.docx") << QStringLiteral("【機密性3B】報告書.docx") << QStringLiteral("報告書.docx");
    QTest::newRow("same again") << QStringLiteral("【機密性3B】報告書.docx") << QStringLiteral("【機密性3B】報告書.docx") << QStringLiteral("報告書.docx");
    QTest::newRow("another class") << QStringLiteral("【機密性1】報告書.docx") << QStringLiteral("【機密性3B】報告書.docx") << QStringLiteral("報告書.docx");
    QTest::newRow("another scheme") << QStringLiteral("【重要性分類Ⅰ】報告書.docx") << QStringLiteral("【機密性3B】報告書.docx") << QStringLiteral("報告書.docx");
    QTest::newRow("somebody's brackets") << QStringLiteral("【至急】報告書.docx") << QStringLiteral("【機密性3B】【至急】報告書.docx") << QStringLiteral("【至急】報告書.docx");
    QTest::newRow("no extension") << QStringLiteral("README") << QStringLiteral("【機密性3B】README") << QStringLiteral("README");
}

void TestFileNameMark::marks()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, bare);
    const base::Path folder("/somewhere");
    const base::Path path = folder / base::toPath(before);
    const auto marked = labelling::withMark(path, QStringLiteral("【機密性3B】"), m_known, false);
    QVERIFY(marked);
    QCOMPARE(base::toDisplay(marked->filename()), after);
    QCOMPARE(base::toDisplay(labelling::withoutMark(*marked, m_known).filename()), bare);
}

void TestFileNameMark::refusesTooLongNames()
{
    const QString mark = QStringLiteral("【機密性3B】"); // 17 bytes
    const base::Path fits("/x/" + std::string(255 - 17, 'a'));
    QVERIFY(labelling::withMark(fits, mark, m_known, false));
    QCOMPARE(labelling::withMark(fits, mark, m_known, true).error().code, base::ErrorCode::NameTooLong);
    const base::Path tooLong("/x/" + std::string(256 - 17, 'a'));
    QCOMPARE(labelling::withMark(tooLong, mark, m_known, false).error().code, base::ErrorCode::NameTooLong);
}

void TestFileNameMark::aNameThatIsOnlyTheMarkStays()
{
    const base::Path path = base::Path("/x") / base::toPath(QStringLiteral("【機密性3B】.docx"));
    QCOMPARE(labelling::withoutMark(path, m_known), path);
}

QTEST_GUILESS_MAIN(TestFileNameMark)
#include "tst_filenamemark.moc"
