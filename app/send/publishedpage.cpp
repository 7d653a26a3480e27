#include "send/publishedpage.h"

#include "classify/droparea.h"
#include "classify/work.h"
#include "send/publicationmodel.h"
#include "send/sentmodel.h"
#include "widgets/button.h"
#include "widgets/table.h"
#include "widgets/textblock.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

PublishedPage::PublishedPage(const Theme &theme, SendDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_model(new PublicationModel(this)), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_table(new Table(theme)), m_compare(makeButton(tr("Compare with what was published(&C)"), ButtonKind::Main))
{
    setAcceptDrops(true);
    addTitle(tr("What was published"),
             tr("Fetch the file from where it is read, and compare it: choose its row here, or drop the copy on this page."));
    body()->addWidget(m_said);
    m_said->hide();
    m_none = addText(TextKind::Body, tr("Nothing has been published yet."), Ink::Dim);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("What was published"));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMinimumSectionSize(Table::narrowest);
    header->setMaximumSectionSize(280);
    header->setSectionResizeMode(PublicationModel::FileColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(PublicationModel::PlaceColumn, QHeaderView::Stretch);
    body()->addWidget(m_table, 1);
    QPushButton *back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    addToFootLeft(back);
    addToFootRight(m_compare);
    connect(back, &QPushButton::clicked, this, &PublishedPage::left);
    connect(m_compare, &QPushButton::clicked, this, &PublishedPage::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PublishedPage::showState);
    showState();
}

void PublishedPage::load()
{
    const int asked = ++m_asked;
    classify::inBackground(this, [desk = &m_desk.publishing()] { return desk->published(); },
                           [this, asked](base::Result<std::vector<sending::PublicationRecord>> records) {
                               if (asked != m_asked)
                                   return;
                               if (!records)
                                   say(tr("What was published cannot be read"), records.error().message, NoticeTone::Wrong);
                               m_model->setRecords(records ? std::move(*records) : std::vector<sending::PublicationRecord>());
                               if (m_model->rowCount() > 0)
                                   m_table->setCurrentIndex(m_model->index(0, 0));
                               showState();
                               if (isVisible() && m_table->isVisible())
                                   m_table->setFocus(Qt::OtherFocusReason);
                           });
}

void PublishedPage::clear()
{
    ++m_asked;
    m_model->setRecords({});
    say({}, {}, NoticeTone::Good);
    showState();
}

void PublishedPage::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_said->setTone(tone);
    m_said->setText(heading, text);
    m_said->setVisible(!heading.isEmpty());
    if (!heading.isEmpty())
        reveal(m_said);
}

void PublishedPage::choose()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const QString id = m_model->recordAt(current.row()).id;
    const QString copy = QFileDialog::getOpenFileName(window(), tr("The copy from where it is read"));
    if (!copy.isEmpty())
        compare(base::toPath(copy), id);
}

void PublishedPage::compare(const base::Path &copy, const QString &id)
{
    if (m_isWorking)
        return;
    const int asked = ++m_asked;
    m_isWorking = true;
    say(tr("%1 is being compared").arg(base::toDisplay(copy.filename())), {}, NoticeTone::Information);
    showState();
    classify::inBackground(this, [desk = &m_desk.publishing(), copy, id] { return desk->compare(copy, id); },
                           [this, asked, copy](const base::Result<sending::Compared> &compared) {
                               m_isWorking = false;
                               if (asked == m_asked)
                                   showCompared(copy, compared);
                               Q_EMIT workEnded();
                           });
}

void PublishedPage::showCompared(const base::Path &copy, const base::Result<sending::Compared> &compared)
{
    const QString name = base::toDisplay(copy.filename());
    if (!compared) {
        say(tr("%1 could not be compared").arg(name), compared.error().message, NoticeTone::Wrong);
        showState();
        return;
    }
    const QString what = tr("Compared with %1, published at %2. The result is recorded.").arg(nameOf(compared->record.file), compared->record.place);
    switch (compared->result) {
    case sending::Comparison::Same:
        say(tr("The copy is the same, byte for byte"), what, NoticeTone::Good);
        break;
    case sending::Comparison::OnlyLabel:
        say(tr("The content is the same; only the label differs"), what, NoticeTone::Good);
        break;
    case sending::Comparison::Differs:
        say(tr("The copy differs from what was published"), what + u' ' + tr("Please find out who changed it, and put the right one in its place."),
            NoticeTone::Wrong);
        break;
    }
    load();
}

void PublishedPage::showState()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_none->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_compare->setEnabled(!m_isWorking && m_table->currentIndex().isValid());
}

void PublishedPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_isWorking)
        event->acceptProposedAction();
}

void PublishedPage::dropEvent(QDropEvent *event)
{
    const std::vector<base::Path> files = classify::droppedFiles(*event->mimeData());
    event->acceptProposedAction();
    if (files.size() == 1)
        compare(files.front(), {});
    else
        say(tr("Please drop one file at a time"), {}, NoticeTone::Caution);
}

void PublishedPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isWorking)
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::send
