// WindowBench: a window over a fake desk, with what the window's tests do to it and see of it.
#pragma once

#include "app/fakeapprovals.h"
#include "app/fakeasking.h"
#include "app/fakecheck.h"
#include "app/fakedesk.h"
#include "app/fakedisposal.h"
#include "app/fakereview.h"
#include "app/fakesending.h"
#include "app/fakevault.h"

#include "language/language.h"
#include "widgets/answerbutton.h"
#include "widgets/focusring.h"
#include "window/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace shirushi::test {

class WindowBench
{
protected:
    void makeTheme();
    void makeDesk(const QString &policy = QStringLiteral("mic-model"));
    void signIn();
    void takeAway();
    QAbstractButton *button(const QString &name) const;
    QString shown() const;
    void press(const QString &name);
    /// In the rail, whatever number stands beside it.
    void go(const QString &title);
    void type(const QString &keys);
    void openFile(const base::Path &path);
    /// Presses a button that opens a file dialogue, and names `file` in it.
    void pressAndName(const QString &name, const QString &file);
    void makeWindow();
    bool sees(const QString &text) const { return shown().contains(text); }

    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<widgets::FocusRing> m_ring;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<test::FakeReview> m_review;
    std::unique_ptr<test::FakeApprovals> m_approvals;
    std::unique_ptr<test::FakeAsking> m_asking;
    std::unique_ptr<test::FakeCheck> m_check;
    std::unique_ptr<test::FakeSending> m_sending;
    std::unique_ptr<test::FakeVault> m_vaults;
    std::unique_ptr<test::FakeDisposal> m_disposals;
    std::unique_ptr<window::MainWindow> m_window;
};

inline void WindowBench::makeTheme()
{
    qputenv("LC_ALL", "C");
    language::install(*qApp);
    m_theme = std::make_unique<widgets::Theme>(*qApp);
    m_ring = std::make_unique<widgets::FocusRing>(*m_theme);
}

inline void WindowBench::makeDesk(const QString &policy)
{
    m_desk = std::make_unique<test::FakeDesk>(policy);
    m_review = std::make_unique<test::FakeReview>(policy);
    m_approvals = std::make_unique<test::FakeApprovals>(policy);
    m_asking = std::make_unique<test::FakeAsking>(policy, *m_approvals);
    m_check = std::make_unique<test::FakeCheck>(*m_desk);
    m_sending = std::make_unique<test::FakeSending>(policy);
    m_vaults = std::make_unique<test::FakeVault>(policy);
    m_disposals = std::make_unique<test::FakeDisposal>(policy);
    makeWindow();
}

inline void WindowBench::signIn()
{
    type(m_desk->rightPassword);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(button(QStringLiteral("ファイルを選ぶ")));
}

inline void WindowBench::takeAway()
{
    m_window.reset();
    m_check.reset();
    m_desk.reset();
    m_review.reset();
    m_sending.reset();
    m_vaults.reset();
    m_disposals.reset();
    m_asking.reset();
    m_approvals.reset();
}

inline void WindowBench::makeWindow()
{
    m_window = std::make_unique<window::MainWindow>(*m_theme, window::Desks{*m_desk, *m_desk, *m_review, *m_approvals, *m_asking, *m_check, *m_sending, *m_vaults, *m_disposals});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

inline QAbstractButton *WindowBench::button(const QString &name) const
{
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    for (QAbstractButton *found : buttons) {
        if (found->isVisible() && found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

inline QString WindowBench::shown() const
{
    QStringList texts;
    const auto labels = m_window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

inline void WindowBench::press(const QString &name)
{
    QAbstractButton *found = button(name);
    QVERIFY2(found, qPrintable(name));
    QVERIFY2(found->isEnabled(), qPrintable(name));
    QTest::mouseClick(found, Qt::LeftButton);
}

inline void WindowBench::go(const QString &title)
{
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    const auto found = std::ranges::find_if(buttons, [&](const QAbstractButton *one) {
        return one->isVisible() && (one->accessibleName() == title || one->accessibleName().startsWith(title + QStringLiteral("、")));
    });
    QVERIFY2(found != buttons.end(), qPrintable(title));
    QTest::mouseClick(*found, Qt::LeftButton);
}

inline void WindowBench::type(const QString &keys)
{
    for (const QChar key : keys) {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key.toLatin1());
        QTest::qWait(1);
    }
}

inline void WindowBench::pressAndName(const QString &name, const QString &file)
{
    QTimer answer;
    answer.setInterval(50);
    QObject::connect(&answer, &QTimer::timeout, m_window.get(), [&] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        auto *line = dialog ? dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")) : nullptr;
        if (!line)
            return;
        if (line->text() != file) {
            line->selectAll();
            QTest::keyClicks(line, file);
        } else {
            QTest::keyClick(line, Qt::Key_Return); // the first one may only close the list of proposals
        }
    });
    answer.start();
    press(name);
}

inline void WindowBench::openFile(const base::Path &path)
{
    m_window->open({path});
    // Other pages have answers too; theirs are not shown.
    const auto asks = [this] {
        return std::ranges::any_of(m_window->findChildren<widgets::AnswerButton *>(), &QWidget::isVisible);
    };
    QTRY_VERIFY(asks() || sees(QStringLiteral("分類の表示があります")));
}

} // namespace shirushi::test
