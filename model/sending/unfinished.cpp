#include "sending/unfinished.h"

#include "base/canonicaljson.h"
#include "platform/jsonfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace shirushi::sending {

namespace {

constexpr char markEnding[] = ".making";
constexpr std::size_t mostFiles = 30; // named in a mark: enough to find the rest

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

bool isThere(const base::Path &file)
{
    std::error_code unknown;
    return std::filesystem::exists(std::filesystem::symlink_status(file, unknown));
}

QByteArray textOf(const Unfinished &work)
{
    QJsonArray files;
    for (const base::Path &file : work.files) {
        if (static_cast<std::size_t>(files.size()) < mostFiles && !isThere(file))
            files.append(base::toDisplay(file));
    }
    return base::canonicalJson(QJsonObject{{QStringLiteral("user"), work.user},
                                           {QStringLiteral("at"), work.at.toUTC().toString(Qt::ISODateWithMs)},
                                           {QStringLiteral("parcel"), base::toDisplay(work.parcel)},
                                           {QStringLiteral("received"), work.isReceived},
                                           {QStringLiteral("files"), files}});
}

// One that was killed before it was written says nothing but its number: then nothing had a name yet.
Unfinished readMark(const base::Path &mark)
{
    Unfinished work;
    work.id = base::toDisplay(mark.stem());
    const auto json = platform::readJsonFile(mark);
    if (!json)
        return work;
    work.user = json->value(QStringLiteral("user")).toString();
    work.at = QDateTime::fromString(json->value(QStringLiteral("at")).toString(), Qt::ISODateWithMs);
    work.parcel = base::toPath(json->value(QStringLiteral("parcel")).toString());
    work.isReceived = json->value(QStringLiteral("received")).toBool();
    const QJsonArray files = json->value(QStringLiteral("files")).toArray();
    for (const QJsonValue &file : files)
        work.files.push_back(base::toPath(file.toString()));
    return work;
}

} // namespace

QString sentenceOf(const Unfinished &work)
{
    constexpr std::size_t mostNames = 5;
    QStringList names;
    for (const base::Path &file : work.files) {
        if (static_cast<std::size_t>(names.size()) == mostNames) {
            names += QStringLiteral("…");
            break;
        }
        names += base::toDisplay(file);
    }
    const QString at = work.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    if (work.isReceived) {
        return tr("Taken out of %1 on %2, and not recorded, because Shirushi was ended meanwhile: %3. Please delete this and open the parcel again.")
            .arg(base::toDisplay(work.parcel.filename()), at, names.join(QStringLiteral(", ")));
    }
    return tr("Made on %1, and not recorded, because Shirushi was ended meanwhile: %2. Please do not send it: its password, if it had one, is "
              "gone. Delete it and pack it again.")
        .arg(at, names.join(QStringLiteral(", ")));
}

WorkMark::~WorkMark()
{
    if (!m_lock)
        return;
    m_lock.reset();
    std::error_code ignored;
    if (!m_file.empty())
        std::filesystem::remove(m_file, ignored);
}

base::Result<WorkMark> UnfinishedWork::begin(const Unfinished &work) const
{
    std::error_code problem;
    std::filesystem::create_directories(m_folder, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(m_folder)));
    base::Path file = m_folder / (work.id.toStdString() + markEnding);
    auto lock = platform::FileLock::exclusive(file);
    if (!lock)
        return std::unexpected(lock.error());
    lock->write(textOf(work));
    return WorkMark(std::move(*lock), std::move(file));
}

std::vector<Unfinished> UnfinishedWork::abandoned(const QString &user, const std::function<bool(const Unfinished &)> &isRecorded,
                                                  const std::function<void(const QString &id)> &drop) const
{
    std::vector<Unfinished> left;
    std::error_code problem;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder, problem)) {
        if (entry.path().extension() != markEnding || QUuid::fromString(base::toDisplay(entry.path().stem())).isNull())
            continue;
        auto lock = platform::FileLock::tryExclusive(entry.path());
        if (!lock)
            continue; // somebody is at it
        WorkMark mark(std::move(*lock), entry.path());
        Unfinished work = readMark(entry.path());
        // Asked only now: it may have been recorded until a moment ago.
        if (isRecorded(work))
            continue;
        drop(work.id);
        if (work.user != user) {
            // It may lie where only they can see it.
            if (!work.files.empty())
                mark.keep();
            continue;
        }
        std::erase_if(work.files, [](const base::Path &file) { return !isThere(file); });
        if (work.files.empty())
            continue;
        mark.keep();
        left.push_back(std::move(work));
    }
    return left;
}

} // namespace shirushi::sending
