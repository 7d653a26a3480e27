#include "approvals/askpage.h"

#include "approvals/askedfiles.h"
#include "approvals/prospectcard.h"
#include "classify/droparea.h"
#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/choice.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"
#include "widgets/wraprow.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::approvals {

using namespace widgets;

namespace {

constexpr int longestPurpose = 400; // characters, as where a class is lowered
constexpr int patience = 150;        // ms between a change and asking the rules

void fill(QComboBox *choice, const std::vector<Named> &offered)
{
    const QString chosen = choice->currentData().toString();
    choice->clear();
    choice->addItem(AskPage::tr("Please choose"), QString());
    for (const Named &named : offered)
        choice->addItem(named.title, named.id);
    choice->setCurrentIndex(qMax(0, choice->findData(chosen)));
}

} // namespace

AskPage::AskPage(const Theme &theme, AskingDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_problem(new Notice(theme, NoticeTone::Wrong, {})), m_prospect(new ProspectCard(theme)),
      m_ask(makeButton(tr("Ask for it(&S)"), ButtonKind::Main)), m_wait(new QTimer(this))
{
    setAcceptDrops(true);
    addTitle(tr("Make a request"), tr("Nothing is signed or recorded before you press the button below."));
    body()->addWidget(m_problem);
    m_problem->hide();
    auto *columns = new TwoColumns(340, 800);
    columns->left()->setSpacing(6);
    addForm(columns->left());
    columns->left()->addStretch(1);
    columns->right()->addWidget(m_prospect);
    columns->right()->addStretch(1);
    body()->addWidget(columns, 1);
    QPushButton *back = makeButton(tr("Back to the requests(&B)"), ButtonKind::Plain);
    addToFootLeft(back);
    addToFootRight(m_ask);
    m_wait->setSingleShot(true);
    m_wait->setInterval(patience);
    connect(m_wait, &QTimer::timeout, this, &AskPage::look);
    connect(back, &QPushButton::clicked, this, &AskPage::left);
    connect(m_ask, &QPushButton::clicked, this, &AskPage::carryOut);
}

QWidget *AskPage::addLine(QVBoxLayout *column, const QString &title, QWidget *input)
{
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 4);
    lines->setSpacing(4);
    lines->addWidget(new TextBlock(theme(), TextKind::Small, title));
    input->setAccessibleName(title);
    lines->addWidget(input);
    column->addWidget(box);
    return box;
}

void AskPage::addForm(QVBoxLayout *column)
{
    m_deed = new Choice(theme());
    addLine(column, tr("What is to be done"), m_deed);
    m_destination = new Choice(theme());
    m_destinationLine = addLine(column, tr("To whom"), m_destination);
    m_channel = new Choice(theme());
    m_channelLine = addLine(column, tr("By which way"), m_channel);
    m_targetBox = new QWidget;
    column->addWidget(m_targetBox);
    (new QVBoxLayout(m_targetBox))->setContentsMargins(0, 0, 0, 0);
    m_noLabel = new CheckLine(theme(), tr("The label is taken away: no class is shown any more"));
    m_targetBox->layout()->addWidget(m_noLabel);
    connect(m_noLabel, &QAbstractButton::toggled, this, [this] {
        showTarget();
        changed();
    });
    m_files = new AskedFiles(theme(), m_desk);
    addLine(column, tr("Files"), m_files);
    m_purpose = new QLineEdit;
    m_purpose->setMaxLength(longestPurpose);
    addLine(column, tr("What for"), m_purpose);
    m_purposeNote = new TextBlock(theme(), TextKind::Small, {}, Ink::Dim);
    column->addWidget(m_purposeNote);
    addPeriod(column);
    m_groundsBox = new QWidget;
    m_groundsColumn = new QVBoxLayout(m_groundsBox);
    m_groundsColumn->setContentsMargins(0, 6, 0, 0);
    m_groundsColumn->addWidget(new TextBlock(theme(), TextKind::Small, tr("Tick what is so")));
    column->addWidget(m_groundsBox);
    setFocusProxy(m_deed);
    connect(m_deed, &QComboBox::currentIndexChanged, this, &AskPage::chooseDeed);
    connect(m_destination, &QComboBox::currentIndexChanged, this, &AskPage::changed);
    connect(m_channel, &QComboBox::currentIndexChanged, this, &AskPage::changed);
    connect(m_files, &AskedFiles::changed, this, &AskPage::changed);
    connect(m_files, &AskedFiles::classifyWanted, this, &AskPage::classifyWanted);
    connect(m_files, &AskedFiles::workEnded, this, &AskPage::workEnded);
    connect(m_purpose, &QLineEdit::textChanged, this, &AskPage::judge);
}

