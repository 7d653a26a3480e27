// The words of 送れるか確認: what destinations and ways are called, and an answer of the rules as it is shown. Pure; any
// thread.
#pragma once

#include "sending/sendingcheck.h"

namespace shirushi::send {

/// Something to choose, with an example of it.
struct Offer {
    QString id;
    QString text;
    QString note;
};

/// As sending::destinations() and channels(), in their order.
std::vector<Offer> destinationOffers();
std::vector<Offer> channelOffers();
/// 委託事業者, 電子メール; an id that is not known here as it is.
QString destinationName(const QString &id);
QString channelName(const QString &id);

/// The roles that somebody may ask as, 職員 and 議員 first: also one that stands outside the scope.
std::vector<Offer> roleOffers(const policy::Pack &pack);

/// The facts that may change the answer, those first that lift a ban.
std::vector<policy::Fact> offeredFacts(const sending::Answer &answer);

/// Something to do or to mind.
struct Duty {
    QString text;
    QString note; // whom to ask
    policy::Citation citation;
    bool operator==(const Duty &) const = default;
};

/// An answer as it is shown, from the top down.
struct VerdictWords {
    QString scope; // told first; empty: the role is within the scope
    policy::Citation scopeCitation;
    policy::Ruling ruling = policy::Ruling::Permitted;
    QString sentence;
    QString situation; // what was asked
    QString draft;     // that the answer is one, and by which rules; empty: it is none
    QStringList reasons;
    std::vector<Duty> duties; // none of a ban
    QString consult;          // whom to ask; empty: the rules name nobody
    std::vector<policy::Citation> articles;
    std::vector<Duty> reminders; // none of a ban
};

/// `asked` are the rules that were asked; others answer for a role outside their scope. `classes` is by `asked`.
VerdictWords wordsOf(const sending::Answer &answer, const policy::Pack &asked, const policy::Classes &classes);

} // namespace shirushi::send
