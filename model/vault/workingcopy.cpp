#include "vault/workingcopy.h"

#include "platform/privateplace.h"
#include "platform/replacement.h"
#include "platform/sharedfolder.h"
#include "vault/privatefolder.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace shirushi::vault {

using base::Result;

namespace {

constexpr const char *folderPrefix = "shirushi-";

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::vault", text);
}

// A new file in a folder that is ours alone.
class PlainSink final : public platform::Sink
{
public:
    explicit PlainSink(const base::Path &file)
        : m_file(file), m_descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)), m_problem(errno)
    {
    }
    PlainSink(const PlainSink &) = delete;
    PlainSink &operator=(const PlainSink &) = delete;
    ~PlainSink() override
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    using Sink::write;
    Result<void> write(std::span<const char> bytes) override
    {
        while (!bytes.empty()) {
            const ssize_t done = ::write(m_descriptor, bytes.data(), bytes.size());
            if (done < 0 && errno == EINTR)
                continue;
            if (done < 0)
                return error(errno);
            bytes = bytes.subspan(static_cast<std::size_t>(done));
            m_position += static_cast<std::uint64_t>(done);
        }
        return {};
    }
    std::uint64_t position() const override { return m_position; }
    Result<void> isOpen() const { return m_descriptor >= 0 ? Result<void>() : error(m_problem); }
    Result<void> end(bool isReadOnly)
    {
        const bool isDone = ::fsync(m_descriptor) == 0 && (!isReadOnly || ::fchmod(m_descriptor, 0400) == 0);
        return isDone ? Result<void>() : error(errno);
    }

private:
    Result<void> error(int number) const { return std::unexpected(base::errorFromErrno(number, base::toDisplay(m_file))); }

    base::Path m_file;
    int m_descriptor;
    int m_problem;
    std::uint64_t m_position = 0;
};

// In one step, and to stay.
Result<void> renameIn(const base::Path &folder, const char *from, const char *to)
{
    if (::rename((folder / from).c_str(), (folder / to).c_str()) != 0 && errno != ENOENT)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(folder / from)));
    platform::flushFolder(folder);
    return {};
}

bool isThere(const base::Path &folder)
{
    std::error_code ignored;
    return std::filesystem::is_directory(std::filesystem::symlink_status(folder, ignored));
}

Result<platform::FileLock> begin(const OpeningRecords &records, const OpeningRecord &record)
{
    if (const auto made = platform::makeOwnFolder(records.folder()); !made)
        return std::unexpected(made.error());
    const auto turn = platform::FileLock::exclusive(records.turn());
    if (!turn)
        return std::unexpected(turn.error());
    auto lock = platform::FileLock::tryExclusive(records.lockOf(record.id));
    if (!lock)
        return lock;
    if (const auto written = records.write(record); !written) {
        records.remove(record.id);
        return std::unexpected(written.error());
    }
    return lock;
}

} // namespace

Result<void> WorkingCopy::decrypt(const Vault &vault, const Item &item, base::Progress &progress) const
{
    if (const auto made = platform::makePrivateFolder(m_record.folder); !made)
        return made;
    if (const auto noted = writeNote(m_note, m_record.folder); !noted)
        return noted;
    // A kill before the end leaves nothing that could be taken for the document.
    const base::Path folder = m_record.folder / openingFolder;
    if (const auto made = platform::makePrivateFolder(folder); !made)
        return made;
    PlainSink sink(folder / base::toPath(m_note.name));
    if (const auto opened = sink.isOpen(); !opened)
        return opened;
    if (const auto read = readContent(vault.layout(), item.content, vault.own(), sink, progress); !read)
        return read;
    if (const auto ended = sink.end(m_record.isReadOnly); !ended)
        return ended;
    // Nothing takes the document's place, nor lies beside it.
    if (m_record.isReadOnly && ::chmod(folder.c_str(), 0500) != 0)
        return std::unexpected(base::errorFromErrno(errno, base::toDisplay(folder)));
    return renameIn(m_record.folder, openingFolder, documentFolder);
}

