// Theme: colours and fonts of the window, as a palette and one style sheet for the whole application. When the
// desktop turns from light to dark or back, so does the window, and its pages stay as they are.
// Owned by main(), handed to whatever paints by itself. Window thread only.
#pragma once

#include "widgets/colours.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace shirushi::widgets {

/// What the person chose; Desktop follows the desktop's colours.
enum class Look { Desktop, Light, Dark };

enum class TextKind { Title, Lead, Heading, Body, Strong, Small };

class Theme : public QObject
{
    Q_OBJECT
public:
    /// `later`: the style sheet is put on by dress(). With one on, Qt styles a whole tree of widgets anew each
    /// time that it is put into another, so the first window is built without.
    enum class StyleSheet { AtOnce, Later };
    explicit Theme(QApplication &application, StyleSheet sheet = StyleSheet::AtOnce);

    /// Puts the style sheet on, before the first window is shown.
    void dress();

    void setLook(Look look);
    Look look() const { return m_look; }
    bool isDark() const;

    const Colours &colours() const { return m_colours; }
    const QColor &operator[](Ink ink) const { return m_colours[ink]; }

    /// Sizes in pixels: 26 for titles, 20, 16 for the body, 14 the smallest.
    static QFont font(TextKind kind);
    /// Line height as a multiple of the font's pixel size.
    static double lineHeight(TextKind kind);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readDesktop();
    void follow();
    Colours coloursNow() const;
    void apply();

    QApplication &m_application;
    QPalette m_desktop;
    bool m_isDressed;
    bool m_desktopIsDark = false;
    bool m_applying = false; // what the application says meanwhile comes from here
    Look m_look = Look::Desktop;
    Colours m_colours;
};

/// The style sheet with each @name replaced by its colour.
QString styleSheet(const Colours &colours);
QPalette paletteOf(const Colours &colours);

} // namespace shirushi::widgets
