// CheckBench: 送れるか確認 over the real rooms, by keyboard and mouse alone: without an office, and signed in. What lies
// among the papers, and the folder of the settings, are those of one test.
#pragma once

#include "language/language.h"
#include "send/checkpage.h"
#include "send/verdictband.h"
#include "widgets/focusring.h"
#include "window/mainwindow.h"
#include "window/officedesk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

namespace shirushi::test {

inline QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

class CheckBench
{
protected:
    void makeTheme();
    void begin();
    void end();
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
    void setUpOffice(const char *policy = "kameoka");
    QString file(const char *name, const QByteArray &content) const;
    QByteArray everythingThere() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<widgets::FocusRing> m_ring;
    std::unique_ptr<window::OfficeDesk> m_office;
    std::unique_ptr<window::MainWindow> m_window;
};

inline void CheckBench::makeTheme()
{
    qputenv("LC_ALL", "C");
    language::install(*qApp);
    m_theme = std::make_unique<widgets::Theme>(*qApp);
    m_ring = std::make_unique<widgets::FocusRing>(*m_theme);
}

inline void CheckBench::begin()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toLocal8Bit());
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("papers")));
    m_office = std::make_unique<window::OfficeDesk>(people::Office(base::toPath(m_folder->filePath(QStringLiteral("data")))));
}

inline void CheckBench::end()
{
    m_window.reset();
    m_office.reset();
    m_folder.reset();
}

inline void CheckBench::openWindow(QSize size)
{
    m_window = std::make_unique<window::MainWindow>(
        *m_theme, window::Desks{*m_office, *m_office, m_office->reviewDesk(), m_office->approvalDesk(), m_office->askingDesk(),
                                m_office->checkDesk(), m_office->sendDesk(), m_office->vaultDesk(), m_office->disposeDesk()});
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

inline QAbstractButton *CheckBench::button(const QString &name) const
{
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    for (QAbstractButton *found : buttons) {
        if (found->isVisible() && (found->accessibleName() == name || found->text() == name))
            return found;
    }
    return nullptr;
}

inline QComboBox *CheckBench::box(const QString &name) const
{
    const auto boxes = m_window->findChildren<QComboBox *>();
    for (QComboBox *found : boxes) {
        if (found->isVisible() && found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

inline QString CheckBench::shown() const
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
inline bool CheckBench::answers(const char *sentence) const
{
    const auto *band = m_window->findChild<send::VerdictBand *>();
    return band && band->isVisible() && band->accessibleName() == text(sentence);
}

inline void CheckBench::press(const QString &name)
{
    QTRY_VERIFY2(button(name) && button(name)->isEnabled(), qPrintable(name));
    QAbstractButton *found = button(name);
    QTRY_VERIFY(found->width() > 0 && found->height() > 0);
    QTest::mouseClick(found, Qt::LeftButton);
}

inline void CheckBench::type(const char *keys)
{
    for (const char *one = keys; *one; ++one) {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), *one);
    }
}

// With the arrow keys, as a screen reader's user does.
inline void CheckBench::choose(const QString &name, const QString &item)
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
inline void CheckBench::ask(const QString &rules, const QString &role)
{
    openWindow();
    m_window->check({});
    press(rules);
    QTRY_VERIFY(sees("あなたの立場はどれですか"));
    press(role);
    QTRY_VERIFY(button(text("ファイルを使わずに分類を選ぶ")));
}

inline void CheckBench::pickClass(const QStringList &levels)
{
    press(text("ファイルを使わずに分類を選ぶ"));
    for (const QString &level : levels)
        press(level);
    key(Qt::Key_Return);
    QTRY_VERIFY(sees("だれに送りますか"));
}

inline QString CheckBench::file(const char *name, const QByteArray &content) const
{
    QFile made(m_folder->filePath(QStringLiteral("papers/") + text(name)));
    if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
        qFatal("A file could not be made.");
    return made.fileName();
}

// Names, times and bytes of what lies among the papers.
inline QByteArray CheckBench::everythingThere() const
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

inline void CheckBench::setUpOffice(const char *policy)
{
    const QByteArray password("correct horse");
    const auto secret = [&] { return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(password.data()), static_cast<std::size_t>(password.size()))); };
    const auto begun = m_office->setUp({text(policy), text("yamada"), text("山田 太郎"), text("staff"), secret()});
    QVERIFY2(begun, begun ? "" : qPrintable(begun.error().message));
}

} // namespace shirushi::test
