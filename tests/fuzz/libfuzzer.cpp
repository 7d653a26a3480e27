// Hands a target's seeds and words to libFuzzer: with SHIRUSHI_FUZZ_SEEDS=FOLDER set, a fuzz program writes them
// there (seed-N, and words in the form that -dict= takes) and ends.
#include "fuzz/target.h"

#include <QDir>
#include <QFile>

#include <cstdlib>

namespace {

void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    shirushi::fuzz::demand(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "seeds can be written");
}

QByteArray quoted(const QByteArray &word)
{
    QByteArray text = "\"";
    for (const char c : word)
        text += "\\x" + QByteArray(1, c).toHex();
    return text + "\"\n";
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***);
extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    const QString folder = qEnvironmentVariable("SHIRUSHI_FUZZ_SEEDS");
    if (folder.isEmpty())
        return 0;
    QDir().mkpath(folder);
    int number = 0;
    for (const QByteArray &seed : shirushi::fuzz::seeds())
        save(folder + QStringLiteral("/seed-%1").arg(number++), seed);
    QByteArray dictionary;
    for (const QByteArray &word : shirushi::fuzz::words())
        dictionary += quoted(word);
    save(folder + QStringLiteral(".words"), dictionary);
    std::exit(0);
}
