#include "fuzz/target.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace shirushi::fuzz {

void demand(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

std::vector<QByteArray> corpusFiles(const QStringList &patterns, qint64 longest, std::size_t count)
{
    const QString folder =
        qEnvironmentVariable("SHIRUSHI_CORPUS", QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus"));
    QStringList paths;
    QDirIterator found(folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        if (found.fileInfo().size() <= longest)
            paths += path;
    }
    paths.sort();
    std::vector<QByteArray> files;
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (files.size() < count && file.open(QIODevice::ReadOnly))
            files.push_back(file.readAll());
    }
    return files;
}

} // namespace shirushi::fuzz
