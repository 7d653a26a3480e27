// Second looks at recipients: what a careful colleague would say before a parcel goes. Nothing is asked of anybody and
// nothing is looked up in the network. Pure; any thread.
#pragma once

#include "sending/addressbook.h"

#include "policy/pack.h"

namespace shirushi::sending {

struct SecondLook {
    enum class Severity {
        Note,  // is told
        Look,  // wants a second look, and may then go
        Stop,  // cannot go like this
    };
    Severity severity = Severity::Look;
    /// invalid twice unknown unchecked altered similar-domain lg-domain punycode other-kind outside-lgwan bcc addresses-shown
    /// gateway: what it is, for tests and for whoever words it differently.
    QString id;
    QString recipient; // empty: all of them
    QString sentence;
    policy::Citation citation; // of the rule, where one asks for it
    QStringList channels;      // that would do instead; whether the rules allow them is theirs to say
    bool operator==(const SecondLook &) const = default;
};

/// What is to be looked at.
struct Addressing {
    QStringList recipients;      // as typed: addresses, or names where there are none
    QString destination;         // of destinations()
    QString channel;             // of channels()
    QString format;              // of the parcel; empty: not chosen yet
    QString ownAddress;          // the sender's, whose domain is the office's; may be empty
    QString reasonToShow;        // why recipients see each other's addresses; empty: they do not
};

/// In the order of the recipients, what is about all of them at the end.
std::vector<SecondLook> secondLooks(const Addressing &addressing, const std::vector<Contact> &book, const policy::Pack &pack);

/// Those of the book who are meant: by their mail address, or their name.
std::vector<Contact> contactsOf(const QStringList &recipients, const std::vector<Contact> &book);

/// Whether several are written to of whom one at least is outside: they must not see each other's addresses without a
/// reason.
bool hidesAddresses(const Addressing &addressing);

/// Why two domains that differ are easily taken for each other: one or two letters, letters that look alike, another
/// ending (.co.jp and .com).
bool looksAlike(const QString &domain, const QString &other);

/// Easily taken for one of 地方公共団体 (.lg.jp), and none.
bool looksLikeLocalGovernment(const QString &domain);

} // namespace shirushi::sending
