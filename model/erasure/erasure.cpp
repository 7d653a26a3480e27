#include "erasure/erasure.h"

#include "erasure/target.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <iterator>
#include <map>
#include <sys/stat.h>
#include <unistd.h>

namespace shirushi::erasure {

namespace {

constexpr std::size_t enoughToFlushTogether = 4;
constexpr std::uint64_t smallEnoughToFlushTogether = 64 << 20; // bytes of all

QByteArray otherName(std::size_t length)
{
    const auto size = static_cast<qsizetype>(std::clamp<std::size_t>(length, 12, 200));
    QByteArray name;
    while (name.size() < size)
        name += QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    return name.left(size);
}

std::vector<base::Path> furtherFiles(const Order &order)
{
    std::vector<base::Path> files;
    std::ranges::transform(order.further, std::back_inserter(files), &Name::file);
    return files;
}

std::vector<QByteArray> aliasesOf(const Order &order)
{
    std::vector<QByteArray> aliases{order.alias};
    std::ranges::transform(order.further, std::back_inserter(aliases), &Name::alias);
    return aliases;
}

// One file, open, with what is to be written.
struct Work {
    Target target;
    Noise noise;
};

base::Result<Work> begin(const Order &order)
{
    auto target = Target::open(order.file, furtherFiles(order));
    if (!target)
        return std::unexpected(target.error());
    if (order.expected && !(target->identity() == *order.expected)) {
        return base::failure(base::ErrorCode::Changed, base::toDisplay(order.file),
                             QCoreApplication::translate("shirushi::erasure", "The file was changed meanwhile. It was not erased."));
    }
    const std::uint64_t allocated = target->allocated();
    return Work{std::move(*target), Noise(order.seed, allocated)};
}

class Group
{
public:
    Group(std::span<const Order> orders, base::Progress &progress) : m_orders(orders), m_progress(progress)
    {
        m_works.reserve(orders.size());
        for (const Order &order : orders)
            m_works.push_back(begin(order));
    }

    std::vector<base::Result<Erased>> run()
    {
        forEach([this](Work &work, const Order &order) { return work.target.writeHead(work.noise, order.head, m_progress); });
        if (std::ranges::any_of(m_orders, [](const Order &order) { return order.head > 0; }))
            flush();
        forEach([this](Work &work, const Order &) { return work.target.write(work.noise, m_progress); });
        flush();
        forEach([this](Work &work, const Order &) { return work.target.readBack(work.noise, m_progress); });
        forEach([](Work &work, const Order &order) { return work.target.remove(aliasesOf(order)); });
        flushFolders();
        std::vector<base::Result<Erased>> results;
        for (const base::Result<Work> &work : m_works) {
            if (work)
                results.emplace_back(Erased{work->target.identity().size, work->target.allocated(), true});
            else
                results.push_back(std::unexpected(work.error()));
        }
        return results;
    }

private:
    template <typename Step>
    void forEach(Step step)
    {
        for (std::size_t i = 0; i < m_works.size(); ++i) {
            if (!m_works[i])
                continue;
            const auto done = step(*m_works[i], m_orders[i]);
            if (done)
                continue;
            base::Error error = done.error();
            if (m_works[i]->target.isTouched() && error.left.isEmpty())
                error.left = QCoreApplication::translate("shirushi::erasure", "It was overwritten at least in part, and cannot be used any more.");
            m_works[i] = std::unexpected(error);
        }
    }

    // A flush of the file system costs little more than that of one file.
    void flush()
    {
        std::map<std::uint64_t, int> systems;
        std::uint64_t bytes = 0;
        std::size_t count = 0;
        for (const base::Result<Work> &work : m_works) {
            if (work) {
                systems[work->target.identity().device] = work->target.folder();
                bytes += work->target.allocated();
                ++count;
            }
        }
        bool isFlushed = count >= enoughToFlushTogether && bytes <= smallEnoughToFlushTogether;
        for (auto system = systems.begin(); isFlushed && system != systems.end(); ++system)
            isFlushed = ::syncfs(system->second) == 0;
        if (!isFlushed)
            forEach([](Work &work, const Order &) { return work.target.flush(); });
    }

    void flushFolders()
    {
        std::map<base::Path, int> folders;
        for (const base::Result<Work> &work : m_works) {
            if (!work)
                continue;
            for (const Place &place : work->target.places())
                folders[place.file().parent_path()] = place.folder();
        }
        for (const auto &[path, descriptor] : folders)
            ::fsync(descriptor);
    }

