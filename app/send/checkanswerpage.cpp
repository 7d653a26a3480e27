#include "send/checkanswerpage.h"

#include "send/checkfacts.h"
#include "send/dutyline.h"
#include "send/verdictband.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::send {

using namespace widgets;

namespace {

// A column that takes the place of the one of before.
QVBoxLayout *newColumn(QWidget *&place, QVBoxLayout *in)
{
    if (place) {
        place->hide();
        place->deleteLater();
    }
    place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    in->addWidget(place);
    return column;
}

// In its place first: one that is shown without a parent would be a window.
void addQuote(QVBoxLayout *column, const Theme &theme, const policy::Citation &citation)
{
    auto *quote = new Quote(theme);
    column->addWidget(quote);
    quote->setCitation(citation);
}

} // namespace

CheckAnswerPage::CheckAnswerPage(const Theme &theme, QWidget *parent)
    : Page(theme, parent), m_band(new VerdictBand(theme)), m_scope(new Notice(theme, NoticeTone::Caution, {})),
      m_scopeQuote(new Quote(theme)), m_above(new QVBoxLayout), m_facts(new CheckFacts(theme)), m_below(new QVBoxLayout),
      m_card(new CheckQuestionCard(theme)), m_again(makeButton(tr("Check something else(&O)"), ButtonKind::Plain)),
      m_send(makeButton(tr("Prepare the sending(&N)"), ButtonKind::Main))
{
    auto *columns = new TwoColumns(340);
    body()->addWidget(columns, 1);
    m_scope->add(m_scopeQuote);
    columns->left()->setSpacing(12);
    columns->left()->addWidget(m_scope);
    columns->left()->addWidget(m_band);
    columns->left()->addLayout(m_above);
    columns->left()->addWidget(m_facts);
    columns->left()->addLayout(m_below);
    columns->left()->addStretch(1);
    columns->right()->addWidget(m_card);
    m_keepCard = makeKeepCard();
    columns->right()->addWidget(m_keepCard);
    columns->right()->addStretch(1);
    connect(m_card, &CheckQuestionCard::destinationChosen, this, &CheckAnswerPage::destinationChosen);
    connect(m_card, &CheckQuestionCard::channelChosen, this, &CheckAnswerPage::channelChosen);
    connect(m_card, &CheckQuestionCard::roleChosen, this, &CheckAnswerPage::roleChosen);
    connect(m_facts, &CheckFacts::stated, this, &CheckAnswerPage::stated);

    m_back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    addToFootLeft(m_back);
    addToFootLeft(m_again);
    addToFootRight(m_send);
    connect(m_back, &QPushButton::clicked, this, &CheckAnswerPage::wentBack);
    connect(m_again, &QPushButton::clicked, this, &CheckAnswerPage::againWanted);
    connect(m_send, &QPushButton::clicked, this, &CheckAnswerPage::sendWanted);
}

QWidget *CheckAnswerPage::makeKeepCard()
{
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(18, 12, 18, 14);
    column->setSpacing(8);
    m_keepText = new TextBlock(theme(), TextKind::Small);
    m_keep = makeButton(tr("Keep this in the records(&K)"), ButtonKind::Small);
    column->addWidget(m_keepText);
    column->addWidget(m_keep);
    connect(m_keep, &QPushButton::clicked, this, &CheckAnswerPage::keepWanted);
    return card;
}

void CheckAnswerPage::setShown(const Shown &shown, bool anew)
{
    const VerdictWords &words = shown.words;
    m_scope->setText(words.scope);
    m_scopeQuote->setCitation(words.scopeCitation);
    m_scope->setVisible(!words.scope.isEmpty());
    m_band->setVerdict(words.ruling, words.sentence, words.situation, words.draft);
    setAccessibleName(words.sentence);
    showMatters(words);
    m_facts->setFacts(shown.facts, shown.given);
    showSources(words);
    m_card->setQuestion(shown.question);
    m_keepText->setInk(Ink::Dim);
    m_keepText->setText(tr("A check alone is not recorded."));
    m_keep->setVisible(shown.mayKeep);
    m_keep->setEnabled(shown.mayKeep);
    m_send->setVisible(shown.maySend);
    fitFoot();
    if (!anew)
        return;
    scrollToTop();
    m_band->setFocus(Qt::OtherFocusReason);
}

