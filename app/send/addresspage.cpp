#include "send/addresspage.h"

#include "classify/work.h"
#include "send/addressform.h"
#include "widgets/button.h"
#include "widgets/chipdelegate.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int patience = 150;   // ms after the last key
constexpr int shownRows = 8;

} // namespace

AddressPage::AddressPage(const Theme &theme, SendDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_model(new AddressModel(desk, this)), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_undo(makeButton(tr("Put it back(&U)"), ButtonKind::Small)), m_search(new QLineEdit), m_table(new Table(theme)),
      m_change(makeButton(tr("Change(&E)"), ButtonKind::Small)), m_check(makeButton(tr("Mark as checked(&K)"), ButtonKind::Small)),
      m_remove(makeButton(tr("Take out(&R)"), ButtonKind::Small)), m_add(makeButton(tr("Add somebody(&A)"), ButtonKind::Main)),
      m_formPlace(new QVBoxLayout), m_wait(new QTimer(this))
{
    addTitle(tr("Address book"), tr("Those outside and inside to whom parcels go. Mark somebody as checked when you have compared mail "
                                    "address and telephone number with something other than a mail, such as the contract."));
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 2);
    row->addWidget(m_undo);
    row->addStretch(1);
    m_said->add(box);
    body()->addWidget(m_said);
    m_said->hide();
    addText(TextKind::Small, tr("Search by name, kana, organisation or mail address"));
    m_search->setAccessibleName(tr("Search by name, kana, organisation or mail address"));
    m_search->setClearButtonEnabled(true);
    body()->addWidget(m_search);
    m_none = addText(TextKind::Body, {}, Ink::Dim);
    addList();
    body()->addLayout(m_formPlace);
    body()->addStretch(1);
    QPushButton *back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    addToFootLeft(back);
    addToFootRight(m_add);
    m_wait->setSingleShot(true);
    m_wait->setInterval(patience);
    connect(m_wait, &QTimer::timeout, this, [this] { load(); });
    connect(m_search, &QLineEdit::textChanged, m_wait, qOverload<>(&QTimer::start));
    connect(back, &QPushButton::clicked, this, &AddressPage::left);
    connect(m_add, &QPushButton::clicked, this, [this] { open({}); });
    connect(m_undo, &QPushButton::clicked, this, &AddressPage::putBack);
    judge();
}

void AddressPage::addList()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ChipDelegate(theme(), AddressModel::NameColumn, this));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Address book"));
    m_table->setFittedRows(shownRows);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMaximumSectionSize(260);
    header->setStretchLastSection(true);
    body()->addWidget(m_table);
    auto *row = new WrapRow;
    for (QPushButton *button : {m_change, m_check, m_remove})
        row->addWidget(button);
    body()->addLayout(row);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AddressPage::judge);
    connect(m_table, &QTableView::activated, m_change, &QPushButton::click);
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const BookEntry *entry = chosen())
            open(entry->contact);
    });
    connect(m_check, &QPushButton::clicked, this, &AddressPage::check);
    connect(m_remove, &QPushButton::clicked, this, &AddressPage::remove);
}

void AddressPage::begin()
{
    clear();
    load();
    scrollToTop();
    m_search->setFocus(Qt::OtherFocusReason);
}

void AddressPage::begin(const sending::Contact &wanted)
{
    begin();
    open(wanted);
}

void AddressPage::clear()
{
    ++m_asked;
    close();
    m_said->hide();
    m_removed = {};
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    m_wait->stop();
    m_model->setEntries({});
    judge();
}

void AddressPage::load(const QString &chosen)
{
    const int asked = ++m_asked;
    classify::inBackground(this, [desk = &m_desk, words = m_search->text()] { return desk->findContacts(words); },
                           [this, asked, chosen](base::Result<std::vector<BookEntry>> entries) {
                               if (asked != m_asked)
                                   return;
                               if (!entries)
                                   say(false, tr("The address book cannot be read"), entries.error().message);
                               show(entries ? std::move(*entries) : std::vector<BookEntry>(), chosen);
                           });
}

