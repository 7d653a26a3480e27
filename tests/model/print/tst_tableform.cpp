// Tables as people get them: CSV that a spreadsheet opens, lines that break where they may, forms on A4.
#include "print/csv.h"
#include "print/linebreaks.h"
#include "print/tableform.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

class TableFormTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csv_data();
    void csv();
    void lines_data();
    void lines();
    void textComesBack();
    void pagesAreNumberedAndHeaded();
    void longCellsAreCut();
    void refused();

private:
    static print::TableForm form();
    static QString textOf(const QByteArray &pdf, const QStringList &options = {});
};

void TableFormTest::csv_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("record");
    const auto row = [](const char *name, const QStringList &cells, const char16_t *record) {
        QTest::newRow(name) << cells << QString::fromUtf16(record) + QStringLiteral("\r\n");
    };
    const auto text = [](const char16_t *cell) { return QString::fromUtf16(cell); };
    row("plain", {text(u"渡邊"), text(u"𠮷野")}, u"渡邊,𠮷野");
    row("comma", {text(u"a,b")}, u"\"a,b\"");
    row("quote", {text(u"a\"b")}, u"\"a\"\"b\"");
    row("line break", {text(u"a\nb")}, u"\"a\nb\"");
    row("empty cells", {QString(), QString(), text(u"x")}, u",,x");
    row("equals", {text(u"=1+1")}, u"'=1+1");
    row("call", {text(u"=HYPERLINK(\"http://x\",\"y\")")}, u"\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    row("plus", {text(u"+81")}, u"'+81");
    row("minus", {text(u"-1")}, u"'-1");
    row("at", {text(u"@SUM(A1)")}, u"'@SUM(A1)");
    row("tabulator", {text(u"\t=1")}, u"'\t=1");
    row("carriage return", {text(u"\r=1")}, u"\"'\r=1\"");
    row("full width", {text(u"＝1")}, u"'＝1");
    row("not in front", {text(u"a=1")}, u"a=1");
}

void TableFormTest::csv()
{
    QFETCH(QStringList, cells);
    QFETCH(QString, record);
    QCOMPARE(QString::fromUtf8(print::csvRecord(cells)), record);
    QCOMPARE(print::csvMark(), QByteArray("\xef\xbb\xbf"));
}

void TableFormTest::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char16_t *text, const char16_t *expected) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(expected).split(u'/');
    };
    row("fits", u"あいうえお", u"あいうえお");
    row("breaks anywhere", u"あいうえおかき", u"あいうえお/かき");
    row("no full stop in front", u"あいうえお。か", u"あいうえ/お。か");
    row("no two marks in front", u"あいうえお」。か", u"あいうえ/お」。か");
    row("no bracket at the end", u"あいうえ「かき」", u"あいうえ/「かき」");
    row("no small kana in front", u"あいうえキャリ", u"あいうえ/キャリ");
    row("no prolonged sound in front", u"あいうえデータ", u"あいうえ/データ");
    row("a run of marks stands where it falls", u"。。。。。。。", u"。。。。。/。。");
    row("a number stays whole", u"あいう123", u"あいう/123");
    row("a time stays whole", u"あい 02:02", u"あい /02:02");
    row("a day keeps its number", u"11月22日", u"11月/22日");
    row("a word longer than a line", u"abcdefg", u"abcde/fg");
    row("a word too long after another text", u"あabcdefg", u"あ/abcde/fg");
    row("nothing", u"", u"");
}

void TableFormTest::lines()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    const auto widthOf = [](char32_t) { return 10; };
    QStringList broken;
    for (const std::u32string &line : print::brokenIntoLines(text.toStdU32String(), 50, widthOf))
        broken += QString::fromStdU32String(line);
    if (text.startsWith(u"。。"))
        QCOMPARE(broken.join(QString()), text); // nothing is lost; where it breaks is of no matter
    else
        QCOMPARE(broken, expected);
}

print::TableForm TableFormTest::form()
{
    return {QStringLiteral("情報資産取扱記録簿"), QStringLiteral("令和8年度"), {QStringLiteral("亀岡市 総務課")},
            {QStringLiteral("責任者"), QStringLiteral("管理者"), QStringLiteral("担当")},
            QDateTime(QDate(2026, 11, 21), QTime(9, 30)), true,
            {{QStringLiteral("番号"), 1, true}, {QStringLiteral("氏名"), 3}, {QStringLiteral("ファイル"), 6}}, {}};
}

