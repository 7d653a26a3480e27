// What the deeds, destinations and ways that packs name by their ids are called for people. Pure; any thread.
#pragma once

#include <QStringList>

namespace shirushi::window {

/// "send" as 送る; an id that is not known here as it is.
QString actionText(const QString &action);
QString destinationText(const QString &destination);
QString channelText(const QString &channel);

/// Every id that has a name here, in the order in which people are offered them.
QStringList knownActions();
QStringList knownDestinations();
QStringList knownChannels();

} // namespace shirushi::window