void CheckAnswerPage::addDuties(QVBoxLayout *column, const std::vector<Duty> &duties)
{
    // An article that asks for several things stands once, below the last of them.
    for (std::size_t i = 0; i < duties.size(); ++i) {
        column->addWidget(new DutyLine(theme(), duties[i].text, duties[i].note));
        if (i + 1 == duties.size() || !(duties[i + 1].citation == duties[i].citation))
            addQuote(column, theme(), duties[i].citation);
    }
}

void CheckAnswerPage::showMatters(const VerdictWords &words)
{
    QVBoxLayout *column = newColumn(m_matters, m_above);
    const bool forbidden = words.ruling == policy::Ruling::Forbidden;
    if (forbidden) {
        column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Why it may not")));
        for (const QString &reason : words.reasons)
            column->addWidget(new TextBlock(theme(), TextKind::Body, reason));
        for (const policy::Citation &citation : words.articles)
            addQuote(column, theme(), citation);
    } else if (!words.duties.empty()) {
        column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("What must be done")));
        addDuties(column, words.duties);
    }
    if (forbidden && !words.consult.isEmpty())
        column->addWidget(new Notice(theme(), NoticeTone::Information, words.consult));
    m_matters->show();
}

void CheckAnswerPage::showSources(const VerdictWords &words)
{
    QVBoxLayout *column = newColumn(m_sources, m_below);
    const bool forbidden = words.ruling == policy::Ruling::Forbidden; // then all of it stands above
    if (!forbidden && !words.articles.empty()) {
        column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("What it rests on")));
        for (const QString &reason : words.reasons)
            column->addWidget(new TextBlock(theme(), TextKind::Small, reason));
        for (const policy::Citation &citation : words.articles)
            addQuote(column, theme(), citation);
    }
    if (!words.reminders.empty()) {
        column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Holds for every sending")));
        for (const Duty &reminder : words.reminders)
            column->addWidget(new TextBlock(theme(), TextKind::Small,
                                            tr("・%1 (%2)").arg(reminder.text, reminder.citation.article)));
    }
    if (!forbidden && !words.consult.isEmpty())
        column->addWidget(new TextBlock(theme(), TextKind::Body, words.consult));
    m_sources->show();
}

void CheckAnswerPage::setKeeping()
{
    m_keep->setEnabled(false);
    m_keepText->setText(tr("Recording …"));
}

void CheckAnswerPage::setKept(const QString &problem)
{
    m_keep->setEnabled(!problem.isEmpty());
    m_keepText->setInk(problem.isEmpty() ? Ink::Green : Ink::Red);
    m_keepText->setText(problem.isEmpty() ? tr("Recorded: what was asked, and this answer.") : problem);
    m_band->setFocus(Qt::OtherFocusReason);
    reveal(m_keepCard);
}

// Three buttons are too many for a narrow window: what goes back is beside the answer too, and has its key.
void CheckAnswerPage::fitFoot()
{
    constexpr int roomForThree = 580;
    m_back->setVisible(width() >= roomForThree || m_send->isHidden());
}

void CheckAnswerPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitFoot();
}

void CheckAnswerPage::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const QString typed = event->text().normalized(QString::NormalizationForm_KC).toUpper();
    if (event->key() == Qt::Key_Escape)
        Q_EMIT againWanted();
    else if (plain && (typed == QStringLiteral("B") || event->key() == Qt::Key_Backspace))
        Q_EMIT wentBack();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_band->hasFocus())
        (m_send->isVisible() ? m_send : m_again)->click();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::send