QString TableFormTest::textOf(const QByteArray &pdf, const QStringList &options)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), options + QStringList{QStringLiteral("-"), QStringLiteral("-")});
    reader.write(pdf);
    reader.closeWriteChannel();
    return reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
}

void TableFormTest::textComesBack()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        QSKIP("pdftotext is not installed");
    print::TableForm one = form();
    const QStringList names{QStringLiteral("𠮷野 一郎"), QStringLiteral("髙﨑 花子"), QStringLiteral("渡邊 自治"), QStringLiteral("山田 太郎")};
    for (const QString &name : names)
        one.rows.push_back({QString::number(one.rows.size() + 1), name, QStringLiteral("/srv/住民用日記.docx")});
    const auto pdf = print::toPdf(one);
    QVERIFY(pdf);
    const QString text = textOf(*pdf);
    for (const QString &name : names)
        QVERIFY2(text.contains(name), qPrintable(text));
    for (const char16_t *expected : {u"情報資産取扱記録簿", u"令和8年度", u"亀岡市 総務課", u"責任者", u"担当", u"/srv/住民用日記.docx", u"1/1", u"令和8年11月21日 09:30"})
        QVERIFY2(text.contains(QString::fromUtf16(expected)), qPrintable(text));
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("form.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*pdf);
    file.close();
    QProcess checker;
    checker.start(QStringLiteral("qpdf"), {QStringLiteral("--check"), file.fileName()});
    if (checker.waitForStarted()) {
        QVERIFY(checker.waitForFinished());
        QCOMPARE(checker.exitCode(), 0);
    }
    QProcess information;
    information.start(QStringLiteral("pdfinfo"), {file.fileName()});
    QVERIFY(information.waitForFinished());
    const QString said = QString::fromUtf8(information.readAllStandardOutput());
    QVERIFY2(said.contains(QStringLiteral("(A4)")), qPrintable(said));
    QVERIFY(said.contains(QStringLiteral("情報資産取扱記録簿 令和8年度")));
}

void TableFormTest::pagesAreNumberedAndHeaded()
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        QSKIP("pdftotext is not installed");
    print::TableForm many = form();
    for (int i = 1; i <= 300; ++i)
        many.rows.push_back({QString::number(i), QStringLiteral("山田 太郎"), QStringLiteral("/srv/%1").arg(i)});
    const auto pdf = print::toPdf(many);
    QVERIFY(pdf);
    QStringList pages = textOf(*pdf, {QStringLiteral("-layout")}).split(u'\f');
    pages.removeLast();
    QVERIFY(pages.size() > 5);
    int row = 0;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        QVERIFY(pages[page].contains(QStringLiteral("%1/%2").arg(page + 1).arg(pages.size())));
        QVERIFY(pages[page].contains(QStringLiteral("ファイル")));
        QCOMPARE(pages[page].contains(QStringLiteral("責任者")), page == 0);
        while (row < 300 && pages[page].contains(QRegularExpression(QStringLiteral("/srv/%1\\b").arg(row + 1))))
            ++row;
    }
    QCOMPARE(row, 300); // each, and in order
}

void TableFormTest::longCellsAreCut()
{
    print::TableForm one = form();
    one.rows.push_back({QStringLiteral("1"), QString(100'000, u'長'), QString()});
    const auto pdf = print::toPdf(one);
    QVERIFY(pdf);
    QVERIFY(textOf(*pdf).contains(u'…'));
}

void TableFormTest::refused()
{
    print::TableForm none = form();
    none.columns.clear();
    QCOMPARE(print::toPdf(none).error().code, base::ErrorCode::InvalidInput);
    print::TableForm uneven = form();
    uneven.rows.push_back({QStringLiteral("1")});
    QCOMPARE(print::toPdf(uneven).error().code, base::ErrorCode::InvalidInput);
    print::TableForm tooMany = form();
    tooMany.rows.assign(print::TableForm::mostRows + 1, {QString(), QString(), QString()});
    QCOMPARE(print::toPdf(tooMany).error().code, base::ErrorCode::TooLarge);
    QVERIFY(print::toPdf(form())); // no entries is a form too
}

QTEST_GUILESS_MAIN(TableFormTest)
#include "tst_tableform.moc"
