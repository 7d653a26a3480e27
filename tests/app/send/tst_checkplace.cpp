// 送れるか確認: how it is reached and left, what it keeps, and that it fits small windows and screen readers.
#include "app/send/checkbench.h"

#include "window/checkplace.h"

#include <QDropEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QProcess>
#include <QScrollArea>
#include <QSignalSpy>
#include <QUrl>

using namespace shirushi;
using test::text;

class TestCheckPlace : public QObject, private test::CheckBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTheme(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void theDoorLeadsThereAndBack();
    void rulesAndRoleAreAskedOnce();
    void nothingIsKeptUnlessAskedFor();
    void theDomainOnTheLabelCounts();
    void aDropBeginsAnew();
    void aNarrowWindowClipsNothing();
    void everythingHasAName();
};

void TestCheckPlace::theDoorLeadsThereAndBack()
{
    openWindow();
    QVERIFY(sees("どのように使い始めますか") || button(text("送れるか確認する")));
    type("4");
    QTRY_VERIFY(button(text("亀岡市")));
    type("B"); // nothing is known yet: back to the first page
    QTRY_VERIFY(button(text("送れるか確認する")));
    press(text("送れるか確認する"));
    press(text("亀岡市"));
    press(text("職員等"));
    press(text("はじめの画面へ戻る"));
    QTRY_VERIFY(button(text("送れるか確認する")));
    QVERIFY(!m_office->isSetUp() && !QFileInfo::exists(m_folder->filePath(QStringLiteral("data"))));

    setUpOffice();
    openWindow();
    QVERIFY(button(text("開く")));
    press(text("送れるか確認する"));
    QTRY_VERIFY(sees("あなたの立場はどれですか")); // the office's own rules
    QVERIFY(sees("亀岡市情報セキュリティ対策基準規程"));
    QVERIFY(!m_office->who());
}

void TestCheckPlace::rulesAndRoleAreAskedOnce()
{
    ask(text("亀岡市"), text("議員"));
    const QDir config(m_folder->filePath(QStringLiteral("config")));
    QCOMPARE(config.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{text("shirushi-check.json")});
    QFile kept(config.filePath(QStringLiteral("shirushi-check.json")));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(kept.readAll()).object();
    QCOMPARE(json, (QJsonObject{{text("version"), 1}, {text("policy"), text("kameoka")}, {text("role"), text("councillor")}}));

    openWindow();
    m_window->check({});
    QTRY_VERIFY(sees("あなたの立場：議員"));
    press(text("規程や立場を変える"));
    QTRY_VERIFY(button(text("豊前市議会")));
    key(Qt::Key_Escape);
    QTRY_VERIFY(sees("あなたの立場：議員"));
    press(text("規程や立場を変える"));
    press(text("豊前市議会"));
    press(text("議員"));
    QTRY_VERIFY(sees("豊前市議会情報セキュリティポリシー"));
    pickClass({text("自治体機密性1"), text("自治体完全性1"), text("自治体可用性1")});
    type("11");
    QTRY_VERIFY(answers("送信できます。"));
    choose(text("あなたの立場"), text("職員"));
    QVERIFY(sees("適用範囲の外です"));
    key(Qt::Key_Escape);
    QTRY_VERIFY(sees("あなたの立場：職員"));
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("data"))));
}

