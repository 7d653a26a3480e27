// QuestionPage: one question, its answers large, and beside them what each would mean. Every answer has a key;
// B goes back, Esc stops. Window thread only.
#pragma once

#include "policy/questionnaire.h"
#include "widgets/page.h"

class QPushButton;
class QVBoxLayout;

namespace shirushi::widgets {
class AnswerButton;
class Notice;
class StepBar;
class TwoColumns;
}

namespace shirushi::classify {

class MeaningCard;

class QuestionPage : public widgets::Page
{
    Q_OBJECT
public:
    explicit QuestionPage(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// Shows the question that `questionnaire` asks now; `subject` is the file's name, or how many there are.
    void setQuestion(std::shared_ptr<const policy::Pack> pack, const policy::Questionnaire &questionnaire,
                     const QString &subject);

Q_SIGNALS:
    void answered(const QString &answerId);
    void wentBack();
    void directChosen();
    void aborted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addAnswer(const policy::Questionnaire &questionnaire, const QString &id, const QString &key,
                   const QString &text, const QString &note);

    widgets::StepBar *m_steps;
    widgets::TextBlock *m_subject;
    widgets::TextBlock *m_question;
    widgets::TextBlock *m_hint;
    widgets::TextBlock *m_caution;
    QVBoxLayout *m_answerColumn;
    MeaningCard *m_meaning;
    QPushButton *m_back;
    std::shared_ptr<const policy::Pack> m_pack;
    std::vector<widgets::AnswerButton *> m_answers;
    bool m_opening = false; // a new question begins at its top
};

/// The steps' titles: 入手元, the axes, 確かめる.
QStringList stepTitles(const policy::Pack &pack, const QStringList &steps);

} // namespace shirushi::classify
