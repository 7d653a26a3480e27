#include "labelling/filenamemark.h"

#include "policy/classification.h"

#include <QCoreApplication>

#include <climits>

namespace shirushi::labelling {

namespace {

constexpr std::size_t longestName = 255; // bytes, on every file system that matters here
constexpr std::size_t longestPath = PATH_MAX - 1;
constexpr std::size_t sidecarEnding = 4; // .xmp

std::size_t lengthOfMark(const std::string &name, const QStringList &known)
{
    for (const QString &mark : known) {
        const QByteArray bytes = mark.toUtf8();
        if (!bytes.isEmpty() && name.starts_with(bytes.toStdString()))
            return static_cast<std::size_t>(bytes.size());
    }
    return 0;
}

} // namespace

QStringList fileNameMarksOf(const policy::Pack &pack)
{
    // Marks are joined from the axes that stand in names; with one such axis (as in every pack so far) these
    // are its levels.
    std::vector<policy::Classes> combinations{{}};
    for (const policy::Axis &axis : pack.axes) {
        if (!axis.inFileName)
            continue;
        std::vector<policy::Classes> longer;
        for (const policy::Classes &classes : combinations) {
            for (const policy::Level &level : axis.levels) {
                policy::Classes with = classes;
                with[axis.id] = level.id;
                longer.push_back(std::move(with));
            }
        }
        combinations = std::move(longer);
    }
    QStringList marks;
    for (const policy::Classes &classes : combinations)
        marks += policy::fileNameMark(pack, classes);
    marks.removeAll(QString());
    return marks;
}

bool hasMark(const base::Path &path, const QStringList &known)
{
    return lengthOfMark(path.filename().native(), known) > 0;
}

base::Path withoutMark(const base::Path &path, const QStringList &known)
{
    const std::string name = path.filename().native();
    const std::size_t mark = lengthOfMark(name, known);
    // A file that is called nothing but the mark keeps its name.
    if (mark == 0 || mark == name.size() || name.at(mark) == '.')
        return path;
    return path.parent_path() / name.substr(mark);
}

base::Result<base::Path> withMark(const base::Path &path, const QString &mark, const QStringList &known,
                                  bool withSidecar)
{
    const base::Path bare = withoutMark(path, known);
    const std::string name = mark.toUtf8().toStdString() + bare.filename().native();
    const base::Path marked = bare.parent_path() / name;
    const std::size_t ending = withSidecar ? sidecarEnding : 0;
    if (name.size() + ending > longestName || marked.native().size() + ending > longestPath) {
        return base::failure(base::ErrorCode::NameTooLong, base::toDisplay(path),
                             QCoreApplication::translate("shirushi::labelling",
                                                         "With the class in it the file name would be too long."));
    }
    return marked;
}

} // namespace shirushi::labelling
