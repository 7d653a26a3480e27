// What the rules want approved, from the refusal to the deed, by mouse and keys over a real data folder: a label that is
// to be taken away altogether, and several files that are refused at once and go into one request.
#include "app/window/storybench.h"

#include "approvals/approvalspage.h"
#include "approvals/askedfiles.h"
#include "classify/manypage.h"
#include "widgets/checkline.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

using namespace shirushi;

namespace {

const QString why = QStringLiteral("公文書ではないため");

policy::Classes classes(const char *confidentiality)
{
    return {{QStringLiteral("confidentiality"), QString::fromLatin1(confidentiality)},
            {QStringLiteral("integrity"), QStringLiteral("2")},
            {QStringLiteral("availability"), QStringLiteral("1")}};
}

QByteArray bytesOf(const QString &file)
{
    QFile open(file);
    return open.open(QIODevice::ReadOnly) ? open.readAll() : QByteArray();
}

} // namespace

class TestTakingAway : public QObject, private test::StoryBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theLabelStaysWithoutApproval();
    void whatIsAskedForIsKnownAlready();
    void whenApprovedTheFileIsAsItWasBefore();
    void undoingGivesLabelAndMarksBack();
    void severalRefusedFilesAreOneRequest();
    void whenApprovedTheTableGoesOn();
    void cleanupTestCase() { closeEverything(); }

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    base::Path make(const char *name, const char *confidentiality, bool marked);
    void open(const base::Path &file);
    void approve();
    QString classOf(const base::Path &file) const
    {
        const auto label = m_office->read(file).label;
        return label ? label->classes.at(QStringLiteral("confidentiality")) : QString();
    }

    base::Path m_file;
    QByteArray m_original;
};

void TestTakingAway::initTestCase()
{
    makeTheme();
    found();
    openWindow();
    signInAsClerk();
    m_original.clear();
    m_file = make("名簿.pdf", "3B", true);
    QCOMPARE(base::toDisplay(m_file.filename()), QStringLiteral("【機密性3B】名簿.pdf"));
}

base::Path TestTakingAway::make(const char *name, const char *confidentiality, bool marked)
{
    {
        QPdfWriter writer(path(name));
        QPainter painter(&writer);
        painter.drawText(200, 200, QString::fromUtf8(name));
    }
    if (m_original.isEmpty())
        m_original = bytesOf(path(name));
    labelling::LabelOrder order;
    order.path = base::toPath(path(name));
    order.classes = classes(confidentiality);
    order.markHeader = order.markName = marked;
    base::NoProgress quiet;
    const auto outcome = m_office->label({order}, quiet, {}).front();
    if (outcome.error)
        qFatal("%s", qPrintable(outcome.error->message));
    return outcome.newPath;
}

void TestTakingAway::open(const base::Path &file)
{
    m_window->open({file});
    QTRY_VERIFY(button(QStringLiteral("分類の表示を外す…")));
    press(QStringLiteral("分類の表示を外す…"));
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("理由")));
}

