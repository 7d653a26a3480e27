#include "send/sentpage.h"

#include "classify/work.h"
#include "send/sentform.h"
#include "widgets/button.h"
#include "widgets/chipdelegate.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <utility>

namespace shirushi::send {

using namespace widgets;
using Show = SentModel::Show;

namespace {

constexpr std::array allShows{Show::Pending, Show::Receipt, Show::Overdue, Show::All};
constexpr int shownRows = 9;

QString titleOf(Show show)
{
    switch (show) {
    case Show::Pending:
        return SentPage::tr("Not told yet");
    case Show::Receipt:
        return SentPage::tr("Receipt not confirmed");
    case Show::Overdue:
        return SentPage::tr("Overdue");
    case Show::All:
        break;
    }
    return SentPage::tr("All that was sent");
}

QString noneText(Show show)
{
    switch (show) {
    case Show::Pending:
        return SentPage::tr("Every password has been told.");
    case Show::Receipt:
        return SentPage::tr("No receipt has to be confirmed.");
    case Show::Overdue:
        return SentPage::tr("Nothing is overdue.");
    case Show::All:
        break;
    }
    return SentPage::tr("Nothing has been sent yet.");
}

} // namespace

SentPage::SentPage(const Theme &theme, SendDesk &desk, SentModel &model, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_model(model), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_overdue(new Notice(theme, NoticeTone::Caution, {})), m_unrecorded(new Notice(theme, NoticeTone::Caution, {})), m_filter(new QButtonGroup(this)), m_filterRow(new WrapRow), m_table(new Table(theme)),
      m_confirm(makeButton(tr("Confirm the receipt(&C)"), ButtonKind::Small)), m_missent(makeButton(tr("Mis-sent(&M)"), ButtonKind::Small)),
      m_erase(makeButton(tr("Erase the password untold(&E)"), ButtonKind::Small)), m_formPlace(new QVBoxLayout),
      m_tell(makeButton(tr("Tell the password(&P)"), ButtonKind::Main))
{
    addTitle(tr("What was sent"), tr("A parcel can only be opened when its password has been told, by another way than its own."));
    body()->addWidget(m_said);
    m_said->hide();
    body()->addWidget(m_overdue);
    m_overdue->hide();
    body()->addWidget(m_unrecorded);
    m_unrecorded->hide();
    addFilter();
    m_none = addText(TextKind::Body, {}, Ink::Dim);
    addTable();
    addDeeds();
    body()->addLayout(m_formPlace);
    body()->addStretch(1);
    QPushButton *back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    addToFootLeft(back);
    addToFootRight(m_tell);
    connect(back, &QPushButton::clicked, this, &SentPage::left);
    connect(m_tell, &QPushButton::clicked, this, &SentPage::open);
}

void SentPage::addFilter()
{
    for (const Show show : allShows) {
        QPushButton *button = makeButton(titleOf(show), ButtonKind::Small);
        button->setCheckable(true);
        m_filter->addButton(button, static_cast<int>(show));
        m_filterRow->addWidget(button);
    }
    body()->addLayout(m_filterRow);
    m_filter->button(static_cast<int>(Show::Pending))->setChecked(true);
    connect(m_filter, &QButtonGroup::idClicked, this, [this](int id) { show(static_cast<Show>(id)); });
}

void SentPage::addTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new ChipDelegate(theme(), SentModel::ParcelColumn, this));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("What was sent"));
    m_table->setFittedRows(shownRows);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMinimumSectionSize(Table::narrowest);
    header->setMaximumSectionSize(280);
    header->setSectionResizeMode(SentModel::ParcelColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(SentModel::RecipientColumn, QHeaderView::Stretch);
    body()->addWidget(m_table);
    connect(m_table, &QTableView::activated, this, &SentPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_chosen = m_model.itemAt(current.row()).record.id;
        closeForm();
        judge();
    });
}

void SentPage::addDeeds()
{
    auto *row = new WrapRow;
    for (QPushButton *button : {m_confirm, m_missent, m_erase})
        row->addWidget(button);
    body()->addLayout(row);
    connect(m_confirm, &QPushButton::clicked, this, &SentPage::askReceipt);
    connect(m_erase, &QPushButton::clicked, this, &SentPage::askErasing);
    connect(m_missent, &QPushButton::clicked, this, [this] {
        if (const Item *item = chosen())
            Q_EMIT missentWanted(Item(*item));
    });
}

void SentPage::begin()
{
    const bool startsOverdue = m_model.count(Show::Pending) == 0 && m_model.count(Show::Overdue) > 0;
    m_filter->button(static_cast<int>(startsOverdue ? Show::Overdue : Show::Pending))->setChecked(true);
    refresh();
    m_chosen.clear(); // the newest, once the list has been read anew
}

void SentPage::clear()
{
    closeForm();
    m_chosen.clear();
    m_filter->button(static_cast<int>(Show::Pending))->setChecked(true);
    say({}, {}, true);
    setUnrecorded({});
    refresh();
}

