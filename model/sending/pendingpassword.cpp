#include "sending/pendingpassword.h"

#include "crypto/seal.h"
#include "platform/filesource.h"
#include "platform/replacement.h"

#include <QCoreApplication>
#include <QUuid>

#include <fstream>

namespace shirushi::sending {

namespace {

constexpr std::uint64_t largest = 64 * 1024;

// Bound to its sending: a box that was renamed to another does not open.
QByteArray contextFor(const QString &id)
{
    return "shirushi pending password v1 " + id.toLatin1();
}

} // namespace

base::Result<base::Path> PendingPasswords::fileFor(const QString &id) const
{
    const QUuid uuid = QUuid::fromString(id);
    if (uuid.isNull()) {
        return base::failure(base::ErrorCode::InvalidInput, id,
                             QCoreApplication::translate("shirushi::sending", "There is no sending of this number."));
    }
    return m_folder / (uuid.toString(QUuid::WithoutBraces).toStdString() + ".sealed");
}

base::Result<void> PendingPasswords::keep(const QString &id, const base::SecretBytes &password,
                                          const QByteArray &recipient) const
{
    const auto file = fileFor(id);
    if (!file)
        return std::unexpected(file.error());
    const auto box = crypto::sealToKey(recipient, password, contextFor(id));
    if (!box)
        return std::unexpected(box.error());
    std::error_code problem;
    std::filesystem::create_directories(m_folder, problem);
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(m_folder)));
    return platform::writeFile(*file, *box);
}

base::Result<base::SecretBytes> PendingPasswords::open(const QString &id, const base::SecretBytes &privateKey) const
{
    const auto file = fileFor(id);
    if (!file)
        return std::unexpected(file.error());
    const auto source = platform::FileSource::open(*file);
    if (!source)
        return std::unexpected(source.error());
    const auto box = source->bytes(0, std::min(source->size(), largest));
    if (!box)
        return std::unexpected(box.error());
    return crypto::openWithPrivateKey(privateKey, *box, contextFor(id));
}

bool PendingPasswords::has(const QString &id) const
{
    const auto file = fileFor(id);
    std::error_code ignored;
    return file && std::filesystem::exists(*file, ignored);
}

base::Result<void> PendingPasswords::erase(const QString &id) const
{
    const auto file = fileFor(id);
    std::error_code problem;
    if (!file || !std::filesystem::exists(*file, problem))
        return file ? base::Result<void>() : std::unexpected(file.error());
    const auto size = std::filesystem::file_size(*file, problem);
    if (!problem && size <= largest) {
        // In place, not as a new file: what is meant are these very blocks.
        std::fstream stream(*file, std::ios::in | std::ios::out | std::ios::binary);
        stream << std::string(static_cast<std::size_t>(size), '\0');
    }
    return platform::removeFile(*file);
}

} // namespace shirushi::sending
