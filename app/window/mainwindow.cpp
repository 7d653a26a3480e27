#include "window/mainwindow.h"

#include "approvals/approvalspage.h"
#include "classify/classifypage.h"
#include "classify/droparea.h"
#include "dispose/disposepage.h"
#include "review/reviewpage.h"
#include "send/checkpage.h"
#include "send/receivepage.h"
#include "send/sendpage.h"
#include "vault/vaultpage.h"
#include "window/autolock.h"
#include "window/codepage.h"
#include "window/firststart.h"
#include "window/frontdoor.h"
#include "window/header.h"
#include "window/helppage.h"
#include "window/joinpage.h"
#include "window/newpassword.h"
#include "window/rail.h"
#include "window/readonlyband.h"
#include "window/settingspage.h"
#include "window/signinpage.h"
#include "window/welcome.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QStackedWidget>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace shirushi::window {

using namespace widgets;

MainWindow::MainWindow(const Theme &theme, const Desks &desks)
    : m_theme(theme), m_desks(desks), m_door(desks.door), m_rooms(new QStackedWidget),
      m_verification(new review::Verification(desks.review, this))
{
    setWindowTitle(tr("Shirushi"));
    setCentralWidget(m_rooms);
    setAcceptDrops(true);
    resize(1180, 760);
    setMinimumSize(640, 480);
    showDoor();
}

MainWindow::~MainWindow()
{
    // Workers use the desks, which their owner takes away next.
    m_verification->forget();
    QThreadPool::globalInstance()->waitForDone();
}

// The icon is drawn in many sizes from a font of its own: once the window stands, so that it stands soon.
void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_isPainted, true))
        QTimer::singleShot(0, this, [this] { setWindowIcon(icon(Picture::Stamp, m_theme, Ink::Action)); });
}

void MainWindow::showDoorPage(DoorPage *page, void (MainWindow::*back)())
{
    if (m_doorPage)
        m_doorPage->deleteLater();
    m_doorPage = page;
    m_rooms->addWidget(page);
    m_rooms->setCurrentWidget(page);
    page->setFocus(Qt::OtherFocusReason);
    connect(page, &DoorPage::otherWanted, this, back);
}

void MainWindow::showDoor()
{
    if (!m_door.isSetUp()) {
        if (m_door.hasApplied())
            showAnswer();
        else
            showWelcome();
        return;
    }
    if (!m_signIn) {
        m_signIn = new SignInPage(m_theme, m_door);
        m_rooms->addWidget(m_signIn);
        connect(m_signIn, &SignInPage::done, this, &MainWindow::afterSignIn);
        connect(m_signIn, &SignInPage::checkWanted, this, [this] { showDoorCheck({}); });
        connect(m_signIn, &SignInPage::otherWanted, this, [this] {
            auto *page = new RecoverPage(m_theme, m_door, m_signIn->user());
            showDoorPage(page, &MainWindow::showDoor);
            connect(page, &RecoverPage::done, this, &MainWindow::afterRecovery);
        });
        connect(m_signIn, &SignInPage::renewalWanted, this, &MainWindow::showRenewal);
    }
    m_door.lock(); // of who gave up changing a temporary password
    m_rooms->setCurrentWidget(m_signIn);
    m_signIn->refresh(m_keptFor);
}

void MainWindow::showWelcome()
{
    auto *page = new Welcome(m_theme);
    showDoorPage(page, &MainWindow::showWelcome);
    const auto begin = [this](FirstStart::Way way) {
        auto *start = new FirstStart(m_theme, m_door, way);
        showDoorPage(start, &MainWindow::showWelcome);
        connect(start, &FirstStart::done, this, &MainWindow::greet);
    };
    connect(page, &Welcome::aloneWanted, this, [begin] { begin(FirstStart::Way::Alone); });
    connect(page, &Welcome::officeWanted, this, [begin] { begin(FirstStart::Way::Office); });
    connect(page, &Welcome::checkWanted, this, [this] { showDoorCheck({}); });
    connect(page, &Welcome::joinWanted, this, [this] {
        auto *join = new JoinPage(m_theme, m_door);
        showDoorPage(join, &MainWindow::showWelcome);
        connect(join, &JoinPage::done, this, &MainWindow::showAnswer);
    });
}

