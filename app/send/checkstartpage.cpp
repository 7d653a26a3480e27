#include "send/checkstartpage.h"

#include "classify/droparea.h"
#include "send/checkchoicepage.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/stepbar.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace shirushi::send {

using namespace widgets;

CheckStartPage::CheckStartPage(const Theme &theme, bool leaves, QWidget *parent)
    : Page(theme, parent), m_leaves(leaves), m_problem(new Notice(theme, NoticeTone::Wrong, {})),
      m_area(new classify::DropArea(theme)), m_asker(new TextBlock(theme, TextKind::Body)),
      m_change(makeButton(tr("Change(&C)"), ButtonKind::Small)),
      m_byHand(makeButton(tr("Choose the class without a file(&D)"), ButtonKind::Plain)),
      m_busy(new TextBlock(theme, TextKind::Strong))
{
    auto *steps = new StepBar(theme);
    steps->setSteps(stepTitles(), 0);
    body()->addWidget(steps);
    addTitle(tr("May this be sent?"), tr("Put here what you want to send. Only looked at: nothing is written on the file, and "
                                        "nothing is recorded."));
    body()->addWidget(m_problem);
    body()->addWidget(m_busy);
    body()->addWidget(m_area);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_byHand);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addSpacing(8);
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    m_askerCard = card;
    auto *asker = new QHBoxLayout(card);
    asker->setContentsMargins(18, 10, 14, 10);
    asker->addWidget(m_asker, 1);
    asker->addWidget(m_change, 0, Qt::AlignVCenter);
    body()->addWidget(card);
    body()->addStretch(1);
    m_problem->hide();
    m_busy->hide();
    m_askerCard->hide();
    setFocusProxy(m_area);
    connect(m_area, &classify::DropArea::filesWanted, this, &CheckStartPage::filesWanted);
    connect(m_area, &classify::DropArea::folderWanted, this, &CheckStartPage::folderWanted);
    connect(m_byHand, &QPushButton::clicked, this, &CheckStartPage::classWanted);
    connect(m_change, &QPushButton::clicked, this, &CheckStartPage::askerWanted);
    if (leaves) {
        QPushButton *back = makeButton(tr("Back to the first page(&B)"), ButtonKind::Plain);
        addToFootLeft(back);
        connect(back, &QPushButton::clicked, this, &CheckStartPage::left);
    }
}

void CheckStartPage::setAsker(const QString &rules, const QString &role, bool mayChange)
{
    m_asker->setText(tr("Asked by: %1\nRules: %2").arg(role, rules));
    m_askerCard->show();
    m_change->setVisible(mayChange);
    m_change->setAccessibleName(tr("Change the rules or the role"));
}

void CheckStartPage::setBusy(const QString &what)
{
    m_busy->setText(what);
    m_busy->setVisible(!what.isEmpty());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_area, m_byHand, m_change})
        widget->setEnabled(what.isEmpty());
}

void CheckStartPage::setProblem(const QString &heading, const QString &text)
{
    m_problem->setText(heading, text);
    m_problem->setVisible(!heading.isEmpty());
}

void CheckStartPage::keyPressEvent(QKeyEvent *event)
{
    if (m_leaves && event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::send
