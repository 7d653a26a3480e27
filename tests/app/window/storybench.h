// StoryBench: a window over a real data folder, in which a manager may approve what a clerk wants: lowering a class is
// nobody's own to do under these rules. What people do to it is done by mouse and keys.
#pragma once

#include "app/window/founding.h"
#include "app/window/windowbench.h"

#include "window/officedesk.h"

#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTemporaryDir>

namespace shirushi::test {

class StoryBench : protected WindowBench
{
protected:
    /// With the rules above.
    void found();
    void found(const Founding &founding) { foundOffice(m_folder.filePath(QStringLiteral("data")), founding); }
    /// Over what found() made.
    void openWindow();
    /// Over another data folder's.
    void openWindow(window::OfficeDesk &desk);
    void signIn(const QString &name, const QString &password);
    void signInAsClerk() { signIn(QStringLiteral("山田 太郎（yamada）"), clerkPassword); }
    void signInAsManager() { signIn(QStringLiteral("佐藤 花子（sato）"), managerPassword); }
    /// As an input method gives it.
    void write(const QString &line, const QString &text);
    void choose(const QString &box, const QString &item);
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
    void closeEverything()
    {
        m_window.reset();
        m_office.reset();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<window::OfficeDesk> m_office;

private:
    static QByteArray ownRules();
};

// The rules of 北区, with an approver for lowering a class.
inline QByteArray StoryBench::ownRules()
{
    QFile file(QStringLiteral(SHIRUSHI_SOURCE_DIR "/resources/policies/kita.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no rules");
    QJsonObject pack = QJsonDocument::fromJson(file.readAll()).object();
    pack.insert(QStringLiteral("id"), QStringLiteral("story"));
    const QJsonObject citation{{QStringLiteral("article"), QStringLiteral("第九条")},
                               {QStringLiteral("quote"), QStringLiteral("分類を下げるときは、情報セキュリティ管理者の承認を得るものとする。")}};
    const QJsonObject obligation{{QStringLiteral("id"), QStringLiteral("approval")},
                                 {QStringLiteral("text"), QJsonObject{{QStringLiteral("ja"), QStringLiteral("承認を得る")}}},
                                 {QStringLiteral("approver"), QStringLiteral("security-manager")},
                                 {QStringLiteral("word"), QJsonObject{{QStringLiteral("ja"), QStringLiteral("承認")}}},
                                 {QStringLiteral("citation"), citation}};
    QJsonArray rules = pack.value(QStringLiteral("rules")).toArray();
    rules.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("lower-approval")},
                             {QStringLiteral("when"), QJsonObject{{QStringLiteral("actions"), QJsonArray{QStringLiteral("lower")}}}},
                             {QStringLiteral("ruling"), QStringLiteral("permitted-with-obligations")},
                             {QStringLiteral("obligations"), QJsonArray{obligation}},
                             {QStringLiteral("citation"), citation}});
    pack.insert(QStringLiteral("rules"), rules);
    return QJsonDocument(pack).toJson();
}

inline void StoryBench::found()
{
    QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("data/policies"))));
    QFile rules(m_folder.filePath(QStringLiteral("data/policies/story.json")));
    QVERIFY(rules.open(QIODevice::WriteOnly) && rules.write(ownRules()) > 0);
    rules.close();
    found({QStringLiteral("story"), QStringLiteral("security-manager"), QStringLiteral("税務課")});
}

inline void StoryBench::openWindow()
{
    m_office = std::make_unique<window::OfficeDesk>(people::Office(base::toPath(m_folder.filePath(QStringLiteral("data")))));
    openWindow(*m_office);
}

inline void StoryBench::openWindow(window::OfficeDesk &desk)
{
    m_window = std::make_unique<window::MainWindow>(
        *m_theme, window::Desks{desk, desk, desk.reviewDesk(), desk.approvalDesk(), desk.askingDesk(), desk.checkDesk(), desk.sendDesk(), desk.vaultDesk(), desk.disposeDesk()});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

inline void StoryBench::choose(const QString &box, const QString &item)
{
    QTRY_VERIFY2(named<QComboBox>(box), qPrintable(box));
    auto *choice = named<QComboBox>(box);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Home);
    for (int i = 0; i < choice->count() && choice->currentText() != item; ++i)
        QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(choice->currentText(), item);
}

inline void StoryBench::signIn(const QString &name, const QString &password)
{
    choose(QStringLiteral("氏名"), name);
    auto *line = named<QLineEdit>(QStringLiteral("パスワード"));
    QVERIFY(line);
    line->setFocus();
    type(password);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("ファイルを選ぶ")), 15000);
}

inline void StoryBench::write(const QString &line, const QString &text)
{
    auto *edit = named<QLineEdit>(line);
    QVERIFY2(edit, qPrintable(line));
    QTest::mouseClick(edit, Qt::LeftButton);
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(edit, &event);
    QCOMPARE(edit->text(), text);
}

} // namespace shirushi::test
