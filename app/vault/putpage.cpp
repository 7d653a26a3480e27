#include "vault/putpage.h"

#include "classify/droparea.h"
#include "classify/progressrow.h"
#include "classify/work.h"
#include "vault/itemwords.h"
#include "vault/keepingform.h"
#include "vault/linestable.h"
#include "vault/peoplelist.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/choice.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace shirushi::vaults {

using namespace widgets;

namespace {

constexpr int shownFiles = 6;
constexpr int shownOutcomes = 14;

} // namespace

PutPage::PutPage(const Theme &theme, VaultDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})), m_form(new QWidget), m_vault(new Choice(theme)),
      m_files(new LinesTable(theme, tr("What is put in"), {tr("Name"), tr("Lies in")}, shownFiles)), m_keeping(new KeepingForm(theme)),
      m_keeps(new CheckLine(theme, tr("Keep the originals"), tr("Otherwise each is erased from its place once it lies in the vault and was read back."))),
      m_final(new CheckLine(theme, tr("Write-protect it"), tr("Its content cannot be changed any more, and that cannot be taken back."))),
      m_alone(new CheckLine(theme, tr("Only certain people may open it"), tr("Otherwise all members of the vault may. You always may."))),
      m_people(new PeopleList(theme, tr("Who may open it"))),
      m_progress(new classify::ProgressRow(theme, tr("Putting it into the vault"),
                                           tr("If you stop, what is in the vault stays there, and every other file stays where it is."))),
      m_outcome(new LinesTable(theme, tr("What became of each file"), {tr("File"), tr("What became of it")}, shownOutcomes)),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_put(makeButton(tr("Put it into the vault(&S)"), ButtonKind::Main))
{
    setAcceptDrops(true);
    addTitle(tr("Put into the vault"), tr("This moves the files; it is no disposal and needs no permission. It is recorded."));
    body()->addWidget(m_said);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addForm(column);
    body()->addWidget(m_form);
    body()->addWidget(m_progress);
    body()->addWidget(m_outcome);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_put);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &PutPage::stop);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT left(folder(), m_putIn); });
    connect(m_put, &QPushButton::clicked, this, &PutPage::carryOut);
    clear();
}

void PutPage::addForm(QVBoxLayout *column)
{
    column->addWidget(m_files);
    column->addWidget(new TextBlock(theme(), TextKind::Small, tr("Into which vault")));
    m_vault->setAccessibleName(tr("Into which vault"));
    m_vault->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(m_vault);
    column->addWidget(m_keeping);
    for (CheckLine *line : {m_keeps, m_final, m_alone})
        column->addWidget(line);
    column->addWidget(m_people);
    connect(m_vault, &QComboBox::currentIndexChanged, this, &PutPage::chooseVault);
    connect(m_alone, &QAbstractButton::toggled, this, [this](bool on) {
        m_people->setVisible(on && !m_people->isEmpty());
        judge();
    });
    connect(m_people, &TickTable::ticksChanged, this, &PutPage::judge);
}

void PutPage::clear()
{
    ++m_asked;
    m_isDone = false;
    m_paths.clear();
    m_putIn.clear();
    m_vaults.clear();
    {
        const QSignalBlocker quiet(m_vault);
        m_vault->clear();
    }
    for (CheckLine *line : {m_keeps, m_final, m_alone})
        line->setChecked(false);
    m_people->setPeople({}, {});
    m_people->hide();
    m_outcome->setLines({});
    m_said->hide();
    showPaths();
}

void PutPage::begin(const std::vector<Known> &vaults, const base::Path &chosen, const std::vector<base::Path> &paths)
{
    clear();
    {
        const QSignalBlocker quiet(m_vault);
        for (const Known &known : vaults) {
            if (!known.problem.isEmpty())
                continue;
            m_vaults.push_back(known);
            m_vault->addItem(known.name);
            if (known.folder == chosen)
                m_vault->setCurrentIndex(m_vault->count() - 1);
        }
    }
    m_keeping->begin(m_desk.rules(), {});
    chooseVault();
    add(paths);
    scrollToTop();
    m_put->setFocus(Qt::OtherFocusReason);
}

void PutPage::add(const std::vector<base::Path> &paths)
{
    if (isWorking() || m_isDone)
        return;
    for (const base::Path &path : paths) {
        if (std::find(m_paths.begin(), m_paths.end(), path) == m_paths.end())
            m_paths.push_back(path);
    }
    showPaths();
}

base::Path PutPage::folder() const
{
    const int index = m_vault->currentIndex();
    return index >= 0 && index < static_cast<int>(m_vaults.size()) ? m_vaults[static_cast<std::size_t>(index)].folder : base::Path();
}