void SentPage::refresh()
{
    for (const Show one : allShows) {
        QAbstractButton *button = m_filter->button(static_cast<int>(one));
        button->setText(tr("%1 (%2)").arg(titleOf(one)).arg(m_model.count(one)));
        button->setAccessibleName(button->text());
    }
    const int overdue = m_model.count(Show::Overdue);
    m_overdue->setText(tr("%n sendings are overdue", nullptr, overdue),
                       tr("Please tell the password or ask whether the parcel came, and record it."));
    m_overdue->setVisible(overdue > 0);
    show(static_cast<Show>(m_filter->checkedId()));
}

void SentPage::setUnrecorded(const std::vector<sending::Unfinished> &left)
{
    QStringList sentences;
    for (const sending::Unfinished &work : left)
        sentences += sending::sentenceOf(work);
    m_unrecorded->setText(tr("Shirushi was ended before something was recorded"), sentences.join(u'\n'));
    m_unrecorded->setVisible(!left.empty());
}

void SentPage::show(Show show)
{
    const Item *current = chosen(); // none where the list has just been read anew
    const QString before = current ? current->record.id : m_chosen;
    m_model.setShow(show);
    const bool isEmpty = m_model.rowCount() == 0;
    m_none->setText(noneText(show));
    m_none->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_table->updateGeometry();
    if (!isEmpty) {
        const int row = std::max(0, m_model.rowOf(before));
        m_table->setCurrentIndex(m_model.index(row, 0));
        m_chosen = m_model.itemAt(row).record.id; // also where that row was the current one, and nothing says so
    }
    judge();
    if (isVisible() && !m_form)
        (isEmpty ? static_cast<QWidget *>(m_filter->checkedButton()) : m_table)->setFocus(Qt::OtherFocusReason);
}

const Item *SentPage::chosen() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? &m_model.itemAt(index.row()) : nullptr;
}

void SentPage::judge()
{
    const Item *item = chosen();
    const bool isPending = item && item->record.isPending();
    m_tell->setEnabled(isPending && item->isMine && !item->record.missentAt.isValid());
    m_confirm->setEnabled(item && item->record.awaitsReceipt() && !m_working);
    m_missent->setEnabled(item && !m_working);
    m_erase->setEnabled(isPending && (item->isOverdue || item->record.missentAt.isValid()) && !m_working);
    setFootHint(isPending && !item->isMine ? tr("Only %1 can open this password.").arg(item->by) : QString());
}

void SentPage::open()
{
    if (const Item *item = chosen(); item && m_tell->isEnabled())
        Q_EMIT tellWanted(Item(*item));
}

void SentPage::askReceipt()
{
    const Item *item = chosen();
    if (!item)
        return;
    auto *form = new SentForm(theme(), {tr("Confirm the receipt"), tr("Record it when the recipient has said that %1 came and could be opened.").arg(nameOf(item->record.parcel)),
                                        tr("Who said so"), tr("Record it(&R)")});
    connect(form, &SentForm::confirmed, this, [this, id = item->record.id, name = nameOf(item->record.parcel)](const QString &by) {
        carryOut([desk = &m_desk, id, by] { return desk->confirmed(id, by); }, tr("Recorded: the receipt of %1 is confirmed").arg(name));
    });
    showForm(form);
}

void SentPage::askErasing()
{
    const Item *item = chosen();
    if (!item)
        return;
    auto *form = new SentForm(theme(), {tr("Erase the password untold"), tr("Nobody will be able to open %1 with it any more. This cannot be undone.").arg(nameOf(item->record.parcel)),
                                        {}, tr("Erase it(&R)")});
    connect(form, &SentForm::confirmed, this, [this, id = item->record.id, name = nameOf(item->record.parcel)] {
        carryOut([desk = &m_desk, id] { return desk->forget(id); }, tr("Erased: the password of %1").arg(name));
    });
    showForm(form);
}

void SentPage::showForm(SentForm *form)
{
    closeForm();
    say({}, {}, true);
    m_form = form;
    m_formPlace->addWidget(form);
    form->show();
    form->setFocus(Qt::OtherFocusReason);
    reveal(form);
    connect(form, &SentForm::cancelled, this, [this] {
        closeForm();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void SentPage::closeForm()
{
    if (SentForm *form = std::exchange(m_form, nullptr)) {
        form->hide();
        form->deleteLater();
    }
}

template <typename Deed>
void SentPage::carryOut(Deed deed, const QString &said)
{
    if (m_working)
        return;
    m_working = true;
    m_form->setBusy(true);
    judge();
    classify::inBackground(this, std::move(deed), [this, said](const base::Result<void> &done) {
        m_working = false;
        closeForm();
        say(done ? said : tr("It was not recorded"), done ? QString() : done.error().message, done.has_value());
        reveal(m_said);
        judge();
        if (done)
            Q_EMIT changed();
        Q_EMIT workEnded();
    });
}

void SentPage::say(const QString &heading, const QString &text, bool isGood)
{
    m_said->setTone(isGood ? NoticeTone::Good : NoticeTone::Wrong);
    m_said->setText(heading, text);
    m_said->setVisible(!heading.isEmpty());
}

} // namespace shirushi::send
