// Work: labelling away from the window's thread, with its progress told to the window and a way to stop it.
// Made and used on the window's thread; only the report and the question "cancelled?" come from the worker.
#pragma once

#include "base/progress.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>

#include <atomic>

namespace shirushi::classify {

class Work : public QObject, public base::Progress
{
    Q_OBJECT
public:
    explicit Work(QObject *parent = nullptr) : QObject(parent) {}

    void cancel() { m_cancelled = true; }
    void report(std::uint64_t done, std::uint64_t total, const QString &what) override;
    bool cancelled() const override { return m_cancelled; }

Q_SIGNALS:
    /// `left`: seconds that the rest will take, -1 while that cannot be said.
    void moved(int done, int total, const QString &what, int left);

private:
    std::atomic<bool> m_cancelled = false;
    QElapsedTimer m_elapsed; // the worker's
    qint64 m_told = -1000;
};

/// Runs `function` on a worker thread and hands its result to `finished` on the window's thread, unless `owner`
/// is gone by then. What `function` uses must outlive it.
template <typename Function, typename Finished>
void inBackground(QObject *owner, Function function, Finished finished)
{
    using Value = std::invoke_result_t<Function>;
    auto *watcher = new QFutureWatcher<Value>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, finished = std::move(finished)] {
        watcher->deleteLater();
        if constexpr (std::is_void_v<Value>)
            finished();
        else
            finished(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(std::move(function)));
}

/// Like inBackground(), but `function(promise)` hands out one Value after another, each given to `each` on the
/// window's thread; then `finished`.
template <typename Value, typename Function, typename Each, typename Finished>
void inBackgroundEach(QObject *owner, Function function, Each each, Finished finished)
{
    auto *watcher = new QFutureWatcher<Value>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::resultReadyAt, owner,
                     [watcher, each = std::move(each)](int index) { each(watcher->resultAt(index)); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, finished = std::move(finished)] {
        watcher->deleteLater();
        finished(watcher->future().resultCount());
    });
    watcher->setFuture(QtConcurrent::run(std::move(function)));
}

} // namespace shirushi::classify
