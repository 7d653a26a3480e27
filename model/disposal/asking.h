// Asking for the permission to dispose of files, media, paper or devices, and keeping where the files lie (廃棄予定簿). As the
// ledger: one thread at a time.
#pragma once

#include "disposal/allowance.h"
#include "disposal/asset.h"

namespace shirushi::disposal {

struct Asking {
    std::vector<base::Path> files;
    std::vector<Asset> assets;
    std::vector<ItemPlace> items;
    QString reason; // id or text of the pack's, or in the person's own words
    QDate from{};
    QDate until{};
};

/// What a request would say of `files`, which those of `assets` are among.
workflow::Draft draftFor(const Reason &reason, std::vector<workflow::RequestFile> files, const std::vector<Asset> &assets, const policy::Pack &pack);

/// Errors of workflow::RequestDesk::ask(); of a file that cannot be disposed of (further names, open elsewhere) or that has
/// no class that can be believed, that file's.
[[nodiscard]] base::Result<workflow::Request> ask(const Asking &asking, const DisposalParts &parts);

QJsonObject toJson(const Asset &asset);
[[nodiscard]] base::Result<Asset> assetFromJson(const QJsonObject &json, const policy::Pack &pack);

} // namespace shirushi::disposal
