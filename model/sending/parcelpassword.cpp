#include "sending/parcelpassword.h"

#include "crypto/seal.h"
#include "people/base32.h"
#include "people/passwordrules.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::sending {

namespace {

constexpr std::size_t madePasswordBytes = madePasswordBits / 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

base::SecretBytes bytesOf(QByteArray text)
{
    base::SecretBytes bytes(std::span(reinterpret_cast<const std::uint8_t *>(text.constData()),
                                      static_cast<std::size_t>(text.size())));
    base::wipe(text.data(), static_cast<std::size_t>(text.size()));
    return bytes;
}

base::SecretBytes grouped(const base::SecretBytes &random)
{
    QString groups = people::toGroups(random);
    base::SecretBytes password = bytesOf(groups.toLatin1());
    base::wipe(groups.data(), static_cast<std::size_t>(groups.size()) * sizeof(QChar));
    return password;
}

} // namespace

base::Result<base::SecretBytes> makePassword()
{
    const auto random = crypto::randomSecret(madePasswordBytes);
    if (!random)
        return std::unexpected(random.error());
    return grouped(*random);
}

std::optional<base::SecretBytes> madePasswordFrom(const QString &typed)
{
    const auto bytes = people::fromGroups(typed, madePasswordBytes);
    if (!bytes)
        return std::nullopt;
    return grouped(*bytes);
}

base::SecretBytes passwordFromTyped(const QString &typed)
{
    if (auto made = madePasswordFrom(typed))
        return std::move(*made);
    return bytesOf(typed.toUtf8());
}

QString passwordProblem(const base::SecretBytes &password)
{
    if (password.isEmpty())
        return tr("A parcel needs a password.");
    const auto isPlain = [](std::uint8_t byte) { return byte >= 0x20 && byte < 0x7f; };
    if (!std::all_of(password.data(), password.data() + password.size(), isPlain))
        return tr("Use letters, digits and signs of the English keyboard only: the recipient's program may read others differently.");
    const people::PasswordVerdict verdict = people::judgePassword({}, password, {});
    if (!verdict.isAllowed())
        return tr("This password is too easy to guess: %1.").arg(verdict.sentences().join(QStringLiteral(" / ")));
    if (verdict.strength == people::PasswordStrength::Weak)
        return tr("This password is too easy to guess. Use a longer one, or let one be made.");
    return {};
}

} // namespace shirushi::sending
