#include "window/mainwindow.h"

#include "classify/droparea.h"
#include "widgets/icons.h"
#include "window/autolock.h"
#include "window/door.h"
#include "window/frame.h"
#include "window/frontdoor.h"

#include <QCloseEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QThreadPool>
#include <QTimer>

#include <utility>

namespace shirushi::window {

using namespace widgets;

MainWindow::MainWindow(const Theme &theme, const Desks &desks)
    : m_theme(theme), m_desks(desks), m_rooms(new QStackedWidget), m_door(new Door(theme, desks.door, desks.check))
{
    setWindowTitle(tr("Shirushi"));
    setCentralWidget(m_rooms);
    setAcceptDrops(true);
    resize(1180, 760);
    setMinimumSize(640, 480);
    m_rooms->addWidget(m_door);
    connect(m_door, &Door::entered, this, &MainWindow::enter);
    showDoor();
}

MainWindow::~MainWindow()
{
    // Workers use the desks, which their owner takes away next.
    if (m_frame)
        m_frame->forgetLedger();
    QThreadPool::globalInstance()->waitForDone();
}

// The icon is drawn in many sizes from a font of its own: once the window stands, so that it stands soon.
void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_isPainted, true))
        QTimer::singleShot(0, this, [this] { setWindowIcon(icon(Picture::Stamp, m_theme, Ink::Action)); });
}

void MainWindow::showDoor()
{
    m_rooms->setCurrentWidget(m_door);
    m_door->stand(m_keptFor);
}

void MainWindow::makeFrame()
{
    m_frame = new Frame(m_theme, m_desks);
    m_rooms->addWidget(m_frame);
    m_autoLock = new AutoLock(this);
    connect(m_frame, &Frame::lockWanted, this, &MainWindow::lock);
    connect(m_frame, &Frame::workEnded, this, &MainWindow::goOn);
    connect(m_frame, &Frame::touched, this, [this] {
        if (m_desks.door.who())
            m_autoLock->touch();
    });
    connect(m_autoLock, &AutoLock::idle, this, [this] { lockByItself(false); });
    connect(m_autoLock, &AutoLock::away, this, [this] { lockByItself(true); });
    connect(m_autoLock, &AutoLock::counting, m_frame, &Frame::setLocksIn);
}

void MainWindow::enter()
{
    if (!m_frame)
        makeFrame();
    m_rooms->setCurrentWidget(m_frame);
    m_door->clear();
    m_autoLock->start(m_desks.door.idleTime());
    const QString keptFor = std::exchange(m_keptFor, {});
    m_frame->enter(keptFor.isEmpty() || keptFor != m_desks.door.who().value_or(Person{}).id);
    if (!m_waiting.empty())
        m_frame->open(std::exchange(m_waiting, {}));
}

void MainWindow::open(std::vector<base::Path> paths)
{
    if (isInside())
        m_frame->open(paths);
    else
        m_waiting = std::move(paths);
}

void MainWindow::check(const std::vector<base::Path> &paths)
{
    if (isInside())
        m_frame->check(paths);
    else
        m_door->check(paths);
}

bool MainWindow::isInside() const
{
    return m_frame && m_rooms->currentWidget() == m_frame;
}

bool MainWindow::isWorking() const
{
    return m_frame && m_frame->isWorking();
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

void MainWindow::lock()
{
    if (!m_desks.door.who() || !m_frame)
        return;
    if (isWorking()) {
        m_afterWork = AfterWork::Lock;
        m_frame->stop();
        return;
    }
    m_frame->clear();
    leave();
}

void MainWindow::lockByItself(bool atOnce)
{
    if (!m_desks.door.who() || !m_frame)
        return;
    m_keptFor = m_desks.door.who()->id;
    if (isWorking()) {
        m_afterWork = AfterWork::LockAndKeep;
        if (atOnce)
            m_frame->stop();
        return;
    }
    m_frame->conceal();
    leave();
}

void MainWindow::leave()
{
    m_autoLock->stop();
    m_desks.door.lock();
    showDoor();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (isWorking()) {
        m_afterWork = AfterWork::Close;
        m_frame->stop();
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && isInside())
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
