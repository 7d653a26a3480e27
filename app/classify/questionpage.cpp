#include "classify/questionpage.h"

#include "classify/decision.h"
#include "classify/meaningcard.h"
#include "widgets/answerbutton.h"
#include "widgets/button.h"
#include "widgets/language.h"
#include "widgets/stepbar.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace shirushi::classify {

using namespace widgets;

QStringList stepTitles(const policy::Pack &pack, const QStringList &steps)
{
    QStringList titles;
    for (const QString &step : steps) {
        const policy::Axis *axis = pack.axis(step);
        titles.append(axis ? inWindowLanguage(axis->title) : QuestionPage::tr("Source"));
    }
    titles.append(QuestionPage::tr("Check"));
    return titles;
}

QuestionPage::QuestionPage(const Theme &theme, QWidget *parent)
    : Page(theme, parent), m_steps(new StepBar(theme)), m_subject(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_question(new TextBlock(theme, TextKind::Title)), m_hint(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_caution(new TextBlock(theme, TextKind::Small, {}, Ink::Amber)), m_answerColumn(new QVBoxLayout),
      m_meaning(new MeaningCard(theme))
{
    body()->addWidget(m_steps);
    auto *columns = new TwoColumns(340);
    body()->addWidget(columns, 1);
    columns->left()->setSpacing(4);
    for (TextBlock *block : {m_subject, m_question, m_hint, m_caution})
        columns->left()->addWidget(block);
    columns->left()->addSpacing(8);
    m_answerColumn->setSpacing(12);
    columns->left()->addLayout(m_answerColumn);
    columns->left()->addStretch(1);
    columns->right()->addWidget(m_meaning);
    columns->right()->addStretch(1);

    m_back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    QPushButton *direct = makeButton(tr("Choose the class directly(&D)"), ButtonKind::Quiet);
    addToFootLeft(m_back);
    addToFootLeft(direct);
    setFootHint(tr("Enter: choose  Esc: stop (the file stays as it is)"));
    connect(m_back, &QPushButton::clicked, this, &QuestionPage::wentBack);
    connect(direct, &QPushButton::clicked, this, &QuestionPage::directChosen);
}

void QuestionPage::setQuestion(std::shared_ptr<const policy::Pack> rules,
                               const policy::Questionnaire &questionnaire, const QString &subject)
{
    const policy::Question *question = questionnaire.current();
    if (!question)
        return;
    m_pack = std::move(rules);
    const policy::Pack &pack = *m_pack;
    m_steps->setSteps(stepTitles(pack, questionnaire.steps()), questionnaire.currentStep());
    m_subject->setText(subject);
    m_question->setText(inWindowLanguage(question->text));
    m_hint->setText(inWindowLanguage(question->hint));
    m_hint->setVisible(!question->hint.isEmpty());
    m_caution->setText(inWindowLanguage(question->caution));
    m_caution->setVisible(!question->caution.isEmpty());
    m_meaning->setSoFar(pack, questionnaire.classes());
    setAccessibleName(inWindowLanguage(question->text));

    for (AnswerButton *button : m_answers) {
        button->hide();
        button->deleteLater();
    }
    m_answers.clear();
    for (const policy::Answer &answer : question->answers) {
        const QString &example = inWindowLanguage(answer.example);
        addAnswer(questionnaire, answer.id, answer.key, inWindowLanguage(answer.text),
                  example.isEmpty() ? QString() : tr("Example: %1").arg(example));
    }
    if (question->unknown) {
        const policy::Outcome &outcome = *question->unknown;
        QString note = tr("The next question decides.");
        if (outcome.refer) {
            policy::Classes levels = outcome.levels;
            if (!outcome.level.isEmpty())
                levels[question->step] = outcome.level;
            note = tr("%1 is asked. Until the answer comes, the file is handled as %2.")
                       .arg(roleText(pack, pack.questionsTo), policy::classText(pack, levels));
        }
        addAnswer(questionnaire, QStringLiteral("?"), QStringLiteral("?"), tr("I do not know"), note);
    }
    scrollToTop();
    m_opening = true;
    if (!m_answers.empty())
        m_answers.front()->setFocus(Qt::OtherFocusReason);
    m_opening = false;
}

void QuestionPage::addAnswer(const policy::Questionnaire &questionnaire, const QString &id, const QString &key,
                             const QString &text, const QString &note)
{
    auto *button = new AnswerButton(theme(), key, text, note);
    const policy::Outcome outcome = questionnaire.outcomeOf(id);
    const QString step = questionnaire.current()->step;
    connect(button, &AnswerButton::focused, this, [this, button, outcome, step, text] {
        m_meaning->setMeaning(*m_pack, step, text, outcome);
        if (!m_opening)
            reveal(button);
    });
    connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT answered(id); });
    m_answerColumn->addWidget(button);
    button->show();
    m_answers.push_back(button);
}

void QuestionPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT aborted();
        return;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        Page::keyPressEvent(event);
        return;
    }
    // An input method may hand over the full-width form: ｙ, ？.
    const QString typed = event->text().normalized(QString::NormalizationForm_KC).toUpper();
    for (AnswerButton *button : m_answers) {
        if (!typed.isEmpty() && button->key() == typed) {
            button->setFocus(Qt::ShortcutFocusReason);
            button->click();
            return;
        }
    }
    if (typed == QStringLiteral("B") || event->key() == Qt::Key_Backspace)
        Q_EMIT wentBack();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::classify
