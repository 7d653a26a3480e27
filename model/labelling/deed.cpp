#include "labelling/deed.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "label/sidecar.h"
#include "platform/replacement.h"

#include <QCoreApplication>

namespace shirushi::labelling {

namespace {

constexpr const char *kindNames[] = {"rewrite", "put-sidecar", "remove-sidecar", "put-attribute"};

// Paths are bytes: base64url keeps those that are no text.
QString pathText(const base::Path &path)
{
    return QString::fromLatin1(base::toBase64Url(QByteArray::fromStdString(path.native())));
}

base::Path pathFrom(const QJsonValue &value)
{
    return base::fromBase64Url(value.toString().toLatin1()).value_or(QByteArray()).toStdString();
}

bool isThere(const base::Path &path)
{
    std::error_code ignored;
    return !path.empty() && std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

QString hashOf(const base::Path &path)
{
    const auto source = platform::FileSource::open(path);
    if (!source)
        return {};
    const auto digest = crypto::sha256(*source);
    return digest ? QString::fromLatin1(base::toHex(*digest)) : QString();
}

bool carries(const base::Path &path, const QString &labelId)
{
    const auto label = label::readLabelAttribute(path);
    return label && label->id == labelId;
}

} // namespace

bool isOtherRooms(const QJsonObject &json)
{
    return json.contains(QStringLiteral("room"));
}

QJsonObject toJson(const Deed &deed)
{
    return {{QStringLiteral("kind"), QString::fromLatin1(kindNames[static_cast<int>(deed.kind)])},
            {QStringLiteral("target"), pathText(deed.target)},
            {QStringLiteral("newTarget"), pathText(deed.newTarget)},
            {QStringLiteral("temporary"), pathText(deed.temporary)},
            {QStringLiteral("before"), deed.before},
            {QStringLiteral("after"), deed.after},
            {QStringLiteral("labelId"), deed.labelId}};
}

base::Result<Deed> deedFromJson(const QJsonObject &json)
{
    Deed deed;
    const QString kind = json.value(QStringLiteral("kind")).toString();
    std::size_t found = 0;
    while (found < std::size(kindNames) && kind != QLatin1String(kindNames[found]))
        ++found;
    deed.target = pathFrom(json.value(QStringLiteral("target")));
    deed.newTarget = pathFrom(json.value(QStringLiteral("newTarget")));
    deed.temporary = pathFrom(json.value(QStringLiteral("temporary")));
    deed.before = json.value(QStringLiteral("before")).toString();
    deed.after = json.value(QStringLiteral("after")).toString();
    deed.labelId = json.value(QStringLiteral("labelId")).toString();
    if (found == std::size(kindNames) || deed.target.empty() || deed.newTarget.empty()) {
        return base::failure(base::ErrorCode::Damaged, {},
                             QCoreApplication::translate("shirushi::labelling",
                                                         "An open deed in the ledger cannot be read."));
    }
    deed.kind = static_cast<Deed::Kind>(found);
    return deed;
}

DeedState stateOf(const Deed &deed)
{
    switch (deed.kind) {
    case Deed::Kind::Rewrite:
        if (isThere(deed.temporary))
            return hashOf(deed.target) == deed.before ? DeedState::Pending : DeedState::Impossible;
        return hashOf(deed.newTarget) == deed.after ? DeedState::Done : DeedState::Impossible;
    case Deed::Kind::PutSidecar:
        if (isThere(deed.temporary))
            return hashOf(deed.target) == deed.before ? DeedState::Pending : DeedState::Impossible;
        if (deed.newTarget != deed.target && isThere(deed.target) && !isThere(deed.newTarget))
            return DeedState::Pending; // the sidecar is in place, the document not yet renamed
        return isThere(label::sidecarPath(deed.newTarget)) ? DeedState::Done : DeedState::Impossible;
    case Deed::Kind::RemoveSidecar:
        return isThere(deed.target) || isThere(deed.newTarget) ? DeedState::Pending : DeedState::Impossible;
    case Deed::Kind::PutAttribute:
        if (carries(deed.newTarget, deed.labelId))
            return DeedState::Done;
        return carries(deed.target, deed.labelId) && !isThere(deed.newTarget) ? DeedState::Pending
                                                                              : DeedState::Impossible;
    }
    return DeedState::Impossible;
}

base::Result<void> finish(const Deed &deed)
{
    const base::Path sidecar = label::sidecarPath(deed.newTarget);
    std::error_code problem;
    switch (deed.kind) {
    case Deed::Kind::Rewrite:
        std::filesystem::rename(deed.temporary, deed.newTarget, problem);
        if (!problem && deed.newTarget != deed.target)
            std::filesystem::remove(deed.target, problem);
        break;
    case Deed::Kind::PutSidecar:
        if (isThere(deed.temporary))
            std::filesystem::rename(deed.temporary, sidecar, problem);
        if (!problem && deed.newTarget != deed.target) {
            std::filesystem::rename(deed.target, deed.newTarget, problem);
            if (!problem)
                return label::removeSidecar(deed.target);
        }
        break;
    case Deed::Kind::RemoveSidecar:
        if (const auto removed = label::removeSidecar(deed.target); !removed)
            return removed;
        label::removeLabelAttribute(isThere(deed.target) ? deed.target : deed.newTarget);
        if (deed.newTarget != deed.target && isThere(deed.target))
            std::filesystem::rename(deed.target, deed.newTarget, problem);
        break;
    case Deed::Kind::PutAttribute:
        std::filesystem::rename(deed.target, deed.newTarget, problem);
        break;
    }
    if (problem)
        return std::unexpected(base::errorFromErrno(problem.value(), base::toDisplay(deed.target)));
    return {};
}

void abandon(const Deed &deed)
{
    std::error_code ignored;
    if (!deed.temporary.empty() && platform::isTemporaryName(deed.temporary))
        std::filesystem::remove(deed.temporary, ignored);
}

} // namespace shirushi::labelling
