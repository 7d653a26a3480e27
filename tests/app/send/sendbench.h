// SendBench: the window over a fake office with 亀岡's rules, with what the tests of sending do to it.
#pragma once

#include "app/window/windowbench.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QMap>
#include <QMimeData>
#include <QScrollArea>
#include <QUrl>

#include <algorithm>

namespace shirushi::test {

/// Takes the folders that the window wants the desktop to open.
class OpenedFolders : public QObject
{
    Q_OBJECT
public:
    OpenedFolders() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take"); }
    ~OpenedFolders() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    const QList<QUrl> &urls() const { return m_urls; }

public Q_SLOTS:
    void take(const QUrl &url) { m_urls += url; }

private:
    QList<QUrl> m_urls;
};

/// Access keys that two visible buttons share, with the names of both.
inline QStringList doubledAccessKeys(const QWidget &window)
{
    QMap<QString, QString> first;
    QStringList doubled;
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        const QString key = QKeySequence::mnemonic(button->text()).toString();
        if (!button->isVisible() || key.isEmpty())
            continue;
        if (first.contains(key))
            doubled += QStringLiteral("%1: %2, %3").arg(key, first[key], button->text());
        first.insert(key, button->text());
    }
    return doubled;
}

/// What makes a page wider than there is room for, though it only scrolls downwards.
inline QStringList cutOff(const QWidget &window)
{
    QStringList wide;
    const auto areas = window.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas) {
        const int room = area->viewport()->width();
        if (!area->isVisible() || !area->widget() || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff || area->widget()->width() <= room)
            continue;
        wide += QStringLiteral("%1, %2 for %3").arg(area->widget()->objectName()).arg(area->widget()->width()).arg(room);
        // The innermost that want so much.
        const auto inner = area->widget()->findChildren<QWidget *>();
        const auto least = [](const QWidget *widget) { return std::max(widget->minimumWidth(), widget->minimumSizeHint().width()); };
        for (const QWidget *widget : inner) {
            const auto below = widget->findChildren<QWidget *>();
            const int left = widget->mapTo(area->widget(), QPoint()).x();
            const bool isInnermost = std::none_of(below.begin(), below.end(), [&](const QWidget *one) {
                return one->isVisible() && one->mapTo(area->widget(), QPoint()).x() + least(one) > room - 32;
            });
            if (widget->isVisible() && left + least(widget) > room - 32 && isInnermost)
                wide += QStringLiteral("%1 “%2” %3 at %4").arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName()).arg(least(widget)).arg(left);
        }
    }
    return wide;
}

class SendBench : protected WindowBench
{
protected:
    template <typename Widget>
    Widget *named(const QString &name) const
    {
        const auto all = m_window->findChildren<Widget *>();
        for (Widget *widget : all) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    void openPage(const QString &title)
    {
        makeDesk(QStringLiteral("kameoka"));
        m_asking->labels = {{base::Path("/tmp/plan.csv"), {{QStringLiteral("importance"), QStringLiteral("II")}}},
                            {base::Path("/tmp/secret.csv"), {{QStringLiteral("importance"), QStringLiteral("I")}}},
                            {base::Path("/tmp/open.pdf"), {{QStringLiteral("importance"), QStringLiteral("III")}}}};
        signIn();
        press(title);
    }
    void choose(const QString &box, const QString &item)
    {
        auto *choice = named<QComboBox>(box);
        QVERIFY2(choice, qPrintable(box));
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Home);
        for (int i = 0; i < choice->count() && choice->currentText() != item; ++i)
            QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentText(), item);
    }
    // As an input method gives it.
    void write(const QString &line, const QString &text)
    {
        QTRY_VERIFY2(named<QLineEdit>(line), qPrintable(line)); // a new line is shown by the next turn of the loop
        auto *edit = named<QLineEdit>(line);
        edit->setFocus();
        edit->selectAll();
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(edit, &event);
    }
    void dropOn(QWidget *page, const std::vector<base::Path> &files)
    {
        QVERIFY(page && page->isVisible());
        QMimeData mime;
        QList<QUrl> urls;
        for (const base::Path &file : files)
            urls += QUrl::fromLocalFile(base::toDisplay(file));
        mime.setUrls(urls);
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &event);
    }
    // Everything that a second look is wanted at.
    void tickLooks()
    {
        const auto lines = m_window->findChildren<QAbstractButton *>();
        for (QAbstractButton *line : lines) {
            if (line->isVisible() && !line->isChecked() && line->accessibleName() == QStringLiteral("もう一度確かめました"))
                QTest::mouseClick(line, Qt::LeftButton);
        }
    }
    bool canPress(const QString &name) const
    {
        const QAbstractButton *found = button(name);
        return found && found->isEnabled();
    }
};

} // namespace shirushi::test