void PutPage::chooseVault()
{
    m_people->setPeople({}, {});
    m_people->hide();
    judge();
    if (folder().empty())
        return;
    classify::inBackground(this, [desk = &m_desk, vault = folder()] { return desk->members(vault); },
                           [this, asked = ++m_asked](const base::Result<std::vector<Person>> &people) {
                               if (asked != m_asked)
                                   return;
                               m_people->setPeople(people.value_or(std::vector<Person>()), {});
                               m_people->setVisible(m_alone->isChecked() && !m_people->isEmpty());
                               judge();
                           });
}

void PutPage::showPaths()
{
    std::vector<QStringList> lines;
    for (const base::Path &path : m_paths)
        lines.push_back({base::toDisplay(path.filename()), base::toDisplay(path.parent_path())});
    m_files->setLines(std::move(lines));
    judge();
}

void PutPage::judge()
{
    m_form->setVisible(!m_isDone);
    m_form->setEnabled(!isWorking());
    m_back->setEnabled(!isWorking());
    const QString back = m_isDone ? tr("To the list(&B)") : tr("Back(&B)");
    m_back->setText(back);
    m_back->setAccessibleName(withoutAccessKey(back));
    m_put->setVisible(!m_isDone);
    m_put->setEnabled(!isWorking() && !m_paths.empty() && !folder().empty());
    // Nobody ticked: for oneself alone.
    setFootHint(!m_isDone && m_alone->isChecked() && m_people->ticked().isEmpty() ? tr("Nobody but you will be able to open it.") : QString());
}

void PutPage::stop()
{
    if (m_work)
        m_work->cancel();
}

void PutPage::carryOut()
{
    if (!m_put->isEnabled())
        return;
    m_said->hide();
    vault::StoreOrder order;
    order.paths = m_paths;
    order.keepsOriginals = m_keeps->isChecked();
    order.isFinal = m_final->isChecked();
    order.keeping = m_keeping->keeping();
    if (m_alone->isChecked())
        order.members = m_people->ticked() + QStringList{m_desk.me()};
    m_work = new classify::Work(this);
    judge();
    m_progress->follow(*m_work, tr("Putting in: %1"));
    reveal(m_progress);
    classify::inBackground(this, [desk = &m_desk, vault = folder(), work = m_work, order] { return desk->put(vault, order, *work); },
                           [this](const base::Result<std::vector<vault::Stored>> &stored) { finish(stored, m_work->cancelled()); });
}

void PutPage::finish(const base::Result<std::vector<vault::Stored>> &stored, bool wasStopped)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    if (stored) {
        showOutcome(*stored, wasStopped);
    } else {
        m_said->setTone(NoticeTone::Wrong);
        m_said->setText(tr("Nothing was put into the vault"), stored.error().message);
        judge();
        m_put->setFocus(Qt::OtherFocusReason);
    }
    m_said->show();
    scrollToTop();
    Q_EMIT workEnded();
}

void PutPage::showOutcome(const std::vector<vault::Stored> &stored, bool wasStopped)
{
    m_isDone = true;
    const bool keeps = m_keeps->isChecked();
    // What somebody has to see to comes first.
    std::vector<QStringList> wrong;
    std::vector<QStringList> good;
    int put = 0;
    for (const vault::Stored &one : stored) {
        const bool isRight = !one.error && !one.hasOriginal && one.notices.isEmpty();
        (isRight ? good : wrong).push_back({base::toDisplay(one.original.filename()), outcomeText(one, keeps)});
        put += one.error ? 0 : 1;
        if (m_putIn.isEmpty() && !one.error)
            m_putIn = one.id;
    }
    const int failed = static_cast<int>(stored.size()) - put;
    QStringList more;
    if (failed > 0)
        more += tr("%n files were not put in and are where they were.", nullptr, failed);
    if (wasStopped)
        more += tr("It was stopped: what is not listed here stays where it is.");
    if (stored.empty() && !wasStopped)
        more += tr("There was no file in it.");
    if (failed == 0 && !wasStopped && put > 0)
        more += tr("Only who may open it can read it from now on.");
    m_said->setTone(failed > 0 || !wrong.empty() ? NoticeTone::Caution : put > 0 ? NoticeTone::Good : NoticeTone::Information);
    m_said->setText(tr("%n files were put into the vault", nullptr, put), more.join(u'\n'));
    wrong.insert(wrong.end(), good.begin(), good.end());
    m_outcome->setLines(std::move(wrong));
    judge();
    m_back->setFocus(Qt::OtherFocusReason);
}

void PutPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !isWorking() && !m_isDone)
        event->acceptProposedAction();
}

void PutPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    add(classify::droppedFiles(*event->mimeData()));
}

} // namespace shirushi::vaults
