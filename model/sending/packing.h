// Of SendingDesk: how what was ordered becomes a parcel or a folder: the labels that go along, the cover sheet in front.
// Any thread.
#pragma once

#include "sending/sendingdesk.h"

namespace shirushi::sending {

struct PackingParts {
    const people::Session &session;
    const people::Roster &roster;
    const policy::Pack &pack;
    const base::Clock &clock;
};

/// `going` with a sidecar for each label of `labels` (those of its documents, in their order) that lies in an extended
/// attribute alone, and with the cover sheet that the order asks for, first and with a label of `classes` of its own. All
/// of it in memory. InvalidInput, Forbidden: SendingDesk::send().
[[nodiscard]] base::Result<Outgoing> withCompanions(Outgoing going, const std::vector<labelling::FileLabel> &labels,
                                                    const Order &order, const policy::Classes &classes, const PackingParts &parts);

/// `options` instead of the order's.
[[nodiscard]] base::Result<ParcelReport> packed(const Outgoing &going, const Order &order, const ParcelOptions &options,
                                                const ParcelSecret &secret, base::Progress &progress);
/// Without encryption: the order's target is a folder then.
[[nodiscard]] base::Result<ParcelReport> copied(const Outgoing &going, const Order &order, base::Progress &progress);

} // namespace shirushi::sending
