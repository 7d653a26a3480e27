// Screens: what every picture needs: a window over an office in memory, pressing and clicking, and taking the picture.
// Each function takes the pictures of one part of the window.
#pragma once

#include "app/fakeapprovals.h"
#include "app/fakeasking.h"
#include "app/fakecheck.h"
#include "app/fakedesk.h"
#include "app/fakedisposal.h"
#include "app/fakepeople.h"
#include "app/fakereview.h"
#include "app/fakesending.h"
#include "app/fakevault.h"

#include "widgets/theme.h"
#include "window/mainwindow.h"

#include <QDir>
#include <QTest>

namespace shirushi::screens {

QString text(const char *utf8);

/// The visible one of that accessible name.
template <typename Widget>
Widget *named(QWidget &window, const char *name)
{
    const auto all = window.findChildren<Widget *>();
    for (Widget *widget : all) {
        if (widget->isVisible() && widget->accessibleName() == text(name))
            return widget;
    }
    qFatal("There is nothing called %s.", name);
}

void choose(QWidget &window, const char *box, const char *id);
void write(QWidget &window, const char *line, const char *words);

class Screens
{
public:
    Screens(widgets::Theme &theme, QDir folder, QSize size, QString ending)
        : m_theme(theme), m_folder(std::move(folder)), m_size(size), m_ending(std::move(ending))
    {
    }

    void home();
    void questions();
    void kameoka();
    void labelled();
    void several();
    void doors();
    void pages();
    void failures();
    void records();
    void findings();
    void approvals();
    void asking();
    void checking();
    void sending();
    void stopping();
    void unencrypted();
    void publishing();
    void receiving();
    void vaults();
    void dispose();

private:
    std::unique_ptr<window::MainWindow> openWindow(test::FakeDesk &desk);
    std::unique_ptr<window::MainWindow> openWindow(test::FakeDesk &desk, test::FakeReview &review);
    void shoot(QWidget &window, const char *name);
    static void settle(int milliseconds = 120) { QTest::qWait(milliseconds); }
    static void press(QWidget &window, const char *keys);
    static void click(QWidget &window, const char *name);
    static void signIn(QWidget &window);
    static void scrollDown(QWidget &window);

    widgets::Theme &m_theme;
    QDir m_folder;
    QSize m_size;
    QString m_ending;
    // Of the window that has none of its own.
    std::unique_ptr<test::FakeReview> m_review;
    std::unique_ptr<test::FakeApprovals> m_approvals;
    std::unique_ptr<test::FakeAsking> m_asking;
    std::unique_ptr<test::FakeCheck> m_check;
    std::unique_ptr<test::FakeSending> m_sending;
    std::unique_ptr<test::FakeVault> m_vaults;
    std::unique_ptr<test::FakeDisposal> m_disposals;
};

} // namespace shirushi::screens
