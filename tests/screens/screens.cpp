// Renders every screen in Japanese to PNG, to be looked at: screens FOLDER [light|dark] [WIDTHxHEIGHT] [PART].
// For 200 % it is run with QT_SCALE_FACTOR=2; tests/screens/render runs all of them.
#include "screens/screens.h"

#include "app/send/sendbench.h"
#include "language/language.h"
#include "widgets/focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPixmap>
#include <QScrollArea>
#include <QScrollBar>

#include <map>

namespace shirushi::screens {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

void choose(QWidget &window, const char *box, const char *id)
{
    auto *choice = named<QComboBox>(window, box);
    choice->setCurrentIndex(choice->findData(text(id)));
}

void write(QWidget &window, const char *line, const char *words)
{
    named<QLineEdit>(window, line)->setText(text(words));
}

std::unique_ptr<window::MainWindow> Screens::openWindow(test::FakeDesk &desk)
{
    m_review = std::make_unique<test::FakeReview>(desk.rules()->id);
    return openWindow(desk, *m_review);
}

std::unique_ptr<window::MainWindow> Screens::openWindow(test::FakeDesk &desk, test::FakeReview &review)
{
    if (!m_approvals)
        m_approvals = std::make_unique<test::FakeApprovals>(desk.rules()->id);
    if (!m_asking)
        m_asking = std::make_unique<test::FakeAsking>(desk.rules()->id, *m_approvals);
    m_check = std::make_unique<test::FakeCheck>(desk);
    if (!m_sending)
        m_sending = std::make_unique<test::FakeSending>(desk.rules()->id);
    if (!m_vaults)
        m_vaults = std::make_unique<test::FakeVault>(desk.rules()->id);
    if (!m_disposals)
        m_disposals = std::make_unique<test::FakeDisposal>(desk.rules()->id);
    auto window = std::make_unique<window::MainWindow>(m_theme, window::Desks{desk, desk, review, *m_approvals, *m_asking, *m_check, *m_sending, *m_vaults, *m_disposals});
    window->resize(m_size);
    window->show();
    window->activateWindow();
    settle();
    return window;
}

void Screens::shoot(QWidget &window, const char *name)
{
    settle();
    if (!QApplication::focusWidget())
        qWarning("%s: nothing has the focus", name);
    for (const QString &doubled : test::doubledAccessKeys(window))
        qWarning("%s: one access key for two buttons: %s", name, qPrintable(doubled));
    for (const QString &cut : test::cutOff(window))
        qWarning("%s: wider than its place: %s", name, qPrintable(cut));
    window.grab().save(m_folder.filePath(QString::fromLatin1(name) + m_ending + QStringLiteral(".png")));
}

void Screens::press(QWidget &window, const char *keys)
{
    for (const char *key = keys; *key; ++key) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, *key);
        settle(30);
    }
}

void Screens::click(QWidget &window, const char *name)
{
    const QString wanted = text(name);
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        // In the rail, whatever number stands beside it.
        const QString title = button->accessibleName();
        if (button->isVisible() && (title == wanted || title.startsWith(wanted + text("、")))) {
            button->click();
            settle(60);
            return;
        }
    }
    qFatal("There is no button called %s.", name);
}

void Screens::scrollDown(QWidget &window)
{
    const auto areas = window.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas) {
        if (area->isVisible())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    }
    settle();
}

void Screens::signIn(QWidget &window)
{
    press(window, "correct horse");
    click(window, "開く");
    settle();
}

} // namespace shirushi::screens

using namespace shirushi;

int main(int argc, char **argv)
{
    qputenv("LANG", "ja_JP.UTF-8");
    qputenv("LC_ALL", "ja_JP.UTF-8");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        qWarning("usage: screens FOLDER [light|dark] [WIDTHxHEIGHT] [PART]");
        return 2;
    }
    language::install(application);
    widgets::Theme theme(application);
    const widgets::FocusRing ring(theme);
    const bool dark = arguments.value(2) == QStringLiteral("dark");
    theme.setLook(dark ? widgets::Look::Dark : widgets::Look::Light);
    const QStringList size = arguments.value(3, QStringLiteral("1180x760")).split(QLatin1Char('x'));
    QDir folder(arguments[1]);
    folder.mkpath(QStringLiteral("."));
    const QString ending = QStringLiteral("-%1-%2-%3").arg(dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                                         size.value(0), QString::number(qRound(application.devicePixelRatio() * 100)));
    screens::Screens taken(theme, folder, QSize(size.value(0).toInt(), size.value(1).toInt()), ending);
    using Part = void (screens::Screens::*)();
    const std::map<QString, Part> parts{
        {QStringLiteral("home"), &screens::Screens::home},         {QStringLiteral("questions"), &screens::Screens::questions},
        {QStringLiteral("kameoka"), &screens::Screens::kameoka},   {QStringLiteral("labelled"), &screens::Screens::labelled},
        {QStringLiteral("several"), &screens::Screens::several},   {QStringLiteral("doors"), &screens::Screens::doors},
        {QStringLiteral("pages"), &screens::Screens::pages},       {QStringLiteral("failures"), &screens::Screens::failures},
        {QStringLiteral("records"), &screens::Screens::records},   {QStringLiteral("findings"), &screens::Screens::findings},
        {QStringLiteral("approvals"), &screens::Screens::approvals}, {QStringLiteral("asking"), &screens::Screens::asking},
        {QStringLiteral("checking"), &screens::Screens::checking}, {QStringLiteral("sending"), &screens::Screens::sending},   {QStringLiteral("receiving"), &screens::Screens::receiving},
        {QStringLiteral("publishing"), &screens::Screens::publishing}, {QStringLiteral("stopping"), &screens::Screens::stopping},
        {QStringLiteral("vaults"), &screens::Screens::vaults},     {QStringLiteral("dispose"), &screens::Screens::dispose},
        {QStringLiteral("unencrypted"), &screens::Screens::unencrypted}};
    for (const auto &[name, part] : parts) {
        if (arguments.size() < 5 || arguments[4] == name)
            (taken.*part)();
    }
    return 0;
}