void MainWindow::showAnswer()
{
    auto *page = new AnswerPage(m_theme, m_door);
    showDoorPage(page, &MainWindow::showWelcome);
    connect(page, &AnswerPage::done, this, &MainWindow::enter);
}

void MainWindow::showRenewal()
{
    auto *page = new AnswerPage(m_theme, m_door, AnswerPage::Way::Renewal);
    showDoorPage(page, &MainWindow::showDoor);
    connect(page, &AnswerPage::done, this, &MainWindow::enter);
}

// On a computer that joined an office, an administrator elsewhere has to answer first.
void MainWindow::afterRecovery()
{
    if (m_door.who())
        enter();
    else
        showRenewal();
}

void MainWindow::showDoorCheck(const std::vector<base::Path> &paths)
{
    if (!m_doorCheck) {
        m_doorCheck = new send::CheckPage(m_theme, m_desks.check, send::CheckPage::Place::Door);
        m_rooms->addWidget(m_doorCheck);
        connect(m_doorCheck, &send::CheckPage::left, this, [this] {
            leaveDoorCheck();
            showDoor();
        });
    }
    m_rooms->setCurrentWidget(m_doorCheck);
    if (paths.empty())
        m_doorCheck->begin();
    else
        m_doorCheck->open(paths);
}

void MainWindow::leaveDoorCheck()
{
    if (m_doorCheck)
        m_doorCheck->deleteLater();
    m_doorCheck = nullptr;
}

// Its pages are many, and not everybody asks.
send::CheckPage *MainWindow::checkPage()
{
    if (!m_check) {
        m_check = new send::CheckPage(m_theme, m_desks.check, send::CheckPage::Place::Frame);
        m_checkPlace->layout()->addWidget(m_check);
        connect(m_check, &send::CheckPage::workEnded, this, &MainWindow::goOn);
        connect(m_check, &send::CheckPage::sendWanted, this, &MainWindow::sendWanted);
    }
    return m_check;
}

void MainWindow::check(const std::vector<base::Path> &paths)
{
    if (!m_door.who()) {
        showDoorCheck(paths);
        return;
    }
    showPage(m_checkNumber);
    if (!paths.empty())
        checkPage()->open(paths);
}

void MainWindow::greet(const Founded &founded)
{
    if (founded.recoveryCode.isEmpty()) {
        enter();
        return;
    }
    auto *page = new CodePage(m_theme, founded);
    showDoorPage(page, &MainWindow::enter);
    connect(page, &CodePage::done, this, &MainWindow::enter);
}

void MainWindow::afterSignIn()
{
    if (!m_door.mustChangePassword()) {
        enter();
        return;
    }
    auto *page = new ChangePage(m_theme, m_door, m_signIn->user());
    showDoorPage(page, &MainWindow::showDoor);
    connect(page, &ChangePage::done, this, &MainWindow::enter);
}

void MainWindow::buildFrame()
{
    m_frame = new QWidget;
    m_header = new Header(m_theme);
    m_rail = new Rail(m_theme);
    m_pages = new QStackedWidget;
    m_readOnly = new ReadOnlyBand(m_theme, *m_verification);
    auto *beside = new QVBoxLayout;
    beside->setSpacing(0);
    beside->addWidget(m_readOnly);
    beside->addWidget(m_pages, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_rail);
    below->addLayout(beside, 1);
    auto *layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(below, 1);
    m_rooms->addWidget(m_frame);
    connect(m_header, &Header::lockWanted, this, &MainWindow::lock);
    connect(m_header, &Header::ledgerWanted, this, [this] { showPage(m_reviewNumber); });
    connect(m_readOnly, &ReadOnlyBand::detailsWanted, this, [this] { showPage(m_reviewNumber); });
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_verification, &review::Verification::changed, this, &MainWindow::showLedger);
    addPages();
}

