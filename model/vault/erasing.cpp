#include "vault/erasing.h"

#include "base/encoding.h"
#include "crypto/digest.h"

#include <cstring>

namespace shirushi::vault {

using base::Result;

erasure::Order erasureOf(const QString &key, const base::Path &file)
{
    const QByteArray seed = crypto::sha256(key.toLatin1() + QByteArray::fromStdString(file.native()));
    erasure::Order order;
    order.file = file;
    static_assert(sizeof order.seed == 32);
    std::memcpy(order.seed.data(), seed.constData(), sizeof order.seed);
    order.alias = base::toHex(crypto::sha256(seed)).left(24);
    return order;
}

Result<void> erase(const erasure::Order &order)
{
    base::NoProgress progress;
    const auto erased = erasure::eraseAll({&order, 1}, progress);
    return erased.front() ? Result<void>() : std::unexpected(erased.front().error());
}

Result<void> eraseIfSame(erasure::Order order, const QString &hash, const QString &changed)
{
    const erasure::Remains remains = erasure::remainsOf(order);
    if (remains == erasure::Remains::Begun)
        return erasure::finish(order);
    if (remains != erasure::Remains::Untouched)
        return {};
    const auto source = platform::FileSource::open(order.file);
    const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
    if (!digest)
        return std::unexpected(digest.error());
    if (QString::fromLatin1(base::toHex(*digest)) != hash)
        return base::failure(base::ErrorCode::Changed, base::toDisplay(order.file), changed);
    order.expected = source->identity();
    return erase(order);
}

Result<QString> hashOfFile(const base::Path &path)
{
    const auto source = platform::FileSource::open(path);
    const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
    if (!digest)
        return std::unexpected(digest.error());
    return QString::fromLatin1(base::toHex(*digest));
}

} // namespace shirushi::vault
