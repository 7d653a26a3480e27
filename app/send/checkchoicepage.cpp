#include "send/checkchoicepage.h"

#include "send/answergrid.h"
#include "widgets/answerbutton.h"
#include "widgets/button.h"
#include "widgets/stepbar.h"
#include "widgets/textblock.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr QStringView keys = u"123456789ACDEFGHIJKLMNOP"; // B goes back

} // namespace

QStringList stepTitles()
{
    return {CheckChoicePage::tr("What"), CheckChoicePage::tr("To whom"), CheckChoicePage::tr("How"),
            CheckChoicePage::tr("Answer")};
}

CheckChoicePage::CheckChoicePage(const Theme &theme, QWidget *parent)
    : Page(theme, parent), m_steps(new StepBar(theme)), m_subject(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_title(new TextBlock(theme, TextKind::Title)), m_hint(new TextBlock(theme, TextKind::Body, {}, Ink::Dim)),
      m_grid(new AnswerGrid)
{
    body()->addWidget(m_steps);
    for (TextBlock *block : {m_subject, m_title, m_hint})
        body()->addWidget(block);
    body()->addSpacing(6);
    body()->addWidget(m_grid);
    body()->addStretch(1);
    QPushButton *back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    m_back = back;
    addToFootLeft(back);
    connect(back, &QPushButton::clicked, this, &CheckChoicePage::wentBack);
}

void CheckChoicePage::setQuestion(const Question &question)
{
    m_steps->setVisible(question.step >= 0);
    if (question.step >= 0)
        m_steps->setSteps(stepTitles(), question.step);
    m_subject->setText(question.subject);
    m_subject->setVisible(!question.subject.isEmpty());
    m_title->setText(question.title);
    m_hint->setText(question.hint);
    m_hint->setVisible(!question.hint.isEmpty());
    m_back->setVisible(question.canGoBack);
    setFootHint(tr("Enter or the number: choose"));
    setAccessibleName(question.title);

    std::vector<AnswerButton *> buttons;
    AnswerButton *first = nullptr;
    for (const Offer &offer : question.offers) {
        const auto number = static_cast<qsizetype>(buttons.size());
        auto *button = new AnswerButton(theme(), number < keys.size() ? QString(keys[number]) : QString(), offer.text, offer.note);
        connect(button, &QAbstractButton::clicked, this, [this, id = offer.id] { Q_EMIT chosen(id); });
        connect(button, &AnswerButton::focused, this, [this, button] {
            if (!m_opening)
                reveal(button);
        });
        buttons.push_back(button);
        if (!first || offer.id == question.current)
            first = button;
    }
    m_grid->setButtons(buttons);
    scrollToTop();
    m_opening = true;
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    m_opening = false;
}

void CheckChoicePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT aborted();
        return;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        Page::keyPressEvent(event);
        return;
    }
    // An input method may hand over the full-width form: １.
    const QString typed = event->text().normalized(QString::NormalizationForm_KC).toUpper();
    for (AnswerButton *button : m_grid->buttons()) {
        if (!typed.isEmpty() && button->key() == typed) {
            button->setFocus(Qt::ShortcutFocusReason);
            button->click();
            return;
        }
    }
    const bool backwards = typed == QStringLiteral("B") || event->key() == Qt::Key_Backspace;
    if (backwards && !m_back->isHidden())
        Q_EMIT wentBack();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::send
