#include "classify/resultpage.h"

#include "classify/decision.h"
#include "classify/meaningcard.h"
#include "classify/storeoffer.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/icons.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"
#include "workflow/objection.h"

#include <QKeyEvent>
#include <QProgressBar>
#include <QVBoxLayout>

namespace shirushi::classify {

using namespace widgets;

ResultPage::ResultPage(const Theme &theme, QWidget *parent)
    : Page(theme, parent), m_undo(makeButton(tr("Undo(&U)"), ButtonKind::Plain)),
      m_again(makeButton(tr("Try again(&R)"), ButtonKind::Plain)),
      m_ask(makeButton(tr("Ask for it(&K)"), ButtonKind::Plain)), m_next(makeButton(tr("Classify another file(&N)"), ButtonKind::Main))
{
    m_undo->setIcon(icon(Picture::Undo, theme, Ink::Action));
    addToFootLeft(m_undo);
    addToFootLeft(m_again);
    addToFootLeft(m_ask);
    addToFootRight(m_next);
    connect(m_undo, &QPushButton::clicked, this, &ResultPage::undoWanted);
    connect(m_again, &QPushButton::clicked, this, &ResultPage::againWanted);
    connect(m_ask, &QPushButton::clicked, this, &ResultPage::requestWanted);
    connect(m_next, &QPushButton::clicked, this, &ResultPage::finished);
}

QVBoxLayout *ResultPage::newContent(const base::Path &path, const QString &title)
{
    delete m_content;
    m_content = new QWidget;
    m_path = path;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(new TextBlock(theme(), TextKind::Small, fileName(path), Ink::Dim));
    if (!title.isEmpty())
        column->addWidget(new TextBlock(theme(), TextKind::Title, title));
    body()->addWidget(m_content, 1);
    m_undo->hide();
    m_again->hide();
    m_ask->hide();
    m_next->setEnabled(true);
    return column;
}

void ResultPage::setWorking(const base::Path &path, const QString &what)
{
    QVBoxLayout *column = newContent(path, what);
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Working"));
    column->addWidget(bar);
    column->addStretch(1);
    m_next->setEnabled(false);
}

void ResultPage::setDone(const Done &done, const labelling::LabelOrder &order, const policy::Pack &pack)
{
    QVBoxLayout *column = newContent(done.outcome.newPath, {});
    column->addWidget(new Notice(theme(), NoticeTone::Good, tr("The class is on the file"),
                                 tr("It is recorded in the ledger.")));
    auto *chips = new ChipRow(theme());
    chips->setChips(chipsOf(pack, order.classes, ChipSize::Full));
    column->addSpacing(6);
    column->addWidget(chips);
    addPlaces(column, done);
    if (!done.outcome.notices.isEmpty())
        column->addWidget(new Notice(theme(), NoticeTone::Information, tr("Please note"),
                                     done.outcome.notices.join(QLatin1Char('\n'))));
    addPlacement(column, order.classes, pack);
    if (!order.open.empty())
        column->addWidget(new Notice(theme(), NoticeTone::Caution,
                                     tr("One question is open: %1 is asked").arg(roleText(pack, order.open.front().referredTo)),
                                     tr("Until the answer comes, the file is handled with this class.")));
    if (!order.restrictions.isEmpty()) {
        column->addSpacing(6);
        column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("To be observed")));
        column->addWidget(new TextBlock(theme(), TextKind::Small, asList(order.restrictions)));
    }
    column->addStretch(1);
    m_undo->setVisible(canTakeBack(done, pack));
    scrollToTop();
    m_next->setFocus(Qt::OtherFocusReason);
}

void ResultPage::addPlacement(QVBoxLayout *column, const policy::Classes &classes, const policy::Pack &pack)
{
    auto *offer = new StoreOffer(theme());
    column->addWidget(offer);
    offer->setFiles({{m_path, vault::placementOf(pack, classes)}});
    connect(offer, &StoreOffer::storeWanted, this, [this] { Q_EMIT storeWanted(m_path); });
}

void ResultPage::setRemoved(const Done &done, const policy::Pack &pack)
{
    QVBoxLayout *column = newContent(done.outcome.newPath, {});
    if (done.outcome.unchanged)
        column->addWidget(new Notice(theme(), NoticeTone::Information, tr("Nothing was changed."),
                                     done.outcome.notices.join(QLatin1Char('\n'))));
    else
        column->addWidget(new Notice(theme(), NoticeTone::Good, tr("The label is off the file"),
                                     tr("It is recorded in the ledger with the reason.")));
    if (!done.outcome.unchanged && !done.outcome.notices.isEmpty())
        column->addWidget(new Notice(theme(), NoticeTone::Information, tr("Please note"),
                                     done.outcome.notices.join(QLatin1Char('\n'))));
    if (done.outcome.newPath != done.outcome.path)
        column->addWidget(new TextBlock(theme(), TextKind::Body, tr("The file's name is now: %1").arg(fileName(done.outcome.newPath))));
    column->addStretch(1);
    m_undo->setVisible(canTakeBack(done, pack));
    scrollToTop();
    m_next->setFocus(Qt::OtherFocusReason);
}

void ResultPage::addPlaces(QVBoxLayout *column, const Done &done)
{
    QStringList places;
    if (done.outcome.source == labelling::LabelSource::Sidecar)
        places.append(tr("In a label file beside it: %1").arg(fileName(base::withAppended(done.outcome.newPath, ".xmp"))));
    else if (done.outcome.source == labelling::LabelSource::Attribute)
        places.append(tr("In an attribute of the file"));
    else
        places.append(tr("In the file's properties"));
    if (done.outcome.marked)
        places.append(tr("At the top of each page"));
    if (done.outcome.newPath != done.outcome.path)
        places.append(tr("In the file's name: %1").arg(fileName(done.outcome.newPath)));
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Where the class is shown")));
    column->addWidget(new TextBlock(theme(), TextKind::Body, asList(places)));
}

void ResultPage::setFailed(const QString &what, const labelling::LabelOutcome &outcome)
{
    QVBoxLayout *column = newContent(m_path, what);
    const base::Error &error = *outcome.error;
    column->addWidget(new Notice(theme(), NoticeTone::Wrong, error.message,
                                 error.left.isEmpty() ? tr("Nothing was changed.") : error.left));
    column->addStretch(1);
    m_again->show();
    m_ask->setVisible(workflow::isHelpedByRequest(outcome.objection));
    (m_ask->isVisibleTo(this) ? m_ask : m_again)->setFocus(Qt::OtherFocusReason);
}

void ResultPage::setTakenBack(const labelling::LabelOutcome &outcome, bool hadLabel)
{
    if (outcome.error) {
        setFailed(tr("It could not be undone"), outcome);
        m_again->hide();
        m_ask->hide();
        m_next->setFocus(Qt::OtherFocusReason);
        return;
    }
    QVBoxLayout *column = newContent(outcome.newPath, {});
    column->addWidget(new Notice(theme(), NoticeTone::Good, tr("Undone"),
                                 hadLabel ? tr("The file has its former class again. That is recorded too.")
                                          : tr("The file has no class any more. That is recorded too.")));
    column->addStretch(1);
    m_next->setFocus(Qt::OtherFocusReason);
}

void ResultPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_next->isEnabled())
        Q_EMIT finished();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::classify