void AskPage::addPeriod(QVBoxLayout *column)
{
    m_hasPeriod = new CheckLine(theme(), tr("It has a first and a last day"));
    column->addWidget(m_hasPeriod);
    const QDate today = QDate::currentDate();
    m_from = new DateChoice(theme(), today);
    m_until = new DateChoice(theme(), today.addDays(7));
    m_from->setMinimumDate(today);
    m_until->setMinimumDate(today);
    m_period = new QWidget;
    auto *period = new QVBoxLayout(m_period);
    period->setContentsMargins(0, 0, 0, 0);
    auto *row = new WrapRow;
    period->addLayout(row);
    for (const auto &[title, day] : {std::pair(tr("First day"), m_from), std::pair(tr("Last day"), m_until)}) {
        day->setAccessibleName(title);
        auto *one = new QWidget;
        auto *pair = new QHBoxLayout(one);
        pair->setContentsMargins(0, 0, 0, 0);
        pair->addWidget(new TextBlock(theme(), TextKind::Small, title), 0, Qt::AlignVCenter);
        pair->addWidget(day);
        row->addWidget(one);
    }
    column->addWidget(m_period);
    m_period->hide();
    connect(m_hasPeriod, &QAbstractButton::toggled, this, [this](bool on) {
        m_period->setVisible(on);
        changed();
    });
    for (DateChoice *day : {m_from, m_until})
        connect(day, &QDateEdit::dateChanged, this, &AskPage::changed);
}

void AskPage::begin(const Asking &asking, const std::vector<base::Path> &files)
{
    clear();
    m_open = true;
    m_deeds = m_desk.deeds();
    m_deed->clear();
    m_deed->addItem(tr("Please choose"), QString());
    for (const AskableDeed &deed : m_deeds)
        m_deed->addItem(deed.title, deed.id);
    m_deed->setCurrentIndex(qMax(0, m_deed->findData(asking.deed)));
    m_destination->setCurrentIndex(qMax(0, m_destination->findData(asking.destination)));
    m_channel->setCurrentIndex(qMax(0, m_channel->findData(asking.channel)));
    for (const auto &[axis, choice] : m_target) {
        const auto level = asking.target.find(axis);
        choice->setCurrentIndex(level == asking.target.end() ? 0 : qMax(0, choice->findData(level->second)));
    }
    m_noLabel->setChecked(asking.takesLabelAway);
    m_ticked = asking.grounds;
    m_purpose->setText(asking.purpose);
    m_hasPeriod->setChecked(asking.from.isValid() && asking.until.isValid());
    if (m_hasPeriod->isChecked()) {
        m_from->setDate(asking.from);
        m_until->setDate(asking.until);
    }
    m_files->setFiles(asking.files);
    m_files->add(files);
    chooseDeed();
    scrollToTop();
    m_deed->setFocus(Qt::OtherFocusReason);
}

void AskPage::lookAgain()
{
    m_files->readAgain();
    changed();
    m_ask->setFocus(Qt::OtherFocusReason);
    if (!m_ask->isEnabled())
        m_deed->setFocus(Qt::OtherFocusReason);
}

void AskPage::clear()
{
    ++m_asked;
    m_open = false;
    m_wait->stop();
    m_problem->hide();
    m_files->setFiles({});
    m_purpose->clear();
    m_hasPeriod->setChecked(false);
    m_noLabel->setChecked(false);
    m_ticked.clear();
    offerGrounds({});
    m_prospect->setProspect({});
}

bool AskPage::isWorking() const
{
    return m_working || m_files->isReading();
}

void AskPage::stop()
{
    m_files->stop();
}

const AskableDeed *AskPage::deed() const
{
    const QString id = m_deed->currentData().toString();
    const auto found = std::find_if(m_deeds.begin(), m_deeds.end(), [&id](const AskableDeed &deed) { return deed.id == id; });
    return found == m_deeds.end() ? nullptr : &*found;
}

Asking AskPage::asking() const
{
    Asking asking;
    asking.deed = m_deed->currentData().toString();
    asking.destination = m_destination->currentData().toString();
    asking.channel = m_channel->currentData().toString();
    asking.takesLabelAway = !m_target.empty() && m_noLabel->isChecked();
    for (const auto &[axis, choice] : m_target) {
        if (const QString level = choice->currentData().toString(); !level.isEmpty() && !asking.takesLabelAway)
            asking.target[axis] = level;
    }
    for (std::size_t i = 0; i < m_grounds.size(); ++i) {
        if (m_grounds[i]->isChecked())
            asking.grounds += m_offered[i].id;
    }
    asking.files = m_files->files();
    asking.purpose = m_purpose->text().simplified();
    if (m_hasPeriod->isChecked()) {
        asking.from = m_from->date();
        asking.until = m_until->date();
    }
    return asking;
}