Result<WorkingCopy> WorkingCopy::make(const Vault &vault, const Item &item, const CopyOrder &order, base::Progress &progress)
{
    const auto place = platform::privatePlace(item.content.size, order.dataFolder / "opened", order.places);
    if (!place)
        return std::unexpected(place.error());
    OpeningRecord record;
    record.id = order.opening;
    record.vault = vault.layout().folder();
    record.vaultId = vault.file().id;
    record.item = item.id;
    record.person = vault.me();
    record.folder = place->folder / (folderPrefix + order.opening.toStdString());
    record.process = platform::ProcessMark::ofThisProcess();
    record.isReadOnly = order.isReadOnly;
    record.holding = order.holding;
    record.keys = vault.readersFor({vault.me()}).keys();
    const OpeningRecords records(order.dataFolder);
    auto lock = begin(records, record);
    if (!lock)
        return std::unexpected(lock.error());
    WorkingCopy copy(records, Rescues(order.dataFolder), std::move(record),
                     {safeName(item.name), vault.file().name, item.counter, item.content.sha256}, std::move(*lock));
    copy.m_isInMemory = place->isInMemory;
    if (const auto decrypted = copy.decrypt(vault, item, progress); !decrypted) {
        static_cast<void>(copy.erase());
        copy.forget();
        return std::unexpected(decrypted.error());
    }
    return copy;
}

bool WorkingCopy::isAskedToClose() const
{
    std::error_code ignored;
    return std::filesystem::exists(m_records.requestOf(m_record.id), ignored);
}

void WorkingCopy::saved(const QString &hash, std::int64_t counter)
{
    m_note.saved = hash;
    m_note.counter = counter;
    // Without it, a kill makes a rescue item of what the item has already: nothing is lost.
    static_cast<void>(writeNote(m_note, m_record.folder));
}

Result<QStringList> WorkingCopy::seal(ClosedBy why, const QDateTime &at, const QString &reason)
{
    ::chmod((m_record.folder / documentFolder).c_str(), 0700);
    if (const auto renamed = renameIn(m_record.folder, documentFolder, closingFolder); !renamed)
        return std::unexpected(renamed.error());
    auto rescued = sealWhatDiffers(m_record, m_note, m_record.folder / closingFolder, m_rescues, at, reason);
    if (!rescued) {
        static_cast<void>(renameIn(m_record.folder, closingFolder, documentFolder));
        return std::unexpected(rescued.error());
    }
    m_record.cleared = {at, why, *rescued};
    static_cast<void>(m_records.write(m_record)); // without it the next start tells less
    return rescued;
}

Result<void> WorkingCopy::erase()
{
    static_cast<void>(renameIn(m_record.folder, closingFolder, doneFolder));
    return erasePrivateFolder(m_record.folder);
}

void WorkingCopy::forget()
{
    m_records.remove(m_record.id);
}

Result<QStringList> clearLeft(OpeningRecord record, const base::Path &dataFolder, const QDateTime &at)
{
    QStringList rescues = record.cleared ? record.cleared->rescues : QStringList();
    const auto note = readNote(record.folder);
    for (const char *name : {documentFolder, closingFolder}) {
        const base::Path folder = record.folder / name;
        if (!note || record.cleared || !isThere(folder))
            continue;
        const auto rescued = sealWhatDiffers(record, *note, folder, Rescues(dataFolder), at,
                                             tr("The computer or the program stopped while the item was open."));
        if (!rescued)
            return std::unexpected(rescued.error());
        rescues += *rescued;
    }
    if (!record.cleared) {
        record.cleared = {at, ClosedBy::Leftover, rescues};
        if (const auto written = OpeningRecords(dataFolder).write(record); !written)
            return std::unexpected(written.error());
    }
    if (const auto erased = erasePrivateFolder(record.folder); !erased)
        return std::unexpected(erased.error());
    return rescues;
}

} // namespace shirushi::vault
