// Unfinished work: marks of parcels that are being made or received. Each is a locked file beside the pending passwords,
// from before the first name is given until after the record; where the program is killed between, it stays behind and
// says what lies somewhere without a record. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "platform/filelock.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace shirushi::sending {

struct Unfinished {
    QString id; // a UUID
    QString user;
    QDateTime at;
    base::Path parcel;
    bool isReceived = false;
    std::vector<base::Path> files; // that get their names: the parcel itself, or what came out of it (its first parts)
};

/// A sentence for the person: what it is, when it was made, and to delete it.
QString sentenceOf(const Unfinished &work);

/// As long as this lives, somebody is at it. Removes the mark.
class WorkMark
{
public:
    WorkMark(WorkMark &&) noexcept = default;
    WorkMark &operator=(WorkMark &&) = delete;
    ~WorkMark();

private:
    friend class UnfinishedWork;
    WorkMark(platform::FileLock lock, base::Path file) : m_lock(std::move(lock)), m_file(std::move(file)) {}
    /// Leaves the mark there.
    void keep() { m_file.clear(); }
    std::optional<platform::FileLock> m_lock;
    base::Path m_file;
};

class UnfinishedWork
{
public:
    /// `folder` is made when the first mark is.
    explicit UnfinishedWork(base::Path folder) : m_folder(std::move(folder)) {}

    /// Of `files` only those are marked whose names are not taken: what was there before is nobody's unfinished work.
    [[nodiscard]] base::Result<WorkMark> begin(const Unfinished &work) const;

    /// What a kill has left of `user`, as long as something of it is there. `isRecorded` and `drop` are asked of everybody's:
    /// the latter for what was never recorded, to take away what waits for it.
    std::vector<Unfinished> abandoned(const QString &user, const std::function<bool(const Unfinished &)> &isRecorded,
                                      const std::function<void(const QString &id)> &drop) const;

private:
    base::Path m_folder;
};

} // namespace shirushi::sending