void TestCheckPlace::nothingIsKeptUnlessAskedFor()
{
    setUpOffice();
    const base::Path path = base::toPath(file("事業計画.txt", "a plan\n"));
    labelling::LabelOrder order;
    order.path = path;
    order.classes = {{text("importance"), text("II")}};
    base::NoProgress quiet;
    QVERIFY(!m_office->label({order}, quiet, {}).front().error);
    openWindow();
    type("correct horse");
    key(Qt::Key_Return);
    QTRY_VERIFY(m_office->who() && button(text("送れるか確認")));
    const auto entries = [this] {
        std::vector<ledger::Entry> all;
        m_office->withOpen([&](window::OpenOffice *open) {
            if (auto list = open->ledger.list({}))
                all = std::move(*list);
        });
        return all;
    };
    const std::size_t before = entries().size();
    press(text("送れるか確認"));
    QTRY_VERIFY(sees("あなたの立場：職員等"));
    QVERIFY(!button(text("規程や立場を変える"))); // the office's rules, and the person's role
    m_window->check({path});
    QTRY_VERIFY(sees("だれに送りますか"));
    type("3");
    type("1");
    QTRY_VERIFY(answers("条件を満たせば送信できます。"));
    QVERIFY(!box(text("あなたの立場"))->isEnabled());
    QCOMPARE(entries().size(), before);

    press(text("この結果を記録に残す"));
    QTRY_VERIFY(sees("記録しました"));
    const auto after = entries();
    QCOMPARE(after.size(), before + 1);
    const ledger::EntryDraft &draft = after.back().draft;
    QCOMPARE(draft.kind, text("send-check"));
    QVERIFY(draft.file.endsWith(text("事業計画.txt")));
    QVERIFY(!draft.contentHash.isEmpty());
    QCOMPARE(draft.details.value(text("files")).toArray(), QJsonArray{text("事業計画.txt")});
    const QJsonObject answer = draft.details.value(text("answer")).toObject();
    QCOMPARE(answer.value(text("verdict")).toString(), text("permitted-with-obligations"));
    QCOMPARE(answer.value(text("to")).toString(), text("contractor"));
    QVERIFY(!answer.value(text("obligations")).toArray().isEmpty());

    QSignalSpy wanted(m_window->findChild<window::CheckPlace *>(), &window::CheckPlace::sendWanted);
    press(text("送る準備へ"));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().at(0).value<std::vector<base::Path>>(), std::vector<base::Path>{path});
    QCOMPARE(wanted.front().at(1).toString(), text("contractor"));
    QCOMPARE(wanted.front().at(2).toString(), text("mail"));
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("config/shirushi-check.json"))));

    // The order begins with it.
    QTRY_VERIFY(sees("規程の答え"));

    // Whoever comes next sees nothing of it.
    m_window->lock();
    QTRY_VERIFY(!m_office->who());
    type("correct horse");
    key(Qt::Key_Return);
    QTRY_VERIFY(m_office->who() && button(text("送れるか確認")));
    press(text("送れるか確認"));
    QTRY_VERIFY(button(text("ファイルを使わずに分類を選ぶ")));
}

