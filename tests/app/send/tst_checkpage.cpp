// 送れるか確認 by keyboard and mouse alone, over the real rooms: without an office, and signed in.
#include "language/language.h"
#include "send/checkpage.h"
#include "send/verdictband.h"
#include "widgets/answerbutton.h"
#include "widgets/focusring.h"
#include "widgets/levelbutton.h"
#include "window/mainwindow.h"
#include "window/officedesk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QDropEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace shirushi;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestCheckPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void kameokaOneIsNeverMailed();
    void aProvisoIsStatedAtOnce();
    void kameokaTwoHasConditions();
    void aCouncillorSendsNothingDelicateOutside();
    void whoStandsOutsideTheScopeIsToldFirst();
    void anUnlabelledFileIsClassifiedInMemory();
    void whatCannotBeReadIsSaid();
    void theDoorLeadsThereAndBack();
    void rulesAndRoleAreAskedOnce();
    void nothingIsKeptUnlessAskedFor();
    void aDropBeginsAnew();
    void aNarrowWindowClipsNothing();
    void everythingHasAName();

private:
    void openWindow(QSize size = {1180, 760});
    void ask(const QString &rules, const QString &role);
    void pickClass(const QStringList &levels);
    QWidget *page() const { return m_window->findChild<send::CheckPage *>(); }
    QAbstractButton *button(const QString &name) const;
    QComboBox *box(const QString &name) const;
    QString shown() const;
    bool sees(const char *words) const { return shown().contains(text(words)); }
    bool answers(const char *sentence) const;
    void press(const QString &name);
    void key(int key) { QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key)); }
    void type(const char *keys);
    void choose(const QString &name, const QString &item);
    void setUpOffice();
    QString file(const char *name, const QByteArray &content) const;
    QByteArray everythingThere() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<widgets::FocusRing> m_ring;
    std::unique_ptr<window::OfficeDesk> m_office;
    std::unique_ptr<window::MainWindow> m_window;
};

void TestCheckPage::initTestCase()
{
    qputenv("LC_ALL", "C");
    language::install(*qApp);
    m_theme = std::make_unique<widgets::Theme>(*qApp);
    m_ring = std::make_unique<widgets::FocusRing>(*m_theme);
}

void TestCheckPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toLocal8Bit());
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("papers")));
    m_office = std::make_unique<window::OfficeDesk>(people::Office(base::toPath(m_folder->filePath(QStringLiteral("data")))));
}

void TestCheckPage::cleanup()
{
    m_window.reset();
    m_office.reset();
    m_folder.reset();
}

