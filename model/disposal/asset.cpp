#include "disposal/asset.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/digest.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace shirushi::disposal {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

} // namespace

base::Result<void> check(const Asset &asset, const policy::Pack &pack)
{
    if (asset.kind != u"medium" && asset.kind != u"paper" && asset.kind != u"device")
        return base::failure(ErrorCode::InvalidInput, asset.kind, tr("It is a medium, paper or a device."));
    if (asset.name.trimmed().isEmpty() || asset.name.size() > workflow::longestName || asset.number.size() > workflow::longestName)
        return base::failure(ErrorCode::InvalidInput, asset.name, tr("Please say what it is called."));
    return policy::checkClasses(pack, asset.classes);
}

workflow::RequestFile requestFileOf(const Asset &asset, const policy::Pack &pack)
{
    const QJsonObject json{{QStringLiteral("kind"), asset.kind}, {QStringLiteral("name"), asset.name}, {QStringLiteral("number"), asset.number}};
    const QString hash = QString::fromLatin1(base::toHex(crypto::sha256(base::canonicalJson(json))));
    return {titleOf(asset), QStringLiteral("asset1:") + hash, {}, pack.id, asset.classes};
}

QString titleOf(const Asset &asset)
{
    return asset.number.isEmpty() ? asset.name : QString(asset.name + u' ' + asset.number);
}

} // namespace shirushi::disposal
