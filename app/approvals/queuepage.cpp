#include "approvals/queuepage.h"

#include "widgets/button.h"
#include "widgets/chipdelegate.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>

namespace shirushi::approvals {

using namespace widgets;

namespace {

QString queueTitle(Queue queue)
{
    switch (queue) {
    case Queue::ForMe:
        return QueuePage::tr("Waiting for me");
    case Queue::Mine:
        return QueuePage::tr("Asked by me");
    case Queue::Decided:
        return QueuePage::tr("Decided");
    }
    return {};
}

} // namespace

QueuePage::QueuePage(const Theme &theme, QueueModel &model, QWidget *parent)
    : Page(theme, parent), m_model(model), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_designation(new Notice(theme, NoticeTone::Information, {})),
      m_designate(makeButton(tr("See the classes(&D)"), ButtonKind::Small)), m_queues(new QButtonGroup(this)),
      m_open(makeButton(tr("Open the request(&O)"), ButtonKind::Main))
{
    addTitle(tr("Approvals"), tr("Requests that wait for somebody's approval, and what was decided."));
    body()->addWidget(m_said);
    m_said->hide();
    auto *box = new QWidget;
    auto *inside = new QHBoxLayout(box);
    inside->setContentsMargins(0, 4, 0, 2);
    inside->addWidget(m_designate);
    inside->addStretch(1);
    m_designation->add(box);
    body()->addWidget(m_designation);
    m_designation->hide();
    auto *row = new WrapRow;
    for (const Queue queue : {Queue::ForMe, Queue::Mine, Queue::Decided}) {
        QPushButton *button = makeButton(queueTitle(queue), ButtonKind::Small);
        button->setCheckable(true);
        m_queues->addButton(button, static_cast<int>(queue));
        row->addWidget(button);
    }
    body()->addLayout(row);
    m_queues->button(0)->setChecked(true);
    m_none = addText(TextKind::Body, tr("There is no request here."), Ink::Dim);
    m_table = new Table(theme);
    m_table->setItemDelegate(new ChipDelegate(theme, QueueModel::FilesColumn, this));
    m_table->setModel(&model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Requests"));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMaximumSectionSize(260);
    header->setSectionResizeMode(QueueModel::FilesColumn, QHeaderView::Stretch);
    body()->addWidget(m_table, 1);
    body()->addStretch(0); // for what stands above an empty list
    QPushButton *import = makeButton(tr("Take in a file(&I)"), ButtonKind::Plain);
    QPushButton *ask = makeButton(tr("Make a request(&N)"), ButtonKind::Plain);
    addToFootLeft(ask);
    addToFootLeft(import);
    addToFootRight(m_open);
    connect(import, &QPushButton::clicked, this, &QueuePage::importWanted);
    connect(ask, &QPushButton::clicked, this, &QueuePage::askWanted);
    connect(m_designate, &QPushButton::clicked, this, &QueuePage::designationWanted);
    connect(m_open, &QPushButton::clicked, this, &QueuePage::open);
    connect(m_table, &QTableView::activated, this, &QueuePage::open);
    connect(m_queues, &QButtonGroup::idClicked, this, [this](int id) { showQueue(static_cast<Queue>(id)); });
}

void QueuePage::open()
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid())
        Q_EMIT opened(m_model.itemAt(index.row()).id);
}

void QueuePage::showQueue(Queue queue)
{
    m_model.setQueue(queue);
    const bool isEmpty = m_model.rowCount() == 0;
    m_none->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_open->setEnabled(!isEmpty);
    if (!isEmpty)
        m_table->setCurrentIndex(m_model.index(0, 0));
}

void QueuePage::refresh(int proposals, const QString &word)
{
    for (const Queue queue : {Queue::ForMe, Queue::Mine, Queue::Decided}) {
        QAbstractButton *button = m_queues->button(static_cast<int>(queue));
        button->setText(tr("%1 (%2)").arg(queueTitle(queue)).arg(m_model.count(queue)));
        button->setAccessibleName(button->text());
    }
    m_designation->setText(tr("%n classes wait for: %1", nullptr, proposals).arg(word),
                           tr("Until then the files are handled by the class that was proposed."));
    m_designation->setVisible(proposals > 0 && !word.isEmpty());
    showQueue(static_cast<Queue>(m_queues->checkedId()));
}

void QueuePage::say(const QString &heading, const QString &text, bool isGood)
{
    m_said->setTone(isGood ? NoticeTone::Good : NoticeTone::Wrong);
    m_said->setText(heading, text);
    m_said->setVisible(!heading.isEmpty());
}

void QueuePage::takeFocus()
{
    if (m_table->isVisibleTo(this))
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_queues->checkedButton()->setFocus(Qt::OtherFocusReason);
}

} // namespace shirushi::approvals
