#include "vault/layout.h"

#include "platform/replacement.h"
#include "vault/item.h"

#include <QRandomGenerator>

#include <algorithm>

namespace shirushi::vault {

namespace {

const QString itemEnding = QStringLiteral(".item.age");
const QString ageEnding = QStringLiteral(".age");
constexpr qsizetype idLength = 36;

bool isRandomPart(const QString &text)
{
    if (text.isEmpty() || text.size() > 32)
        return false;
    for (const QChar letter : text) {
        if (!(letter >= u'0' && letter <= u'9') && !(letter >= u'a' && letter <= u'z'))
            return false;
    }
    return true;
}

void addItemFile(Listing &listing, const base::Path &path)
{
    if (platform::isTemporaryName(path)) {
        listing.temporary.push_back(path);
        return;
    }
    const QString name = base::toDisplay(path.filename());
    const QString id = name.left(idLength);
    if (!isId(id) || !name.endsWith(ageEnding)) {
        listing.strangers.push_back(path);
    } else if (name == id + itemEnding) {
        listing.items[id].hasDescription = true;
    } else if (name.at(idLength) == u'.' && isRandomPart(name.mid(idLength + 1).chopped(ageEnding.size()))) {
        listing.items[id].contents.push_back(name);
    } else {
        listing.strangers.push_back(path);
    }
}

void addCopyNote(Listing &listing, const base::Path &path)
{
    const QString name = base::toDisplay(path.filename());
    if (platform::isTemporaryName(path))
        listing.temporary.push_back(path);
    else if (name.endsWith(ageEnding) && isId(name.chopped(ageEnding.size())))
        listing.copyNotes.push_back(path);
    else
        listing.strangers.push_back(path);
}

std::error_code addAll(Listing &listing, const base::Path &folder, void (*add)(Listing &, const base::Path &))
{
    std::error_code problem;
    for (auto entry = std::filesystem::directory_iterator(folder, problem);
         !problem && entry != std::filesystem::directory_iterator(); entry.increment(problem))
        add(listing, entry->path());
    return problem;
}

} // namespace

QString Layout::contentName(const QString &id)
{
    // "item" is never drawn: it has another length.
    QString random = QString::number(QRandomGenerator::system()->generate64(), 36);
    return id + u'.' + random.rightJustified(13, u'0') + ageEnding;
}

bool isBelow(const base::Path &path, const base::Path &folder)
{
    std::error_code problem;
    const base::Path inner = std::filesystem::weakly_canonical(path, problem);
    const base::Path outer = std::filesystem::weakly_canonical(folder, problem);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

bool Layout::holds(const base::Path &path) const
{
    return isBelow(path, m_folder);
}

base::Result<Listing> list(const Layout &layout)
{
    Listing listing;
    if (const std::error_code problem = addAll(listing, layout.items(), addItemFile))
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(layout.items())));
    // A vault in which nobody has noted a copy has no folder for that.
    const std::error_code problem = addAll(listing, layout.copyNotes(), addCopyNote);
    if (problem && problem != std::errc::no_such_file_or_directory)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(layout.copyNotes())));
    return listing;
}

} // namespace shirushi::vault
