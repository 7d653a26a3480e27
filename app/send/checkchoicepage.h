// CheckChoicePage: one question with large answers: which rules, as who, to whom, how. Each has its number as key; B
// goes back, Esc stops. Window thread only.
#pragma once

#include "send/checkwords.h"
#include "widgets/page.h"

namespace shirushi::widgets {
class StepBar;
}

namespace shirushi::send {

class AnswerGrid;

class CheckChoicePage : public widgets::Page
{
    Q_OBJECT
public:
    explicit CheckChoicePage(const widgets::Theme &theme, QWidget *parent = nullptr);

    struct Question {
        QString title;
        QString hint;
        QString subject; // what it is about, small above; empty: nothing
        std::vector<Offer> offers;
        QString current;   // the one that has the focus first; empty: the first
        int step = -1;     // of stepTitles(); -1: before the first
        bool canGoBack = true;
    };
    void setQuestion(const Question &question);

Q_SIGNALS:
    void chosen(const QString &id);
    void wentBack();
    void aborted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    widgets::StepBar *m_steps;
    widgets::TextBlock *m_subject;
    widgets::TextBlock *m_title;
    widgets::TextBlock *m_hint;
    AnswerGrid *m_grid;
    QWidget *m_back;
    bool m_opening = false; // a new question begins at its top
};

/// 送るもの, 相手, 手段, 答え
QStringList stepTitles();

} // namespace shirushi::send
