#include "send/sentpage.h"

#include "widgets/button.h"
#include "widgets/chipdelegate.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>

namespace shirushi::send {

using namespace widgets;

namespace {

QString titleOf(SentModel::Show show)
{
    return show == SentModel::Show::Pending ? SentPage::tr("Not told yet") : SentPage::tr("All that was sent");
}

} // namespace

SentPage::SentPage(const Theme &theme, SentModel &model, QWidget *parent)
    : Page(theme, parent), m_model(model), m_said(new Notice(theme, NoticeTone::Good, {})), m_filter(new QButtonGroup(this)),
      m_table(new Table(theme)), m_tell(makeButton(tr("Tell the password(&P)"), ButtonKind::Main))
{
    addTitle(tr("Passwords not told yet"), tr("A parcel can only be opened when its password has been told, by another way than its own."));
    body()->addWidget(m_said);
    m_said->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    for (const SentModel::Show show : {SentModel::Show::Pending, SentModel::Show::All}) {
        QPushButton *button = makeButton(titleOf(show), ButtonKind::Small);
        button->setCheckable(true);
        m_filter->addButton(button, static_cast<int>(show));
        row->addWidget(button);
    }
    row->addStretch(1);
    body()->addLayout(row);
    m_filter->button(0)->setChecked(true);
    m_none = addText(TextKind::Body, {}, Ink::Dim);
    m_table->setModel(&model);
    m_table->setItemDelegate(new ChipDelegate(theme, SentModel::ParcelColumn, this));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("What was sent"));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMaximumSectionSize(280);
    header->setSectionResizeMode(SentModel::ParcelColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(SentModel::RecipientColumn, QHeaderView::Stretch);
    body()->addWidget(m_table, 1);
    body()->addStretch(0);
    QPushButton *back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    addToFootLeft(back);
    addToFootRight(m_tell);
    connect(back, &QPushButton::clicked, this, &SentPage::left);
    connect(m_tell, &QPushButton::clicked, this, &SentPage::open);
    connect(m_table, &QTableView::activated, this, &SentPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SentPage::judge);
    connect(m_filter, &QButtonGroup::idClicked, this, [this](int id) { show(static_cast<SentModel::Show>(id)); });
}

void SentPage::refresh()
{
    for (const SentModel::Show one : {SentModel::Show::Pending, SentModel::Show::All}) {
        QAbstractButton *button = m_filter->button(static_cast<int>(one));
        button->setText(tr("%1 (%2)").arg(titleOf(one)).arg(m_model.count(one)));
        button->setAccessibleName(button->text());
    }
    show(static_cast<SentModel::Show>(m_filter->checkedId()));
}

void SentPage::show(SentModel::Show show)
{
    m_model.setShow(show);
    const bool isEmpty = m_model.rowCount() == 0;
    m_none->setText(show == SentModel::Show::Pending ? tr("Every password has been told.") : tr("Nothing has been sent yet."));
    m_none->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    if (!isEmpty)
        m_table->setCurrentIndex(m_model.index(0, 0));
    judge();
    if (isVisible())
        (isEmpty ? static_cast<QWidget *>(m_filter->checkedButton()) : m_table)->setFocus(Qt::OtherFocusReason);
}

void SentPage::judge()
{
    const QModelIndex index = m_table->currentIndex();
    const Item *item = index.isValid() && index.row() < m_model.rowCount() ? &m_model.itemAt(index.row()) : nullptr;
    const bool isPending = item && item->record.isPending();
    m_tell->setEnabled(isPending && item->isMine);
    setFootHint(isPending && !item->isMine ? tr("Only %1 can open this password.").arg(item->by) : QString());
}

void SentPage::open()
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid() && m_tell->isEnabled())
        Q_EMIT tellWanted(m_model.itemAt(index.row()));
}

void SentPage::say(const QString &heading, const QString &text, bool isGood)
{
    m_said->setTone(isGood ? NoticeTone::Good : NoticeTone::Wrong);
    m_said->setText(heading, text);
    m_said->setVisible(!heading.isEmpty());
}

} // namespace shirushi::send
