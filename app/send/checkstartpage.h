// CheckStartPage: where a check begins: the place for files, or a class without any file; and by which rules and as who
// one asks. Window thread only.
#pragma once

#include "widgets/page.h"

class QPushButton;

namespace shirushi::classify {
class DropArea;
}
namespace shirushi::widgets {
class Notice;
class StepBar;
}

namespace shirushi::send {

class CheckStartPage : public widgets::Page
{
    Q_OBJECT
public:
    /// `leaves`: with a button that leads back out of it.
    CheckStartPage(const widgets::Theme &theme, bool leaves, QWidget *parent = nullptr);

    /// `mayChange`: rules and role may be chosen anew.
    void setAsker(const QString &rules, const QString &role, bool mayChange);
    /// While something is read: what is going on; empty: nothing.
    void setBusy(const QString &what);
    /// What is wrong with the files; empty: nothing.
    void setProblem(const QString &heading, const QString &text = {});

Q_SIGNALS:
    void filesWanted();
    void folderWanted();
    void classWanted(); // without a file
    void askerWanted();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_leaves;
    widgets::Notice *m_problem;
    classify::DropArea *m_area;
    widgets::TextBlock *m_asker;
    QWidget *m_askerCard;
    QPushButton *m_change;
    QPushButton *m_byHand;
    widgets::TextBlock *m_busy;
};

} // namespace shirushi::send
