// What the pages of sending choose from, in the words that people read. Pure functions; any thread.
#pragma once

#include "send/senddesk.h"

namespace shirushi::window {

std::vector<send::Named> namedDestinations();
std::vector<send::Named> namedChannels();
/// sending::waysBeside(), named.
std::vector<send::Named> namedWaysBeside(const QString &channel);

/// What must be said before the rules can be asked at all.
QStringList missingIn(const send::Plan &plan);
sending::Order orderFrom(const send::Plan &plan);
/// What is said of the packing beside format, names and target, with certificates and key read from their files.
[[nodiscard]] base::Result<void> takePacking(const send::Packing &packing, sending::Order &order);

} // namespace shirushi::window