// Beside the clerk's session, for the request that is shown.
void TestTakingAway::approve()
{
    auto *line = named<QLineEdit>(QStringLiteral("決める人のパスワード"));
    QVERIFY(line);
    line->setFocus();
    type(managerPassword);
    press(QStringLiteral("承認する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("承認しました")), 15000);
}

void TestTakingAway::theLabelStaysWithoutApproval()
{
    open(m_file);
    QVERIFY(!button(QStringLiteral("分類の表示を外す"))->isEnabled()); // no reason yet
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
    open(m_file);
    write(QStringLiteral("理由"), why);
    press(QStringLiteral("分類の表示を外す"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("申請する")), 15000);
    QTRY_VERIFY(sees(QStringLiteral("分類の表示を外せませんでした")));
    QCOMPARE(classOf(m_file), QStringLiteral("3B"));
}

void TestTakingAway::whatIsAskedForIsKnownAlready()
{
    press(QStringLiteral("申請する"));
    QTRY_VERIFY(named<QComboBox>(QStringLiteral("何をするか")));
    QCOMPARE(named<QComboBox>(QStringLiteral("何をするか"))->currentText(), QStringLiteral("分類を下げる（承認）"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("何のために"))->text(), why);
    auto *none = named<widgets::CheckLine>(QStringLiteral("分類の表示を外す（どの分類も表示しない）"));
    QVERIFY(none && none->isChecked());
    QVERIFY(!named<QComboBox>(QStringLiteral("下げた後の分類：機密性")));
    QTRY_VERIFY(button(QStringLiteral("申請する"))->isEnabled());
    press(QStringLiteral("申請する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("署名して申請しました")), 15000);
    QVERIFY(sees(QStringLiteral("分類の表示を外す")));
    approve();
}

void TestTakingAway::whenApprovedTheFileIsAsItWasBefore()
{
    open(m_file);
    QTRY_COMPARE(named<QLineEdit>(QStringLiteral("理由"))->text(), why); // what was approved stands there
    press(QStringLiteral("分類の表示を外す"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("分類の表示を外しました")), 15000);
    QVERIFY(!std::filesystem::exists(m_file));
    QCOMPARE(bytesOf(path("名簿.pdf")), m_original);
    QCOMPARE(classOf(base::toPath(path("名簿.pdf"))), QString());
}

void TestTakingAway::undoingGivesLabelAndMarksBack()
{
    press(QStringLiteral("元に戻す"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("元に戻しました")), 15000);
    QVERIFY(std::filesystem::exists(m_file)); // with the class in its name
    QCOMPARE(classOf(m_file), QStringLiteral("3B"));
    base::NoProgress quiet;
    const auto proof = m_office->reviewDesk().verify(quiet);
    QVERIFY(proof && proof->findings.empty());
}

void TestTakingAway::severalRefusedFilesAreOneRequest()
{
    const std::vector<base::Path> files{make("a.pdf", "3B", false), make("b.pdf", "3C", false), make("c.pdf", "2", false)};
    m_window->open(files);
    QTRY_VERIFY(sees(QStringLiteral("3件のファイルを分類する")));
    QTRY_VERIFY(qobject_cast<QAbstractItemView *>(QApplication::focusWidget()));
    auto *table = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    QTRY_COMPARE(m_window->findChild<classify::ManyPage *>()->table().row(2).read, true);
    table->selectAll();
    press(QStringLiteral("分類を選ぶ"));
    press(QStringLiteral("自治体機密性2"));
    press(QStringLiteral("自治体完全性2"));
    press(QStringLiteral("自治体可用性1"));
    press(QStringLiteral("次へ"));
    QTRY_VERIFY(named<QLineEdit>(QStringLiteral("理由")));
    write(QStringLiteral("理由"), QStringLiteral("氏名を除いた"));
    press(QStringLiteral("この分類にする"));
    QVERIFY(!button(QStringLiteral("申請する")));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("申請する")), 15000);
    QVERIFY(sees(QStringLiteral("1件に分類を表示しました"))); // the third kept its class
    QVERIFY(sees(QStringLiteral("1件の申請")));
    press(QStringLiteral("申請する"));
    QTRY_VERIFY(named<QComboBox>(QStringLiteral("下げた後の分類：機密性")));
    QCOMPARE(named<QComboBox>(QStringLiteral("下げた後の分類：機密性"))->currentText(), QStringLiteral("自治体機密性2"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("何のために"))->text(), QStringLiteral("氏名を除いた"));
    QTRY_COMPARE(m_window->findChild<approvals::ApprovalsPage *>()->findChild<approvals::AskedFiles *>()->files().size(), std::size_t(2));
    QTRY_VERIFY(button(QStringLiteral("申請する"))->isEnabled());
    press(QStringLiteral("申請する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("署名して申請しました")), 15000);
    approve();
}

void TestTakingAway::whenApprovedTheTableGoesOn()
{
    press(QStringLiteral("分類する"));
    QTRY_VERIFY(sees(QStringLiteral("3件のファイルを分類する")));
    press(QStringLiteral("分類を表示する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("3件に分類を表示しました")), 15000);
    QVERIFY(!button(QStringLiteral("申請する")));
    for (const char *name : {"a.pdf", "b.pdf", "c.pdf"})
        QCOMPARE(classOf(base::toPath(path(name))), QStringLiteral("2"));
}

QTEST_MAIN(TestTakingAway)
#include "tst_takingaway.moc"