void MainWindow::addPages()
{
    m_classify = new classify::ClassifyPage(m_theme, m_desks.labels);
    m_checkPlace = new QWidget;
    (new QVBoxLayout(m_checkPlace))->setContentsMargins(0, 0, 0, 0);
    m_approvals = new approvals::ApprovalsPage(m_theme, m_desks.approvals, m_desks.asking);
    m_send = new send::SendPage(m_theme, m_desks.sending, m_desks.asking);
    m_receive = new send::ReceivePage(m_theme, m_desks.sending, m_desks.asking);
    m_vault = new vaults::VaultPage(m_theme, m_desks.vaults);
    m_dispose = new disposals::DisposePage(m_theme, {m_desks.disposals, m_desks.review}, *m_verification);
    m_review = new review::ReviewPage(m_theme, m_desks.review, *m_verification);
    m_settings = new SettingsPage(m_theme, m_door);
    auto *help = new HelpPage(m_theme);
    addPage(Picture::Label, tr("Classify"), m_classify, false, {{}, true});
    m_checkNumber = addPage(Picture::TrafficLight, tr("May I send this?"), m_checkPlace, false, {[this] { checkPage()->comeBack(); }, false});
    const int sending = addPage(Picture::Send, tr("Send"), m_send, false, {[this] { m_send->comeBack(); }, true});
    addPage(Picture::Receive, tr("Receive"), m_receive, false, {[this] { m_receive->comeBack(); }, true});
    const int vault = addPage(Picture::Vault, tr("Vault"), m_vault, false, {[this] { m_vault->comeBack(); }, true});
    const int disposal = addPage(Picture::Trash, tr("Disposal"), m_dispose, false, {[this] { m_dispose->comeBack(); }, true});
    const int waiting = addPage(Picture::Stamp, tr("Approvals"), m_approvals, false, {[this] { m_approvals->comeBack(); }, true});
    m_reviewNumber = addPage(Picture::Ledger, tr("Records"), m_review, false, {[this] { m_review->refresh(); }, false});
    addPage(Picture::Settings, tr("Settings"), m_settings, true, {[this] { m_settings->refresh(); }, false});
    const int helpPage = addPage(Picture::Help, tr("Help (F1)"), help, true, {[help] { help->refresh(); }, false});

    connectPages({sending, vault, disposal, waiting, helpPage});
}

// A roster that was taken in may have closed the account of who took it in.
bool MainWindow::isInTheOffice() const
{
    const QString self = m_door.who().value_or(Person{}).id;
    const std::vector<Person> people = m_door.people();
    return std::any_of(people.begin(), people.end(), [&self](const Person &person) { return person.id == self; });
}

// What was asked for while a page was working.
void MainWindow::goOn()
{
    const AfterWork next = std::exchange(m_afterWork, AfterWork::Nothing);
    if (next == AfterWork::Lock)
        lock();
    else if (next == AfterWork::LockAndKeep)
        lockByItself(true);
    else if (next == AfterWork::Close)
        close();
}

void MainWindow::showLedger()
{
    switch (m_verification->state()) {
    case review::Verification::State::Unknown:
    case review::Verification::State::Failed:
        m_header->setLedger(LedgerState::Open);
        break;
    case review::Verification::State::Running:
        m_header->setLedger(m_verification->findings().empty() ? LedgerState::Checking : LedgerState::Questioned);
        break;
    case review::Verification::State::Whole:
        m_header->setLedger(LedgerState::Whole, m_verification->proof()->at);
        break;
    case review::Verification::State::Findings:
        m_header->setLedger(LedgerState::Questioned);
        break;
    }
}

int MainWindow::addPage(Picture picture, const QString &title, QWidget *page, bool below, PageEntry entry)
{
    m_pages->addWidget(page);
    m_entries.push_back(std::move(entry));
    return m_rail->add(picture, title, below);
}