    std::span<const Order> m_orders;
    base::Progress &m_progress;
    std::vector<base::Result<Work>> m_works;
};

// 0: not known.
std::int64_t birthOf(const base::Path &file)
{
    struct statx status = {};
    if (::statx(AT_FDCWD, file.c_str(), AT_SYMLINK_NOFOLLOW, STATX_BTIME, &status) != 0 || (status.stx_mask & STATX_BTIME) == 0)
        return 0;
    return status.stx_btime.tv_sec * 1'000'000'000 + status.stx_btime.tv_nsec;
}

// A file that was made later may have been given the number of the one that went, with its name.
bool isThere(const base::Path &file, const Order &order)
{
    struct stat status = {};
    if (::lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    if (order.expected && static_cast<std::uint64_t>(status.st_ino) != order.expected->inode)
        return false;
    const std::int64_t born = order.born == 0 ? 0 : birthOf(file);
    return born == 0 || born == order.born;
}

// Whether any block of it is the noise that belongs there.
bool hasNoise(const platform::FileSource &source, const Order &order)
{
    constexpr std::uint64_t block = 4096;
    const Noise noise(order.seed, Noise::length);
    QByteArray bytes(static_cast<qsizetype>(Noise::length), Qt::Uninitialized);
    for (std::uint64_t at = 0; at < source.size(); at += Noise::length) {
        const auto read = source.read(at, std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
        if (!read)
            return false;
        for (std::uint64_t within = 0; within < *read; within += block) {
            if (noise.matches(at + within, bytes.constData() + within, std::min<std::uint64_t>(block, *read - within)))
                return true;
        }
    }
    return false;
}

// What can be found of a file that has several names: each under its own or its alias.
struct Found {
    std::vector<Name> names; // where they lie now
    bool hasAlias = false;
    bool isReachable = true;
};
Found find(const Order &order)
{
    Found found;
    std::vector<Name> names{{order.file, order.alias}};
    names.insert(names.end(), order.further.begin(), order.further.end());
    for (const Name &name : names) {
        struct stat status = {};
        const base::Path folder = name.file.parent_path();
        found.isReachable = found.isReachable && ::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
        const base::Path alias = folder / name.alias.constData();
        if (!name.alias.isEmpty() && isThere(alias, order)) {
            found.hasAlias = true;
            found.names.push_back({alias, name.alias});
        } else if (isThere(name.file, order)) {
            found.names.push_back(name);
        }
    }
    return found;
}

} // namespace

Order orderFor(const base::Path &file, std::optional<platform::FileIdentity> expected)
{
    return {file, expected, newSeed(), otherName(file.filename().native().size()), 0, {}, birthOf(file)};
}

void addName(Order &order, const base::Path &file)
{
    order.further.push_back({file, otherName(file.filename().native().size())});
}

base::Result<void> examine(const base::Path &file, std::span<const base::Path> further)
{
    const auto target = Target::open(file, further);
    return target ? base::Result<void>() : std::unexpected(target.error());
}

base::Result<void> examine(const Order &order)
{
    return examine(order.file, furtherFiles(order));
}

base::Result<Erased> erase(const base::Path &file, const platform::FileIdentity *expected)
{
    base::NoProgress progress;
    const Order order = orderFor(file, expected ? std::optional(*expected) : std::nullopt);
    return eraseAll({&order, 1}, progress).front();
}

std::vector<base::Result<Erased>> eraseAll(std::span<const Order> orders, base::Progress &progress)
{
    return Group(orders, progress).run();
}

Remains remainsOf(const Order &order)
{
    const Found found = find(order);
    if (!found.isReachable)
        return Remains::Unreachable;
    if (found.hasAlias)
        return Remains::Begun;
    if (found.names.empty())
        return Remains::Nothing;
    const base::Path &file = found.names.front().file;
    struct stat status = {};
    if (::lstat(file.c_str(), &status) == 0 && status.st_size == 0) {
        const bool hasAll = found.names.size() == order.further.size() + 1;
        return order.expected && order.expected->size == 0 && hasAll ? Remains::Untouched : Remains::Begun;
    }
    const auto source = platform::FileSource::open(file);
    return source && hasNoise(*source, order) ? Remains::Begun : Remains::Untouched;
}

base::Result<void> finish(const Order &order)
{
    Found found = find(order);
    if (found.names.empty())
        return base::failure(base::ErrorCode::NotFound, base::toDisplay(order.file), base::errorFromErrno(ENOENT, {}).message);
    // The same noise and aliases: interrupted again, it is known again.
    Order rest{found.names.front().file, {}, order.seed, found.names.front().alias, 0,
               {std::make_move_iterator(found.names.begin() + 1), std::make_move_iterator(found.names.end())}, 0};
    base::NoProgress progress;
    const auto erased = std::move(eraseAll({&rest, 1}, progress).front());
    return erased ? base::Result<void>() : std::unexpected(erased.error());
}

} // namespace shirushi::erasure
