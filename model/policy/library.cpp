#include "policy/library.h"

#include "policy/packloader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace shirushi::policy {

struct PackFile {
    QString path;
    std::expected<JsonNode, Fault> root;

    QString basedOn() const
    {
        const JsonNode *member = root ? root->member(u"basedOn") : nullptr;
        return member ? member->text : QString();
    }
};

namespace {

constexpr qsizetype ownPackLimit = 200;

base::Result<PackFile> readPackFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(base::ErrorCode::Io, path, file.errorString());
    // One byte beyond the bound is enough for the parser to say that there is too much.
    return PackFile{path, parseJson(file.read(jsonSizeLimit + 1))};
}

std::vector<PackFile> readFolder(const QString &folder, std::vector<base::Error> &faulty)
{
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    std::vector<PackFile> files;
    for (const QString &name : names.first(std::min(names.size(), ownPackLimit))) {
        auto file = readPackFile(folder + QStringLiteral("/") + name);
        if (file)
            files.push_back(std::move(*file));
        else
            faulty.push_back(file.error());
    }
    return files;
}

} // namespace

Library Library::load(const base::Path &ownFolder)
{
    Library library;
    const PackLoader loader;
    library.add(readFolder(QStringLiteral(":/policies"), library.m_faulty), loader);
    if (!ownFolder.empty())
        library.add(readFolder(base::toDisplay(ownFolder), library.m_faulty), loader);
    return library;
}

// In rounds, so that a pack comes after the one it is based on; the last round tells what is left over.
void Library::add(std::vector<PackFile> files, const PackLoader &loader)
{
    const auto waits = [&](const PackFile &file) { return !file.basedOn().isEmpty() && !find(file.basedOn()); };
    while (!files.empty()) {
        const auto ready = std::stable_partition(files.begin(), files.end(), waits);
        const auto first = ready == files.end() ? files.begin() : ready;
        for (auto file = first; file != files.end(); ++file) {
            auto pack = loader.load(file->root, this, file->path);
            if (pack)
                put(std::move(*pack));
            else
                m_faulty.push_back(pack.error());
        }
        files.erase(first, files.end());
    }
}

void Library::put(Pack pack)
{
    const QString id = pack.id;
    const auto same = std::find_if(m_packs.begin(), m_packs.end(), [&](const auto &known) { return known->id == id; });
    auto shared = std::make_shared<const Pack>(std::move(pack));
    if (same == m_packs.end())
        m_packs.push_back(std::move(shared));
    else
        *same = std::move(shared);
}

std::shared_ptr<const Pack> Library::find(const QString &id) const
{
    const auto found =
        std::find_if(m_packs.begin(), m_packs.end(), [&](const auto &pack) { return pack->id == id; });
    return found == m_packs.end() ? nullptr : *found;
}

} // namespace shirushi::policy