void AddressPage::show(std::vector<BookEntry> entries, const QString &chosen)
{
    m_model->setEntries(std::move(entries));
    const bool isEmpty = m_model->rowCount() == 0;
    m_none->setText(m_search->text().trimmed().isEmpty() ? tr("Nobody stands in the address book yet.") : tr("Nobody is found."));
    m_none->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_table->updateGeometry();
    if (!isEmpty)
        m_table->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(chosen)), 0));
    judge();
}

const BookEntry *AddressPage::chosen() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->entryAt(index.row()) : nullptr;
}

void AddressPage::judge()
{
    const BookEntry *entry = chosen();
    for (QPushButton *button : {m_change, m_remove})
        button->setEnabled(entry && !m_working);
    m_check->setEnabled(entry && !m_working && !entry->contact.isChecked());
}

void AddressPage::say(bool isGood, const QString &heading, const QString &text)
{
    m_said->setTone(isGood ? NoticeTone::Good : NoticeTone::Wrong);
    m_said->setText(heading, text);
    m_undo->setVisible(isGood && !m_removed.id.isEmpty());
    m_said->show();
    reveal(m_said);
}

void AddressPage::open(const sending::Contact &contact)
{
    close();
    m_said->hide();
    m_form = new AddressForm(theme(), m_desk, contact);
    m_formPlace->addWidget(m_form);
    m_add->hide(); // one main action at a time: to save it
    m_form->show();
    m_form->setFocus(Qt::OtherFocusReason);
    reveal(m_form);
    connect(m_form, &AddressForm::workEnded, this, &AddressPage::workEnded);
    connect(m_form, &AddressForm::cancelled, this, [this] {
        close();
        m_search->setFocus(Qt::OtherFocusReason);
    });
    connect(m_form, &AddressForm::saved, this, [this](const BookEntry &entry) {
        close();
        m_removed = {};
        say(true, tr("Saved: %1").arg(entry.contact.name), entry.contact.isChecked() ? QString() : tr("Nobody has checked this address yet."));
        load(entry.contact.id);
        m_table->setFocus(Qt::OtherFocusReason);
        Q_EMIT saved(entry);
    });
}

void AddressPage::close()
{
    m_add->show();
    if (AddressForm *form = std::exchange(m_form, nullptr)) {
        form->hide();
        form->deleteLater();
    }
}

template <typename Deed, typename Finished>
void AddressPage::carryOut(Deed deed, Finished finished)
{
    if (m_working)
        return;
    m_working = true;
    judge();
    classify::inBackground(this, std::move(deed), [this, finished = std::move(finished)](const auto &done) {
        m_working = false;
        if (done)
            finished(done);
        else
            say(false, tr("Nothing was changed"), done.error().message);
        judge();
        Q_EMIT workEnded();
    });
}

void AddressPage::check()
{
    const BookEntry *entry = chosen();
    if (!entry)
        return;
    carryOut([desk = &m_desk, id = entry->contact.id] { return desk->checkContact(id); }, [this](const base::Result<BookEntry> &checked) {
        m_removed = {};
        say(true, tr("Marked as checked: %1").arg(checked->contact.name));
        load(checked->contact.id);
        m_table->setFocus(Qt::OtherFocusReason);
        Q_EMIT saved(*checked);
    });
}

void AddressPage::remove()
{
    const BookEntry *entry = chosen();
    if (!entry)
        return;
    carryOut([desk = &m_desk, id = entry->contact.id] { return desk->removeContact(id); },
             [this, removed = entry->contact](const base::Result<void> &) {
                 m_removed = removed;
                 say(true, tr("Taken out: %1").arg(removed.name));
                 load();
                 m_undo->setFocus(Qt::OtherFocusReason);
             });
}

// It was removed, and is added anew: nobody has checked it then.
void AddressPage::putBack()
{
    carryOut([desk = &m_desk, contact = m_removed] { return desk->addContact(contact); }, [this](const base::Result<BookEntry> &entry) {
        m_removed = {};
        say(true, tr("Put back: %1").arg(entry->contact.name), tr("Nobody has checked this address yet."));
        load(entry->contact.id);
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void AddressPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_working && !m_form)
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::send
