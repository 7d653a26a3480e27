// The ways that a password may take beside its parcel (亀岡 第9条第3項). Pure; any thread.
#pragma once

#include "policy/pack.h"

#include <QStringList>

#include <optional>

namespace shirushi::sending {

/// Ways besides the channels of a sending: telephone, sms, in-person.
const QStringList &tellingWays();
/// The ways to offer for the password of a parcel that went by `channel`: none is the parcel's own.
QStringList waysBeside(const QString &channel);
/// Mail is mail, whichever of its networks it takes: channels that are one road have one word.
QString roadOf(const QString &channel);
/// Where the rules ask for another way; nothing where they do not.
std::optional<policy::Citation> otherWayRule(const policy::Pack &pack);

} // namespace shirushi::sending