void MainWindow::showPage(int number)
{
    const PageEntry &entry = m_entries[static_cast<std::size_t>(number)];
    m_rail->setCurrent(number);
    m_pages->setCurrentIndex(number);
    m_readOnly->setPageWrites(entry.writes);
    if (entry.shown)
        entry.shown();
}

void MainWindow::enter()
{
    if (!m_frame)
        buildFrame();
    m_header->setState(m_door.rulesTitle(), m_door.who().value_or(Person{}));
    m_rooms->setCurrentWidget(m_frame);
    leaveDoorCheck();
    if (m_doorPage) {
        m_doorPage->deleteLater();
        m_doorPage = nullptr;
    }
    if (!m_autoLock) {
        m_autoLock = new AutoLock(this);
        connect(m_autoLock, &AutoLock::idle, this, [this] { lockByItself(false); });
        connect(m_autoLock, &AutoLock::counting, m_header, &Header::setLocksIn);
        connect(m_autoLock, &AutoLock::away, this, [this] { lockByItself(true); });
    }
    m_autoLock->start(m_door.idleTime());
    const QString keptFor = std::exchange(m_keptFor, {});
    if (keptFor.isEmpty() || keptFor != m_door.who().value_or(Person{}).id) {
        showPage(0);
        m_classify->showHome();
        if (m_check)
            m_check->begin();
        m_send->clear();
        m_receive->clear();
        m_vault->clear();
        m_dispose->clear();
    }
    m_verification->begin();
    m_approvals->begin();
    m_send->begin();
    m_vault->begin();
    m_dispose->begin();
    if (!m_waiting.empty())
        m_classify->open(std::exchange(m_waiting, {}));
}

void MainWindow::open(std::vector<base::Path> paths)
{
    if (!m_door.who()) {
        m_waiting = std::move(paths);
        return;
    }
    showPage(0);
    m_classify->open(paths);
}

bool MainWindow::isWorking() const
{
    return m_classify && (m_classify->isWorking() || m_review->isWorking() || m_approvals->isWorking()
                          || m_send->isWorking() || m_receive->isWorking() || m_vault->isWorking() || m_dispose->isWorking() || m_settings->isWorking()
                          || (m_check && m_check->isWorking()));
}

void MainWindow::stopWork()
{
    m_classify->stop();
    m_approvals->stop();
    m_send->stop();
    m_receive->stop();
    m_vault->stop();
    m_dispose->stop();
}

void MainWindow::lock()
{
    if (!m_door.who() || !m_classify)
        return;
    if (isWorking()) {
        m_afterWork = AfterWork::Lock;
        stopWork();
        return;
    }
    m_verification->forget();
    m_review->clear();
    m_approvals->clear();
    m_send->clear();
    m_receive->clear();
    m_vault->clear();
    m_dispose->clear();
    m_classify->showHome();
    if (m_check)
        m_check->begin();
    m_autoLock->stop();
    m_door.lock();
    showDoor();
}

// The page stays as it is, behind the door, for the same person; somebody else begins anew.
void MainWindow::lockByItself(bool atOnce)
{
    if (!m_door.who() || !m_classify)
        return;
    m_keptFor = m_door.who()->id;
    if (isWorking()) {
        m_afterWork = AfterWork::LockAndKeep;
        if (atOnce)
            stopWork();
        return;
    }
    m_verification->forget();
    m_review->clear();
    m_approvals->clear();
    m_send->conceal();
    m_receive->conceal();
    m_autoLock->stop();
    m_door.lock();
    showDoor();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (isWorking()) {
        m_afterWork = AfterWork::Close;
        stopWork();
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && m_door.who())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    std::vector<base::Path> paths = classify::droppedFiles(*event->mimeData());
    event->acceptProposedAction();
    if (!paths.empty())
        open(std::move(paths));
}

} // namespace shirushi::window
