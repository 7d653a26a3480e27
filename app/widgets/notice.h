// Notice: what a message box would say, as a band in the page: a picture, a sentence, and what can be done
// about it. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace shirushi::widgets {

class TextBlock;

enum class NoticeTone { Information, Good, Caution, Wrong };

class Notice : public QFrame
{
    Q_OBJECT
public:
    Notice(const Theme &theme, NoticeTone tone, const QString &heading, const QString &text = {},
           QWidget *parent = nullptr);

    void setTone(NoticeTone tone);
    void setText(const QString &heading, const QString &text = {});
    /// Below the text, inside the band.
    void add(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    NoticeTone m_tone;
    TextBlock *m_heading;
    TextBlock *m_text;
    QVBoxLayout *m_column;
};

} // namespace shirushi::widgets