void TestCheckPage::openWindow(QSize size)
{
    m_window = std::make_unique<window::MainWindow>(
        *m_theme, window::Desks{*m_office, *m_office, m_office->reviewDesk(), m_office->approvalDesk(), m_office->askingDesk(),
                                m_office->checkDesk(), m_office->sendDesk()});
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QAbstractButton *TestCheckPage::button(const QString &name) const
{
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    for (QAbstractButton *found : buttons) {
        if (found->isVisible() && (found->accessibleName() == name || found->text() == name))
            return found;
    }
    return nullptr;
}

QComboBox *TestCheckPage::box(const QString &name) const
{
    const auto boxes = m_window->findChildren<QComboBox *>();
    for (QComboBox *found : boxes) {
        if (found->isVisible() && found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

QString TestCheckPage::shown() const
{
    QStringList texts;
    const auto labels = m_window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

// The band says it, and nothing else does.
bool TestCheckPage::answers(const char *sentence) const
{
    const auto *band = m_window->findChild<send::VerdictBand *>();
    return band && band->isVisible() && band->accessibleName() == text(sentence);
}

void TestCheckPage::press(const QString &name)
{
    QTRY_VERIFY2(button(name) && button(name)->isEnabled(), qPrintable(name));
    QAbstractButton *found = button(name);
    QTRY_VERIFY(found->width() > 0 && found->height() > 0);
    QTest::mouseClick(found, Qt::LeftButton);
}

void TestCheckPage::type(const char *keys)
{
    for (const char *one = keys; *one; ++one) {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), *one);
    }
}

// With the arrow keys, as a screen reader's user does.
void TestCheckPage::choose(const QString &name, const QString &item)
{
    QComboBox *found = box(name);
    QVERIFY2(found, qPrintable(name));
    const int wanted = found->findText(item);
    QVERIFY2(wanted >= 0, qPrintable(item));
    found->setFocus();
    while (found->currentIndex() != wanted)
        QTest::keyClick(found, found->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
}

// From `--check` without any office to the place for files.
void TestCheckPage::ask(const QString &rules, const QString &role)
{
    openWindow();
    m_window->check({});
    press(rules);
    QTRY_VERIFY(sees("あなたの立場はどれですか"));
    press(role);
    QTRY_VERIFY(button(text("ファイルを使わずに分類を選ぶ")));
}

void TestCheckPage::pickClass(const QStringList &levels)
{
    press(text("ファイルを使わずに分類を選ぶ"));
    for (const QString &level : levels)
        press(level);
    key(Qt::Key_Return);
    QTRY_VERIFY(sees("だれに送りますか"));
}

QString TestCheckPage::file(const char *name, const QByteArray &content) const
{
    QFile made(m_folder->filePath(QStringLiteral("papers/") + text(name)));
    if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
        qFatal("A file could not be made.");
    return made.fileName();
}

// Names, times and bytes of what lies among the papers.
QByteArray TestCheckPage::everythingThere() const
{
    QByteArray all;
    QDirIterator entries(m_folder->filePath(QStringLiteral("papers")), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile entry(entries.next());
        const QFileInfo about(entry);
        all += about.filePath().toUtf8() + about.lastModified().toString(Qt::ISODateWithMs).toUtf8();
        if (entry.open(QIODevice::ReadOnly))
            all += entry.readAll();
    }
    return all;
}

void TestCheckPage::setUpOffice()
{
    const QByteArray password("correct horse");
    const auto secret = [&] { return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(password.data()), static_cast<std::size_t>(password.size()))); };
    const auto begun = m_office->setUp({text("kameoka"), text("yamada"), text("山田 太郎"), text("staff"), secret()});
    QVERIFY2(begun, begun ? "" : qPrintable(begun.error().message));
}

void TestCheckPage::kameokaOneIsNeverMailed()
{
    ask(text("亀岡市"), text("職員等"));
    pickClass({text("重要性分類Ⅰ")});
    type("1"); // inside the city: the ban holds there too
    QTRY_VERIFY(sees("どうやって送りますか"));
    type("1");
    QTRY_VERIFY(answers("送信できません。"));
    QVERIFY(sees("第9条第1項"));
    QVERIFY(sees("重要性分類Ⅰに該当する電子情報は、電子メール等により送信してはならない。"));
    QVERIFY(sees("情報管理者"));
    QVERIFY(!button(text("送る準備へ")) && !button(text("この結果を記録に残す")));
    QCOMPARE(QApplication::focusWidget(), m_window->findChild<send::VerdictBand *>());
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("data"))));
}

void TestCheckPage::aProvisoIsStatedAtOnce()
{
    ask(text("亀岡市"), text("職員等"));
    pickClass({text("重要性分類Ⅰ")});
    type("22"); // another municipality, LGWAN
    QTRY_VERIFY(answers("送信できません。"));
    press(text("他に合理的な方法がない"));
    QVERIFY(answers("送信できません。"));
    QVERIFY(sees("第8条第1項"));
    QAbstractButton *basis = button(text("法令又は条例の規定に基づく（根拠となる条を示す）"));
    QVERIFY(basis);
    basis->setFocus();
    key(Qt::Key_Space);
    QVERIFY(answers("条件を満たせば送信できます。"));
    QVERIFY(sees("第9条第1項ただし書"));
    QCOMPARE(QApplication::focusWidget(), basis); // what was ticked keeps the focus
    key(Qt::Key_Space);
    QVERIFY(answers("送信できません。"));
    choose(text("手段"), text("電子メール（インターネット）"));
    QVERIFY(answers("送信できません。"));
    QVERIFY(button(text("他に合理的な方法がない"))->isChecked());
}

