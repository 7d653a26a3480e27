#include "approvals/sharedfolderwatch.h"

namespace shirushi::approvals {

namespace {

constexpr int everyMinute = 60 * 1000;
constexpr int settling = 500; // ms

} // namespace

SharedFolderWatch::SharedFolderWatch(QObject *parent) : QObject(parent)
{
    m_every.setInterval(everyMinute);
    m_soon.setInterval(settling);
    m_soon.setSingleShot(true);
    connect(&m_every, &QTimer::timeout, this, &SharedFolderWatch::somethingNew);
    connect(&m_soon, &QTimer::timeout, this, &SharedFolderWatch::somethingNew);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
}

void SharedFolderWatch::setFolder(const base::Path &folder)
{
    if (const QStringList before = m_watcher.directories(); !before.isEmpty())
        m_watcher.removePaths(before);
    m_soon.stop();
    m_every.stop();
    if (folder.empty())
        return;
    m_watcher.addPath(base::toDisplay(folder));
    m_every.start();
}

} // namespace shirushi::approvals
