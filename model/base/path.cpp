#include "base/path.h"

namespace shirushi::base {

QString toDisplay(const Path &path)
{
#ifdef _WIN32
    return QString::fromStdWString(path.native());
#else
    return QString::fromUtf8(path.native().data(), static_cast<qsizetype>(path.native().size()));
#endif
}

Path toPath(const QString &text)
{
#ifdef _WIN32
    return Path(text.toStdWString());
#else
    return Path(text.toUtf8().toStdString());
#endif
}

Path withAppended(const Path &path, const char *ending)
{
    Path longer = path;
    longer += ending;
    return longer;
}

} // namespace shirushi::base
