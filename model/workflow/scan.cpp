#include "workflow/scan.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "platform/filesource.h"
#include "platform/replacement.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace shirushi::workflow {

using base::ErrorCode;

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype longestScanName = 255; // characters
constexpr auto largestTravelling = static_cast<std::uint64_t>(ledger::largestAttachment + longestScanHead);

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::workflow", text);
}

std::unexpected<base::Error> noScan(const base::Path &file)
{
    return base::failure(ErrorCode::Damaged, base::toDisplay(file), tr("This is no scan of a decision on paper."));
}

base::Result<ScanHead> headOf(const base::Path &file, const QByteArray &beginning)
{
    const qsizetype end = beginning.indexOf('\n');
    if (end < 0 || end >= longestScanHead)
        return noScan(file);
    const auto json = base::parseJsonObject(beginning.first(end), base::toDisplay(file));
    if (!json)
        return noScan(file);
    ScanHead head{json->value(QStringLiteral("decision")).toString(), json->value(QStringLiteral("name")).toString(), end + 1};
    const bool isName = !head.name.isEmpty() && head.name.size() <= longestScanName && !head.name.contains(u'/')
                        && !head.name.contains(u'\\');
    if (json->value(QStringLiteral("version")).toInt() != formatVersion || head.decision.isEmpty() || !isName)
        return noScan(file);
    return head;
}

QByteArray bytesOf(const QString &decision, const ledger::Attachment &scan)
{
    QString name = scan.name.isEmpty() ? QStringLiteral("scan") : scan.name.left(longestScanName);
    name.replace(u'/', u'_').replace(u'\\', u'_');
    return base::canonicalJson(QJsonObject{{QStringLiteral("decision"), decision},
                                           {QStringLiteral("name"), name},
                                           {QStringLiteral("version"), formatVersion}})
           + '\n' + scan.bytes;
}

} // namespace

base::Result<ledger::Attachment> readScan(const base::Path &file)
{
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    if (source->size() == 0)
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(file), tr("This file is empty."));
    auto bytes = source->all(static_cast<std::uint64_t>(ledger::largestAttachment));
    if (!bytes)
        return std::unexpected(bytes.error());
    return ledger::Attachment{base::toDisplay(file.filename()), std::move(*bytes)};
}

base::Result<ScanHead> readScanHead(const base::Path &file)
{
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    const auto beginning = source->bytes(0, std::min<std::uint64_t>(source->size(), longestScanHead));
    return beginning ? headOf(file, *beginning) : std::unexpected(beginning.error());
}

base::Result<ledger::Attachment> readTravelledScan(const base::Path &file, const QString &sha256)
{
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    const auto bytes = source->all(largestTravelling);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto head = headOf(file, bytes->first(std::min(bytes->size(), longestScanHead)));
    if (!head)
        return std::unexpected(head.error());
    ledger::Attachment scan{head->name, bytes->sliced(head->length)};
    if (QString::fromLatin1(base::toHex(crypto::sha256(scan.bytes))) != sha256) {
        return base::failure(ErrorCode::Damaged, base::toDisplay(file),
                             tr("This is not the scan that the signed decision names: it was exchanged or changed."));
    }
    return scan;
}

base::Result<void> writeTravellingScan(const base::Path &file, const QString &decision, const ledger::Attachment &scan)
{
    const QByteArray bytes = bytesOf(decision, scan);
    const auto there = platform::FileSource::open(file);
    if (there && there->size() == static_cast<std::uint64_t>(bytes.size()) && there->all(largestTravelling) == bytes)
        return {};
    return platform::writeFile(file, bytes);
}

} // namespace shirushi::workflow
