// Runs one fuzz target without libFuzzer: its seeds, then seeds with damage done to them, the same each time.
//
//   fuzz_NAME [--iterations N] [--seconds N] [--seed N] [--keep FOLDER]
//   fuzz_NAME FILE...                 those inputs only: to look at a crash again
//
// An input that crashes, or takes longer than 10 s, is kept as FOLDER/NAME-crash (default: where it runs).
#include "fuzz/mutation.h"
#include "fuzz/target.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr unsigned longestTurn = 10; // seconds for one input, issue 3 section 7
constexpr qsizetype longestInput = 1 << 20;

// What a signal handler may look at.
const char *currentBytes = nullptr;
std::size_t currentSize = 0;
char crashFile[4096] = "crash";

extern "C" void keepInput(int signal)
{
    const int file = ::open(crashFile, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0 && ::write(file, currentBytes, currentSize) >= 0)
        ::close(file);
    std::signal(signal, SIG_DFL);
    ::raise(signal);
}

void run(const QByteArray &input)
{
    // A copy without room behind it, so that reading past its end is seen.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    currentBytes = reinterpret_cast<const char *>(bytes.data());
    currentSize = bytes.size();
    ::alarm(longestTurn);
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    ::alarm(0);
}

struct Options {
    std::uint64_t iterations = 1'000;
    qint64 seconds = 0; // 0: as many iterations as said
    std::uint64_t seed = 1;
    QString keep = QStringLiteral(".");
    std::vector<QByteArray> inputs;
};

bool read(const char *path, std::vector<QByteArray> &inputs)
{
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: cannot be read\n", path);
        return false;
    }
    inputs.push_back(file.readAll());
    return true;
}

bool parse(int count, char **arguments, Options &options)
{
    for (int i = 1; i < count; ++i) {
        const QByteArray name(arguments[i]);
        if (!name.startsWith("--")) {
            if (!read(arguments[i], options.inputs))
                return false;
            continue;
        }
        const QByteArray value(++i < count ? arguments[i] : "");
        bool known = true;
        if (name == "--iterations")
            options.iterations = value.toULongLong(&known);
        else if (name == "--seconds")
            options.seconds = value.toLongLong(&known);
        else if (name == "--seed")
            options.seed = value.toULongLong(&known);
        else if (name == "--keep")
            options.keep = QString::fromLocal8Bit(value);
        else
            known = false;
        if (!known)
            return false;
    }
    return true;
}

void mutate(const Options &options)
{
    QElapsedTimer timer;
    timer.start();
    const std::vector<QByteArray> seeds = shirushi::fuzz::seeds();
    for (const QByteArray &seed : seeds)
        run(seed);
    shirushi::fuzz::Mutator mutator(seeds, shirushi::fuzz::words(), options.seed, longestInput);
    std::uint64_t done = 0;
    const auto goesOn = [&] {
        return options.seconds > 0 ? timer.elapsed() < options.seconds * 1000 : done < options.iterations;
    };
    for (; goesOn(); ++done)
        run(mutator.next());
    std::printf("%zu seeds, %llu inputs, %lld ms\n", seeds.size(), static_cast<unsigned long long>(done),
                static_cast<long long>(timer.elapsed()));
}

} // namespace

// So that the sanitizers end in a signal, too, and the input is kept.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "abort_on_error=1:detect_leaks=1:allocator_may_return_null=1";
}
extern "C" const char *__ubsan_default_options();
extern "C" const char *__ubsan_default_options()
{
    return "print_stacktrace=1:abort_on_error=1";
}

int main(int count, char **arguments)
{
    Options options;
    if (!parse(count, arguments, options)) {
        std::fprintf(stderr, "usage: %s [--iterations N] [--seconds N] [--seed N] [--keep FOLDER] [FILE...]\n",
                     arguments[0]);
        return 2;
    }
    const QByteArray kept = QFile::encodeName(options.keep) + '/'
                            + QFile::encodeName(QFileInfo(QFile::decodeName(arguments[0])).fileName()) + "-crash";
    qstrncpy(crashFile, kept.constData(), sizeof crashFile);
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM})
        std::signal(signal, keepInput);
    if (options.inputs.empty())
        mutate(options);
    for (const QByteArray &input : options.inputs)
        run(input);
    return 0;
}
