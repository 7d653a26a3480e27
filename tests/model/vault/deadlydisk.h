// DeadlyDisk: ends the process, as SIGKILL does, just before or just after the n-th of the calls that bring something to the disk
// or take it away. The C library's own functions are stood in for, so that nothing of what is tested knows of it: to be included
// by one source of a test program.
#pragma once

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace shirushi::tests {

inline std::atomic<int> livesLeft = -1; // below 0: it is not armed

inline void armDisk(int lives)
{
    livesLeft = lives;
}

inline void spendLife()
{
    if (livesLeft >= 0 && livesLeft-- == 0)
        ::kill(::getpid(), SIGKILL);
}

// A moment before and a moment after it.
template <typename Call>
long deadly(Call call)
{
    spendLife();
    const long result = call();
    const int number = errno;
    spendLife();
    errno = number;
    return result;
}

} // namespace shirushi::tests

extern "C" {

int fsync(int descriptor)
{
    return static_cast<int>(shirushi::tests::deadly([&] { return ::syscall(SYS_fsync, descriptor); }));
}

int fdatasync(int descriptor)
{
    return static_cast<int>(shirushi::tests::deadly([&] { return ::syscall(SYS_fdatasync, descriptor); }));
}

int rename(const char *from, const char *to) noexcept
{
    return static_cast<int>(shirushi::tests::deadly([&] { return ::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0); }));
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned int flags) noexcept
{
    return static_cast<int>(shirushi::tests::deadly([&] { return ::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags); }));
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    return renameat2(fromFolder, from, toFolder, to, 0);
}

int unlink(const char *path) noexcept
{
    return static_cast<int>(shirushi::tests::deadly([&] { return ::syscall(SYS_unlinkat, AT_FDCWD, path, 0); }));
}

int unlinkat(int folder, const char *path, int flags) noexcept
{
    return static_cast<int>(shirushi::tests::deadly([&] { return ::syscall(SYS_unlinkat, folder, path, flags); }));
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t at)
{
    return shirushi::tests::deadly([&] { return ::syscall(SYS_pwrite64, descriptor, bytes, count, at); });
}
}