// The same answer here and on the command line: what the label says of its network domain is a fact.
void TestCheckPlace::theDomainOnTheLabelCounts()
{
    setUpOffice("kita");
    const auto labelled = [this](const char *name, const QString &domain) {
        labelling::LabelOrder order;
        order.path = base::toPath(file(name, "a notice\n"));
        order.classes = {{text("confidentiality"), text("1")}, {text("integrity"), text("1")}, {text("availability"), text("1")}};
        order.domain = domain;
        base::NoProgress quiet;
        const auto done = m_office->label({order}, quiet, {});
        return done.front().error ? base::Path() : order.path;
    };
    const base::Path within = labelled("庁内.txt", text("lgwan"));
    const base::Path none = labelled("案内.txt", {});
    QVERIFY(!within.empty() && !none.empty());
    const auto commandLine = [this](const base::Path &path) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(text("SHIRUSHI_DATA"), m_folder->filePath(text("data")));
        process.setProcessEnvironment(environment);
        process.start(text(SHIRUSHI_CLI), {text("check"), text("send"), text("--to"), text("contractor"), text("--channel"), text("mail"), text("--json"), base::toDisplay(path)});
        if (!process.waitForFinished(60'000))
            return std::pair(-1, QByteArray());
        return std::pair(process.exitCode(), process.readAllStandardOutput());
    };
    openWindow();
    type("correct horse");
    key(Qt::Key_Return);
    QTRY_VERIFY(m_office->who() && button(text("送れるか確認")));
    press(text("送れるか確認"));
    for (const base::Path &path : {within, none}) {
        const bool crosses = path == within;
        const auto [code, answer] = commandLine(path);
        QCOMPARE(code, crosses ? 5 : 0);
        QCOMPARE(answer.contains("sanitise"), crosses);
        m_window->check({path});
        QTRY_VERIFY(sees("だれに送りますか"));
        type("3");
        type("1");
        QTRY_VERIFY(answers(crosses ? "条件を満たせば送信できます。" : "送信できます。"));
        QCOMPARE(sees("無害化"), crosses);
    }
}

void TestCheckPlace::aDropBeginsAnew()
{
    const QString memo = file("memo.txt", "a memo\n");
    ask(text("亀岡市"), text("職員等"));
    pickClass({text("重要性分類Ⅲ")});
    type("31");
    QTRY_VERIFY(answers("送信できます。"));
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(memo)});
    QWidget *target = page();
    QDragEnterEvent enter(target->rect().center(), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(target->rect().center(), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    QTRY_VERIFY(sees("memo.txt") && sees("分類の表示がありません"));
}

void TestCheckPlace::aNarrowWindowClipsNothing()
{
    setUpOffice();
    m_office->lock();
    openWindow({640, 480});
    type("correct horse");
    key(Qt::Key_Return);
    QTRY_VERIFY(m_office->who() && button(text("送れるか確認")));
    const auto fits = [this] {
        if (m_window->size() != QSize(640, 480))
            return false;
        const auto areas = page()->findChildren<QScrollArea *>();
        for (const QScrollArea *area : areas) {
            if (area->isVisible() && area->widget()->width() > area->viewport()->width()) {
                qWarning("%d in %d", area->widget()->width(), area->viewport()->width());
                return false;
            }
        }
        const auto buttons = page()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *one : buttons) {
            const int right = one->mapTo(m_window.get(), QPoint(one->width(), 0)).x();
            if (one->isVisible() && (right > 640 || one->width() < one->minimumSizeHint().width())) {
                qWarning("%s: %d of %d", qPrintable(one->accessibleName()), one->width(), one->minimumSizeHint().width());
                return false;
            }
        }
        return true;
    };
    press(text("送れるか確認"));
    QTRY_VERIFY(button(text("ファイルを使わずに分類を選ぶ")));
    QTRY_VERIFY(fits());
    const base::Path path = base::toPath(file("募集.txt", "x\n"));
    m_window->check({path});
    QTRY_VERIFY(button(text("分類を直接選ぶ")));
    press(text("分類を直接選ぶ"));
    press(text("重要性分類Ⅱ"));
    key(Qt::Key_Return);
    QTRY_VERIFY(sees("だれに送りますか"));
    QTRY_VERIFY(fits());
    type("3");
    QTRY_VERIFY(fits());
    type("1");
    QTRY_VERIFY(answers("条件を満たせば送信できます。"));
    QTRY_VERIFY(button(text("送る準備へ")) && fits());
}

void TestCheckPlace::everythingHasAName()
{
    const auto nameless = [this] {
        const auto widgets = m_window->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool reachable = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
            if (reachable && widget->accessibleName().isEmpty() && !qobject_cast<const QScrollArea *>(widget))
                return QString::fromLatin1(widget->metaObject()->className());
        }
        return QString();
    };
    openWindow();
    m_window->check({});
    QTRY_VERIFY(button(text("亀岡市")));
    QCOMPARE(nameless(), QString());
    press(text("亀岡市"));
    press(text("職員等"));
    QCOMPARE(nameless(), QString());
    pickClass({text("重要性分類Ⅱ")});
    QCOMPARE(nameless(), QString());
    type("31");
    QTRY_VERIFY(answers("条件を満たせば送信できます。"));
    QCOMPARE(nameless(), QString());
}

QTEST_MAIN(TestCheckPlace)
#include "tst_checkplace.moc"