void AskPage::chooseDeed()
{
    const AskableDeed *chosen = deed();
    fill(m_destination, chosen ? chosen->destinations : std::vector<Named>());
    fill(m_channel, chosen ? chosen->channels : std::vector<Named>());
    m_destinationLine->setVisible(chosen && !chosen->destinations.empty());
    m_channelLine->setVisible(chosen && !chosen->channels.empty());
    offerTarget(chosen ? chosen->target : std::vector<NamedAxis>());
    m_purposeNote->setText(chosen ? chosen->purposeNote : QString());
    m_purposeNote->setVisible(chosen && !chosen->purposeNote.isEmpty());
    changed();
}

void AskPage::offerTarget(const std::vector<NamedAxis> &axes)
{
    m_targetBox->setVisible(!axes.empty());
    if (axes.size() == m_target.size())
        return; // the rules do not change while somebody is signed in
    for (const auto &[axis, choice] : m_target) {
        choice->parentWidget()->hide();
        choice->parentWidget()->deleteLater();
    }
    m_target.clear();
    for (const NamedAxis &axis : axes) {
        auto *choice = new Choice(theme());
        fill(choice, axis.levels);
        addLine(static_cast<QVBoxLayout *>(m_targetBox->layout()), tr("To which class: %1").arg(axis.title), choice);
        m_target.emplace_back(axis.id, choice);
        connect(choice, &QComboBox::currentIndexChanged, this, &AskPage::changed);
    }
    showTarget();
}

void AskPage::showTarget()
{
    for (const auto &[axis, choice] : m_target)
        choice->parentWidget()->setVisible(!m_noLabel->isChecked());
}

void AskPage::changed()
{
    ++m_asked;
    m_isKnown = false;
    judge();
    if (m_open && !m_files->isReading())
        m_wait->start();
}

void AskPage::look()
{
    const int asked = ++m_asked;
    classify::inBackground(this, [desk = &m_desk, asking = asking()] { return desk->prospect(asking); },
                           [this, asked](const base::Result<Prospect> &prospect) {
                               if (asked == m_asked && m_open)
                                   showProspect(prospect);
                           });
}

void AskPage::showProspect(const base::Result<Prospect> &prospect)
{
    Prospect shown;
    if (prospect)
        shown = *prospect;
    else
        shown.objections = {prospect.error().message};
    const QStringList before = asking().grounds;
    offerGrounds(shown.grounds);
    if (asking().grounds != before) {
        changed();
        return;
    }
    m_objections = shown.objections;
    m_isKnown = true;
    m_prospect->setProspect(shown);
    judge();
}

void AskPage::offerGrounds(const std::vector<Named> &grounds)
{
    m_groundsBox->setVisible(!grounds.empty());
    if (grounds == m_offered)
        return;
    // A ground that makes no difference any more is taken back: it would be signed otherwise.
    for (CheckLine *line : m_grounds) {
        line->hide();
        line->deleteLater();
    }
    m_grounds.clear();
    m_offered = grounds;
    for (const Named &ground : grounds) {
        auto *line = new CheckLine(theme(), ground.title);
        line->setChecked(m_ticked.contains(ground.id));
        m_groundsColumn->addWidget(line);
        m_grounds.push_back(line);
        connect(line, &QAbstractButton::toggled, this, [this, id = ground.id](bool on) {
            m_ticked.removeAll(id);
            if (on)
                m_ticked += id;
            changed();
        });
    }
}

void AskPage::judge()
{
    const bool hasPurpose = !m_purpose->text().trimmed().isEmpty();
    m_ask->setEnabled(m_isKnown && m_objections.isEmpty() && hasPurpose && !m_working);
    setFootHint(!m_isKnown              ? QString()
                : !m_objections.isEmpty() ? tr("Something is to be done first: see “Who decides”.")
                : !hasPurpose             ? tr("Please say what it is for.")
                                          : QString());
}

void AskPage::carryOut()
{
    if (m_working)
        return;
    m_working = true;
    m_problem->hide();
    judge();
    classify::inBackground(this, [desk = &m_desk, asking = asking()] { return desk->ask(asking); },
                           [this](const base::Result<Asked> &result) {
                               m_working = false;
                               if (result) {
                                   Q_EMIT asked(*result);
                               } else {
                                   judge();
                                   m_problem->setText(tr("It was not asked for"), result.error().message);
                                   m_problem->show();
                                   reveal(m_problem);
                                   m_ask->setFocus(Qt::OtherFocusReason);
                               }
                               Q_EMIT workEnded();
                           });
}

void AskPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && m_open)
        event->acceptProposedAction();
}

void AskPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_files->add(classify::droppedFiles(*event->mimeData()));
}

void AskPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_working)
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::approvals
