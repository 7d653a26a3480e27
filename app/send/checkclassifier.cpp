#include "send/checkclassifier.h"

#include "classify/directpage.h"
#include "classify/questionpage.h"

namespace shirushi::send {

using namespace classify;

CheckClassifier::CheckClassifier(const widgets::Theme &theme, QWidget *parent)
    : QStackedWidget(parent), m_questions(new QuestionPage(theme)), m_direct(new DirectPage(theme))
{
    addWidget(m_questions);
    addWidget(m_direct);
    m_questions->setFootHint(tr("Enter: choose (only to check: nothing is written on the file)"));
    connect(m_questions, &QuestionPage::answered, this, [this](const QString &answer) {
        policy::Questionnaire next = m_way.back();
        if (next.answer(answer))
            goOn(std::move(next));
    });
    connect(m_questions, &QuestionPage::wentBack, this, [this] {
        m_way.pop_back();
        if (m_way.empty())
            Q_EMIT wentBack();
        else
            showQuestion();
    });
    connect(m_questions, &QuestionPage::directChosen, this, [this] { showPicking(m_way.back().classes(), {}); });
    connect(m_questions, &QuestionPage::aborted, this, &CheckClassifier::aborted);
    connect(m_direct, &DirectPage::chosen, this, &CheckClassifier::classified);
    connect(m_direct, &DirectPage::wentBack, this, [this] {
        if (m_way.empty())
            Q_EMIT wentBack();
        else
            showQuestion();
    });
    connect(m_direct, &DirectPage::aborted, this, &CheckClassifier::aborted);
}

void CheckClassifier::ask(std::shared_ptr<const policy::Pack> pack, const QString &subject)
{
    m_pack = std::move(pack);
    m_subject = subject;
    m_way.clear();
    policy::Questionnaire questionnaire(m_pack);
    if (questionnaire.current())
        goOn(std::move(questionnaire));
    else
        showPicking({}, {});
}

void CheckClassifier::pick(std::shared_ptr<const policy::Pack> pack, const QString &subject, const QString &lead)
{
    m_pack = std::move(pack);
    m_subject = subject;
    m_way.clear();
    showPicking({}, lead);
}

void CheckClassifier::goOn(policy::Questionnaire questionnaire)
{
    if (questionnaire.inherits()) {
        showPicking({}, tr("Choose what the source shows. It is taken over as it is."));
    } else if (questionnaire.isFinished()) {
        Q_EMIT classified(questionnaire.classes());
    } else {
        m_way.push_back(std::move(questionnaire));
        showQuestion();
    }
}

void CheckClassifier::showQuestion()
{
    setCurrentWidget(m_questions);
    m_questions->setQuestion(m_pack, m_way.back(), m_subject);
}

void CheckClassifier::showPicking(const policy::Classes &preset, const QString &lead)
{
    setCurrentWidget(m_direct);
    m_direct->setRules(m_pack, preset, m_subject, lead);
}

} // namespace shirushi::send
