// Page: what every page is made of: a body that scrolls when there is no room, and a foot with the actions, the
// main one at the right. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace shirushi::widgets {

class TextBlock;

class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(const Theme &theme, QWidget *parent = nullptr);

    const Theme &theme() const { return m_theme; }
    QVBoxLayout *body() const { return m_body; }

    /// A title and, smaller, what the page is for.
    TextBlock *addTitle(const QString &title, const QString &lead = {});
    TextBlock *addText(TextKind kind, const QString &text, Ink ink = Ink::Text);

    /// The foot is only there when something stands in it.
    void addToFootLeft(QWidget *widget);
    void addToFootRight(QWidget *widget);
    void setFootHint(const QString &hint);

    void scrollToTop();
    /// Brings a widget that has just appeared or got the focus into view.
    void reveal(QWidget *widget);

private:
    const Theme &m_theme;
    QScrollArea *m_scroll;
    QVBoxLayout *m_body;
    QWidget *m_foot;
    QHBoxLayout *m_footLeft;
    QHBoxLayout *m_footRight;
    TextBlock *m_hint;
};

} // namespace shirushi::widgets
