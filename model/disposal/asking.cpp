#include "disposal/asking.h"

#include "disposal/items.h"
#include "disposal/namesakes.h"

#include <QJsonObject>

#include <algorithm>
#include <set>

namespace shirushi::disposal {

namespace {

base::Result<void> addFiles(const Asking &asking, const DisposalParts &parts, workflow::Draft &draft, Listed &listed)
{
    std::set<base::Path> known;
    std::vector<Plan> plans;
    erasure::Surroundings around;
    for (const base::Path &file : asking.files) {
        Plan plan = planFor(file, parts, around);
        if (!known.insert(plan.file).second)
            continue;
        if (!plan.problem && !plan.asked)
            return std::unexpected(*plan.noClass);
        plans.push_back(std::move(plan));
    }
    examine(plans);
    for (Plan &plan : plans) {
        if (plan.problem)
            return std::unexpected(*plan.problem);
        draft.plan.files.push_back(std::move(*plan.asked));
        listed.files.push_back(std::move(plan.file));
    }
    return {};
}

base::Result<void> addItems(const Asking &asking, const DisposalParts &parts, workflow::Draft &draft, Listed &listed)
{
    for (const ItemPlace &place : asking.items) {
        auto plan = planForItem(place, parts);
        if (!plan)
            return std::unexpected(plan.error());
        draft.plan.files.push_back(std::move(plan->asked));
        listed.items.push_back(plan->place);
    }
    return {};
}

} // namespace

QJsonObject toJson(const Asset &asset)
{
    QJsonObject classes;
    for (const auto &[axis, level] : asset.classes)
        classes.insert(axis, level);
    return {{QStringLiteral("kind"), asset.kind}, {QStringLiteral("name"), asset.name}, {QStringLiteral("number"), asset.number},
            {QStringLiteral("classes"), classes}};
}

base::Result<Asset> assetFromJson(const QJsonObject &json, const policy::Pack &pack)
{
    Asset asset{json.value(QStringLiteral("kind")).toString(), json.value(QStringLiteral("name")).toString(),
                json.value(QStringLiteral("number")).toString(), {}};
    const QJsonObject classes = json.value(QStringLiteral("classes")).toObject();
    for (auto axis = classes.begin(); axis != classes.end(); ++axis)
        asset.classes[axis.key()] = axis.value().toString();
    if (const auto checked = check(asset, pack); !checked)
        return std::unexpected(checked.error());
    return asset;
}

workflow::Draft draftFor(const Reason &reason, std::vector<workflow::RequestFile> files, const std::vector<Asset> &assets, const policy::Pack &pack)
{
    workflow::Draft draft{{reason.action, {}, {}, reason.given, std::move(files), reason.text, {}}};
    // Some rules speak of devices alone.
    const bool hasDevice = std::ranges::any_of(assets, [](const Asset &asset) { return asset.kind == u"device"; });
    if (const QString device = QStringLiteral("device"); hasDevice && pack.fact(device) && !draft.plan.given.contains(device))
        draft.plan.given += device;
    return draft;
}

base::Result<workflow::Request> ask(const Asking &asking, const DisposalParts &parts)
{
    const auto reason = reasonFrom(*parts.pack, asking.reason);
    if (!reason)
        return std::unexpected(reason.error());
    workflow::Draft draft = draftFor(*reason, {}, asking.assets, *parts.pack);
    draft.from = asking.from;
    draft.until = asking.until;
    if (asking.files.size() + asking.items.size() + asking.assets.size() > workflow::mostFiles) // before all of them are read
        return workflow::tooLarge();
    Listed listed;
    for (const Asset &asset : asking.assets) {
        if (const auto checked = check(asset, *parts.pack); !checked)
            return std::unexpected(checked.error());
        draft.plan.files.push_back(requestFileOf(asset, *parts.pack));
        listed.assets.push_back(toJson(asset));
    }
    if (const auto added = addFiles(asking, parts, draft, listed); !added)
        return std::unexpected(added.error());
    if (const auto added = addItems(asking, parts, draft, listed); !added)
        return std::unexpected(added.error());
    workflow::RequestDesk desk({parts.ledger, parts.session, parts.directory, parts.pack, parts.clock});
    auto request = desk.ask(draft);
    if (!request)
        return request;
    listed.request = request->id;
    if (const auto kept = parts.ledger.append(listedDraft(listed, request->purpose), parts.session, parts.clock); !kept)
        return std::unexpected(kept.error());
    return request;
}

} // namespace shirushi::disposal
