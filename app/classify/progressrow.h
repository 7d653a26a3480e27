// ProgressRow: how far a long work is: what is being done, a bar, the button that stops it, and what stopping leaves.
// Hidden until a work begins. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QWidget>

class QProgressBar;

namespace shirushi::widgets {
class TextBlock;
}

namespace shirushi::classify {

class Work;

class ProgressRow : public QWidget
{
    Q_OBJECT
public:
    /// `title` is what is being done, `note` what stopping it leaves behind.
    ProgressRow(const widgets::Theme &theme, const QString &title, const QString &note, QWidget *parent = nullptr);

    /// `doing` has %1 in the place of what the work says it is at. The bar takes the focus: what had it is disabled by now.
    void follow(const Work &work, const QString &doing);
    /// When the work has ended.
    void end();

Q_SIGNALS:
    void stopWanted();

private:
    QString m_title;
    widgets::TextBlock *m_doing;
    QProgressBar *m_bar;
};

} // namespace shirushi::classify
