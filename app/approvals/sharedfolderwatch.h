// SharedFolderWatch: says when the office's shared folder may have something new. A file server tells nobody of
// changes, so it is also looked at every minute. Window thread only.
#pragma once

#include "base/path.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace shirushi::approvals {

class SharedFolderWatch : public QObject
{
    Q_OBJECT
public:
    explicit SharedFolderWatch(QObject *parent = nullptr);

    /// An empty path: nothing is watched.
    void setFolder(const base::Path &folder);

Q_SIGNALS:
    void somethingNew();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_every;
    QTimer m_soon; // several changes are one
};

} // namespace shirushi::approvals
