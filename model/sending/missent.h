// 誤送信: whom to tell when a parcel went to the wrong place, in which order and by which article, from the pack. Pure; any
// thread. SendingDesk::missent() records it.
#pragma once

#include "sending/sendingrecord.h"

#include "people/roster.h"
#include "policy/pack.h"

namespace shirushi::sending {

/// One who is told.
struct Call {
    policy::Text who;              // 情報管理者
    QStringList persons;           // who holds that role in this office: 佐藤 花子
    std::vector<policy::Text> tellers; // titles; empty: whoever noticed it
    policy::Text remark;           // 速やかに
    policy::Citation citation;
    bool isMine() const { return tellers.empty(); }
};

/// In order; empty where the pack does not say.
std::vector<Call> callsFor(const policy::Pack &pack, const people::Roster &roster, const Record &record, const QString &role);

struct Missent {
    Record record;
    std::vector<Call> calls;
    /// The password has not been told: do not tell it, and it can be erased at once (SendingDesk::forget()).
    bool passwordIsStillHere = false;
};

} // namespace shirushi::sending
