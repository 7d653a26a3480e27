#include "cli/vaultwork.h"

#include "base/clock.h"
#include "cli/requestwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QJsonArray ids(const std::vector<vault::Reader> &readers)
{
    QJsonArray array;
    for (const vault::Reader &reader : readers)
        array.append(reader.id);
    return array;
}

QJsonValue labelJson(const vault::Item &item)
{
    if (!item.label)
        return {};
    QJsonObject label = label::toJson(*item.label);
    for (const char *inner : {"version", "contentHash", "signature", "keyId"})
        label.remove(QLatin1String(inner));
    return label;
}

} // namespace

vault::VaultParts vaultParts(Desk &desk)
{
    return {desk.ledger, desk.session, desk.directory, desk.pack, desk.clock, desk.office.folder() / vault::workLock};
}

workflow::RequestDesk requestDesk(Desk &desk)
{
    return workflow::RequestDesk({desk.ledger, desk.session, desk.directory, desk.pack, desk.clock});
}

base::Result<VaultWork> openVaultWork(const Arguments &arguments)
{
    auto desk = openDesk(arguments);
    if (!desk)
        return std::unexpected(desk.error());
    auto vault = vault::Vault::open(base::Path(arguments.rest().front()), vaultParts(**desk));
    if (!vault)
        return std::unexpected(vault.error());
    return VaultWork{std::move(*desk), std::move(*vault)};
}

QJsonObject vaultItemJson(const vault::Vault &vault, const vault::Item &item)
{
    QJsonArray recovered;
    for (const vault::Event &event : item.history) {
        if (event.deed == u"recovered")
            recovered.append(vault::toJson(event));
    }
    QJsonArray versions;
    for (const vault::Version &version : item.older)
        versions.append(static_cast<qint64>(version.counter));
    const auto date = [](const QDate &day) { return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue(); };
    return {{QStringLiteral("id"), item.id},
            {QStringLiteral("name"), item.name},
            {QStringLiteral("path"), item.path},
            {QStringLiteral("file"), base::toDisplay(vault.layout().file(item.content.file))},
            {QStringLiteral("label"), labelJson(item)},
            {QStringLiteral("size"), static_cast<qint64>(item.content.size)},
            {QStringLiteral("sha256"), item.content.sha256},
            {QStringLiteral("counter"), static_cast<qint64>(item.counter)},
            {QStringLiteral("versions"), versions},
            {QStringLiteral("members"), ids(item.readers.members)},
            {QStringLiteral("escrow"), ids(item.readers.escrow)},
            {QStringLiteral("final"), item.isFinal},
            {QStringLiteral("retention"), item.keeping.permanent ? QJsonValue(QStringLiteral("permanent"))
                                          : item.keeping.years > 0 ? QJsonValue(item.keeping.years)
                                                                   : QJsonValue()},
            {QStringLiteral("origin"), date(item.keeping.origin)},
            {QStringLiteral("changedAt"), base::toRfc3339(item.changedAt)},
            {QStringLiteral("changedBy"), item.changedBy},
            {QStringLiteral("recovered"), recovered}};
}

base::Result<vault::Keeping> keepingFrom(const Arguments &arguments, const policy::Pack &pack)
{
    vault::Keeping keeping;
    const auto origin = dateOf(arguments, "origin");
    if (!origin)
        return std::unexpected(origin.error());
    keeping.origin = *origin;
    if (!arguments.has("retention"))
        return keeping;
    const QString text = arguments.text("retention");
    keeping.permanent = text == u"permanent";
    keeping.years = keeping.permanent ? 0 : text.toInt();
    const bool isOffered = keeping.permanent ? pack.retention.permanent : std::ranges::count(pack.retention.years, keeping.years) > 0;
    if (!isOffered) {
        QStringList offered;
        for (const int years : pack.retention.years)
            offered += QString::number(years);
        return base::failure(base::ErrorCode::InvalidInput, text,
                             tr("The rules of this office have no such retention period. They have: %1").arg(offered.join(QStringLiteral(", "))));
    }
    return keeping;
}

} // namespace shirushi::cli
