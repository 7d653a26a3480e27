// What the commands about disposal share.
#pragma once

#include "cli/requestwork.h"
#include "disposal/asset.h"
#include "disposal/items.h"
#include "disposal/run.h"

namespace shirushi::cli {

disposal::DisposalParts disposalParts(Desk &desk);

/// The last option says which year: 令和8, R8, 2026. 0 where it is not there; nothing, and `problem`, for anything else.
std::optional<int> yearOf(const Arguments &arguments, QString &problem);

/// Whether --medium, --paper or --device is there.
bool namesAsset(const Arguments &arguments);
/// From them, --number and --class.
[[nodiscard]] base::Result<disposal::Asset> assetFrom(const Arguments &arguments, const policy::Pack &pack);
/// Records what a person states of a medium, paper or a device; the exit code.
int recordAssets(const Arguments &arguments);

/// Says what is to be told to whom after these, each once.
void printReports(const std::vector<disposal::Record> &records, const Desk &desk);

QJsonObject recordJson(const disposal::Record &record);
/// No., day, what, how, in one line.
QString recordLine(const disposal::Record &record, const policy::Pack &pack);
QJsonObject planJson(const disposal::Plan &plan, const policy::Pack &pack);
QString planText(const disposal::Plan &plan, const policy::Pack &pack);
QJsonObject planJson(const disposal::ItemPlan &plan, const policy::Pack &pack);
QString planText(const disposal::ItemPlan &plan, const policy::Pack &pack);

} // namespace shirushi::cli