void TestCheckPage::kameokaTwoHasConditions()
{
    ask(text("亀岡市"), text("職員等"));
    pickClass({text("重要性分類Ⅱ")});
    type("31");
    QTRY_VERIFY(answers("条件を満たせば送信できます。"));
    for (const char *words : {"情報資産管理責任者の承認を得る", "暗号化する", "パスワードを設定する", "第9条第2項", "第9条第3項",
                              "情報資産管理責任者の承認を得た上で、暗号化及びパスワード設定を行わなければならない。", "どの場合にも守ること"})
        QVERIFY2(sees(words), words);
    choose(text("手段"), text("郵送"));
    QVERIFY(answers("条件を満たせば提供できます。"));
    choose(text("手段"), text("SNS"));
    QVERIFY(answers("公表できません。"));
}

void TestCheckPage::aCouncillorSendsNothingDelicateOutside()
{
    ask(text("豊前市議会"), text("議員"));
    pickClass({text("自治体機密性2"), text("自治体完全性1"), text("自治体可用性1")});
    type("41"); // a resident, by mail
    QTRY_VERIFY(answers("送信できません。"));
    QVERIFY(sees("第2章2(2)⑨(ア)"));
    QVERIFY(sees("議員は、自治体機密性2以上の情報資産を外部に提供してはならない。"));
    choose(text("相手"), text("庁内"));
    QVERIFY(answers("条件を満たせば送信できます。"));
}

void TestCheckPage::whoStandsOutsideTheScopeIsToldFirst()
{
    ask(text("豊前市議会"), text("職員"));
    pickClass({text("自治体機密性2"), text("自治体完全性1"), text("自治体可用性1")});
    type("31");
    QTRY_VERIFY(answers("条件を満たせば送信できます。"));
    QVERIFY(sees("適用範囲の外です"));
    QVERIFY(sees("第1章3"));
    QVERIFY(sees("この答えは案です"));
    const auto labels = m_window->findChildren<QLabel *>();
    const auto *band = m_window->findChild<send::VerdictBand *>();
    const auto heightOf = [&](const QWidget *widget) { return widget->mapTo(m_window.get(), QPoint()).y(); };
    const auto scope = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(text("適用範囲の外です"));
    });
    QVERIFY(scope != labels.end());
    QTRY_VERIFY(heightOf(*scope) < heightOf(band));
}

void TestCheckPage::anUnlabelledFileIsClassifiedInMemory()
{
    const QString memo = file("議会資料.txt", "a memo\n");
    file("other.docx", "no document\n");
    const QByteArray before = everythingThere();
    openWindow();
    m_window->check({base::toPath(memo)});
    press(text("豊前市議会"));
    QTRY_VERIFY(sees("あなたの立場はどれですか"));
    type("2"); // 議員
    QTRY_VERIFY(sees("どこから来ましたか"));
    QVERIFY(sees("議会資料.txt"));
    type("1N"); // own work, not public
    QVERIFY(button(text("分類を直接選ぶ")));
    type("B");
    QVERIFY(sees("公") && !sees("どこから来ましたか")); // the question before
    press(text("分類を直接選ぶ"));
    for (const char *level : {"自治体機密性1", "自治体完全性1", "自治体可用性1"})
        press(text(level));
    key(Qt::Key_Return);
    QTRY_VERIFY(sees("だれに送りますか"));
    type("4");
    type("1");
    QTRY_VERIFY(answers("送信できます。"));
    QVERIFY(sees("この確認のためだけに分類しました"));
    QCOMPARE(everythingThere(), before);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("data"))));
}

void TestCheckPage::whatCannotBeReadIsSaid()
{
    ask(text("亀岡市"), text("職員等"));
    m_window->check({base::toPath(m_folder->filePath(QStringLiteral("papers/ない.docx")))});
    QTRY_VERIFY(sees("ない.docxを読み取れません"));
    QVERIFY(button(text("ファイルを使わずに分類を選ぶ"))->isEnabled());
    m_window->check({base::toPath(m_folder->filePath(QStringLiteral("papers")))});
    QTRY_VERIFY(sees("ファイルがありません"));
}

void TestCheckPage::theDoorLeadsThereAndBack()
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

void TestCheckPage::rulesAndRoleAreAskedOnce()
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

void TestCheckPage::nothingIsKeptUnlessAskedFor()
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

    QSignalSpy wanted(m_window.get(), &window::MainWindow::sendWanted);
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

void TestCheckPage::aDropBeginsAnew()
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

void TestCheckPage::aNarrowWindowClipsNothing()
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

void TestCheckPage::everythingHasAName()
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

QTEST_MAIN(TestCheckPage)
#include "tst_checkpage.moc"
