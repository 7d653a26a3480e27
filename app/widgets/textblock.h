// TextBlock: a piece of running text in one of the window's sizes, broken by breakLines() and set with the
// line height that Japanese wants. To screen readers it is a label. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QLabel>

namespace shirushi::widgets {

class TextBlock : public QLabel
{
    Q_OBJECT
public:
    TextBlock(const Theme &theme, TextKind kind, const QString &text = {}, Ink ink = Ink::Text,
              QWidget *parent = nullptr);

    void setInk(Ink ink);
    /// The height the text takes at `width`.
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QStringList &linesAt(int width) const;
    int lineStep() const;

    const Theme &m_theme;
    TextKind m_kind;
    Ink m_ink;
    mutable QStringList m_lines;
    mutable QString m_brokenText;
    mutable int m_brokenWidth = -1;
};

/// Paints `lines` from the top of `place` down, `step` pixels apart, each in the middle of its step.
void drawLines(QPainter &painter, const QRect &place, const QStringList &lines, int step);

} // namespace shirushi::widgets
