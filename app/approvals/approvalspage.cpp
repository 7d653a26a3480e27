#include "approvals/approvalspage.h"

#include "approvals/askpage.h"
#include "approvals/designationpage.h"
#include "approvals/queuepage.h"
#include "approvals/requestpage.h"
#include "approvals/sharedfolderwatch.h"
#include "classify/work.h"

#include <QFileDialog>

#include <utility>

namespace shirushi::approvals {

ApprovalsPage::ApprovalsPage(const widgets::Theme &theme, ApprovalDesk &desk, AskingDesk &asking, QWidget *parent)
    : QStackedWidget(parent), m_desk(desk), m_model(new QueueModel(desk, this)), m_queue(new QueuePage(theme, *m_model)),
      m_request(new RequestPage(theme, desk)), m_ask(new AskPage(theme, asking)), m_designation(new DesignationPage(theme, desk)),
      m_watch(new SharedFolderWatch(this))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_queue, m_request, m_ask, m_designation})
        addWidget(page);
    connect(m_queue, &QueuePage::opened, this, &ApprovalsPage::open);
    connect(m_queue, &QueuePage::importWanted, this, &ApprovalsPage::chooseFiles);
    connect(m_queue, &QueuePage::askWanted, this, [this] { ask(); });
    connect(m_queue, &QueuePage::designationWanted, this, [this] {
        setCurrentWidget(m_designation);
        m_designation->setProposals(m_overview.proposals, m_overview.designationWord);
    });
    connect(m_request, &RequestPage::left, this, [this] { showQueue(); });
    connect(m_request, &RequestPage::done, this, [this](const QString &said) {
        showQueue();
        m_queue->say(said, {}, true);
    });
    connect(m_ask, &AskPage::left, this, [this] { showQueue(); });
    connect(m_ask, &AskPage::classifyWanted, this, &ApprovalsPage::classifyWanted);
    connect(m_ask, &AskPage::workEnded, this, &ApprovalsPage::workEnded);
    connect(m_ask, &AskPage::asked, this, [this](const Asked &asked) {
        m_justAsked = asked;
        load();
    });
    connect(m_designation, &DesignationPage::left, this, [this] { showQueue(); });
    connect(m_designation, &DesignationPage::designated, this, &ApprovalsPage::load);
    connect(m_request, &RequestPage::workEnded, this, &ApprovalsPage::workEnded);
    connect(m_designation, &DesignationPage::workEnded, this, &ApprovalsPage::workEnded);
    connect(m_watch, &SharedFolderWatch::somethingNew, this, [this] { takeIn(true); });
}

void ApprovalsPage::begin()
{
    m_open = true;
    load();
    // A file server may take its time to answer.
    classify::inBackground(this, [desk = &m_desk] { return desk->sharedFolder(); }, [this](const base::Path &folder) {
        if (!m_open || folder.empty())
            return;
        m_watch->setFolder(folder);
        takeIn(true);
    });
}

void ApprovalsPage::clear()
{
    m_open = false;
    ++m_asked;
    m_watch->setFolder({});
    m_model->setItems({});
    m_justAsked.reset();
    m_request->clear();
    m_ask->clear();
    m_overview = {};
    m_designation->setProposals({}, {});
    m_queue->say({}, {}, true);
    m_queue->refresh(0, {});
    setCurrentWidget(m_queue);
}

bool ApprovalsPage::isWorking() const
{
    return m_request->isWorking() || m_ask->isWorking() || m_designation->isWorking() || m_importing;
}

void ApprovalsPage::stop()
{
    if (m_designation->isWorking())
        m_designation->stop();
    m_ask->stop();
}

void ApprovalsPage::comeBack()
{
    if (currentWidget() == m_ask)
        m_ask->lookAgain();
    else
        showQueue();
}

void ApprovalsPage::ask(const Asking &asking, const std::vector<base::Path> &files)
{
    setCurrentWidget(m_ask);
    m_ask->begin(asking, files);
}

void ApprovalsPage::showQueue()
{
    setCurrentWidget(m_queue);
    m_queue->say({}, {}, true);
    load();
    m_queue->takeFocus();
}

void ApprovalsPage::load()
{
    const int asked = ++m_asked;
    classify::inBackground(this, [desk = &m_desk] { return desk->overview(); }, [this, asked](base::Result<Overview> all) {
        if (asked != m_asked || !m_open)
            return;
        if (!all)
            m_queue->say(tr("The requests cannot be read"), all.error().message, false);
        m_overview = all ? std::move(*all) : Overview{};
        m_model->setItems(std::exchange(m_overview.items, {}));
        const QString word = m_overview.designationWord;
        const int proposals = static_cast<int>(m_overview.proposals.size());
        m_queue->refresh(proposals, word);
        if (currentWidget() == m_designation)
            m_designation->setProposals(m_overview.proposals, word);
        else if (currentWidget() == m_queue && isVisible())
            m_queue->takeFocus();
        if (const auto made = std::exchange(m_justAsked, std::nullopt)) {
            open(made->id);
            m_request->greet(*made);
        }
        Q_EMIT waitingChanged(m_model->count(Queue::ForMe) + proposals);
    });
}

void ApprovalsPage::open(const QString &id)
{
    if (const Item *item = m_model->find(id)) {
        setCurrentWidget(m_request);
        m_request->setItem(*item, m_overview.takesPaper);
    }
}

void ApprovalsPage::chooseFiles()
{
    const QStringList names = QFileDialog::getOpenFileNames(
        this, tr("Choose requests and decisions"), {}, QStringLiteral("*.shirushi-request *.shirushi-decision *.shirushi-scan"));
    std::vector<base::Path> files;
    for (const QString &name : names)
        files.push_back(base::toPath(name));
    if (!files.empty())
        takeIn(false, files);
}

void ApprovalsPage::takeIn(bool shared, const std::vector<base::Path> &files)
{
    if (!m_open)
        return;
    if (m_importing) {
        m_lookAgain = m_lookAgain || shared; // what has arrived meanwhile
        return;
    }
    m_importing = true;
    classify::inBackground(this, [desk = &m_desk, shared, files] { return shared ? desk->importShared() : desk->import(files); },
                           [this](const std::vector<Outcome> &outcomes) {
                               m_importing = false;
                               if (m_open && !outcomes.empty())
                                   tell(outcomes);
                               if (std::exchange(m_lookAgain, false))
                                   takeIn(true);
                               Q_EMIT workEnded();
                           });
}

void ApprovalsPage::tell(const std::vector<Outcome> &outcomes)
{
    QStringList lines;
    bool isGood = true;
    for (const Outcome &outcome : outcomes) {
        isGood = isGood && outcome.isGood;
        if (lines.size() < 20)
            lines += tr("%1: %2").arg(base::toDisplay(outcome.file.filename()), outcome.message);
    }
    m_queue->say(tr("%n files taken in", nullptr, static_cast<int>(outcomes.size())), lines.join(u'\n'), isGood);
    load();
}

} // namespace shirushi::approvals
