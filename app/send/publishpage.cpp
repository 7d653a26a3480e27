#include "send/publishpage.h"

#include "classify/work.h"
#include "send/findingmodel.h"
#include "sending/ordercheck.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int longestWords = 400; // as model/sending takes them
constexpr int shownRows = 8;

} // namespace

PublishPage::PublishPage(const Theme &theme, SendDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_model(new FindingModel(this)), m_problem(new Notice(theme, NoticeTone::Wrong, {})),
      m_found(new Notice(theme, NoticeTone::Information, {})), m_table(new Table(theme)),
      m_accept(new CheckLine(theme, tr("I have looked at all of it, and it may be published as it is"))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_publish(makeButton(tr("Record the publication(&R)"), ButtonKind::Main))
{
    addTitle(tr("Before it is published"), tr("What nobody sees at a glance goes out with the file: comments, hidden sheets, names. It is looked for here."));
    m_lead = addText(TextKind::Body, {}, Ink::Dim);
    body()->addWidget(m_problem);
    m_problem->hide();
    body()->addWidget(m_found);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("What was found"));
    m_table->setFittedRows(shownRows);
    m_table->setWordWrap(true);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMaximumSectionSize(260);
    header->setMinimumSectionSize(Table::narrowest);
    header->setSectionResizeMode(FindingModel::FileColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(FindingModel::ExcerptColumn, QHeaderView::Stretch);
    body()->addWidget(m_table);
    body()->addWidget(m_accept);
    m_place = addLine(tr("Where it is published (an address, the name of a bulletin)"), &m_placeBox, &m_placeNote);
    m_sanitised = addLine(tr("How it was sanitised (recorded)"), &m_sanitisedBox, &m_sanitisedNote);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_publish);
    connect(m_back, &QPushButton::clicked, this, &PublishPage::left);
    connect(m_publish, &QPushButton::clicked, this, &PublishPage::publish);
    connect(m_accept, &QAbstractButton::toggled, this, &PublishPage::showState);
    showState();
}

QLineEdit *PublishPage::addLine(const QString &title, QWidget **box, TextBlock **note)
{
    *box = new QWidget;
    *note = new TextBlock(theme(), TextKind::Small, {}, Ink::Dim);
    auto *edit = new QLineEdit;
    auto *column = new QVBoxLayout(*box);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    column->addWidget(new TextBlock(theme(), TextKind::Small, title));
    column->addWidget(edit);
    column->addWidget(*note);
    edit->setMaxLength(longestWords);
    edit->setAccessibleName(title);
    body()->addWidget(*box);
    connect(edit, &QLineEdit::textChanged, this, &PublishPage::showState);
    return edit;
}

void PublishPage::begin(const Plan &plan, const Prospect &prospect)
{
    clear();
    m_plan = plan;
    m_lead->setText(tr("%n files", nullptr, static_cast<int>(plan.files.size())));
    const auto sanitising = sending::demandsOf(*prospect.answer).sanitising;
    m_sanitisedBox->setVisible(sanitising.has_value());
    m_sanitisedNote->setText(sanitising ? tr("%1: %2").arg(sanitising->citation.article, inWindowLanguage(sanitising->text)) : QString());
    m_placeNote->setText(tr("The file's hash is recorded as it was acquired and as it goes out, so that a copy can be compared later."));
    look();
    scrollToTop();
    m_place->setFocus(Qt::OtherFocusReason);
}

void PublishPage::clear()
{
    ++m_asked;
    m_plan = {};
    m_model->setFiles({});
    m_seen.clear();
    m_isLooked = false;
    m_accept->setChecked(false);
    m_place->clear();
    m_sanitised->clear();
    m_sanitisedBox->hide();
    m_problem->hide();
    showState();
}

void PublishPage::look()
{
    const int asked = ++m_asked;
    work(true);
    classify::inBackground(this, [desk = &m_desk.publishing(), plan = m_plan] { return desk->look(plan); },
                           [this, asked](const base::Result<sending::Published> &looked) {
                               work(false);
                               if (asked == m_asked)
                                   showLooked(looked);
                               Q_EMIT workEnded();
                           });
}

void PublishPage::showLooked(const base::Result<sending::Published> &looked)
{
    m_isLooked = looked.has_value();
    if (!looked) {
        m_problem->setText(tr("The files could not be looked into"), looked.error().message);
        m_problem->show();
    } else {
        m_model->setFiles(looked->files);
        for (const sending::PublishedFile &file : looked->files)
            m_seen += file.sha256;
    }
    m_table->updateGeometry();
    showState();
}

void PublishPage::showState()
{
    const auto found = static_cast<int>(m_model->found());
    const bool isAccepted = found == 0 || m_accept->isChecked();
    m_found->setVisible(m_isWorking || m_isLooked);
    if (m_isWorking) {
        m_found->setTone(NoticeTone::Information);
        m_found->setText(tr("The files are being looked into"));
    } else if (found == 0) {
        m_found->setTone(NoticeTone::Good);
        m_found->setText(tr("Nothing hidden was found"), tr("What stands in plain sight is for you to read once more."));
    } else {
        m_found->setTone(NoticeTone::Caution);
        m_found->setText(tr("%n hidden things were found", nullptr, found),
                         tr("It is safest to go back, take them out with the program that made the file, and come again."));
    }
    m_table->setVisible(m_isLooked && found > 0);
    m_accept->setVisible(m_isLooked && found > 0);
    const bool isPlaced = !m_place->text().trimmed().isEmpty();
    const bool isSaid = m_sanitisedBox->isHidden() || !m_sanitised->text().trimmed().isEmpty();
    m_back->setEnabled(!m_isWorking);
    m_publish->setEnabled(m_isLooked && !m_isWorking && isAccepted && isPlaced && isSaid);
    setFootHint(!m_isLooked || m_isWorking ? QString()
                : !isAccepted              ? tr("Please look at what was found, and tick that it may go out, or go back.")
                : !isPlaced                ? tr("Please say where it is published.")
                : !isSaid                  ? tr("Please say how it was sanitised.")
                                           : QString());
}

void PublishPage::work(bool isWorking)
{
    m_isWorking = isWorking;
    showState();
}

void PublishPage::publish()
{
    if (m_isWorking)
        return;
    m_problem->hide();
    const Publishing publishing{m_place->text().simplified(), m_sanitisedBox->isHidden() ? QString() : m_sanitised->text().simplified(),
                                m_accept->isChecked(), m_seen};
    const int asked = ++m_asked;
    work(true);
    classify::inBackground(this, [desk = &m_desk.publishing(), plan = m_plan, publishing] { return desk->publish(plan, publishing); },
                           [this, asked](const base::Result<sending::Published> &done) {
                               work(false);
                               if (asked == m_asked && done && done->isRecorded) {
                                   QStringList files;
                                   QStringList unknown;
                                   for (const sending::PublishedFile &file : done->files)
                                       (file.acquired ? files : unknown) += base::toDisplay(file.path.filename());
                                   Q_EMIT published(files + unknown, unknown);
                               } else if (asked == m_asked) {
                                   m_problem->setText(tr("Nothing was recorded"),
                                                      done ? tr("The files have changed: please look at them again.") : done.error().message);
                                   m_problem->show();
                                   reveal(m_problem);
                               }
                               Q_EMIT workEnded();
                           });
}

void PublishPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isWorking)
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::send
