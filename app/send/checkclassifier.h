// CheckClassifier: a class for what carries none, by the questions or by picking it. Only in memory: nothing is written
// on a file or anywhere else. Window thread only.
#pragma once

#include "policy/questionnaire.h"
#include "widgets/theme.h"

#include <QStackedWidget>

namespace shirushi::classify {
class DirectPage;
class QuestionPage;
}

namespace shirushi::send {

class CheckClassifier : public QStackedWidget
{
    Q_OBJECT
public:
    explicit CheckClassifier(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// `subject`: the file's name, or how many there are.
    void ask(std::shared_ptr<const policy::Pack> pack, const QString &subject);
    void pick(std::shared_ptr<const policy::Pack> pack, const QString &subject, const QString &lead);

Q_SIGNALS:
    void classified(const shirushi::policy::Classes &classes);
    void wentBack(); // before the first question
    void aborted();

private:
    void showQuestion();
    void showPicking(const policy::Classes &preset, const QString &lead);
    void goOn(policy::Questionnaire questionnaire);

    classify::QuestionPage *m_questions;
    classify::DirectPage *m_direct;
    std::shared_ptr<const policy::Pack> m_pack;
    QString m_subject;
    std::vector<policy::Questionnaire> m_way; // each question that was shown, as far as it had come
};

} // namespace shirushi::send
