// Mail addresses: the plain form of RFC 5321 and 5322 (letters, digits and signs, a dot between; no quotes, comments or
// domain literals), in ASCII. A domain with other letters is written as punycode (xn--…), so that what is shown is what
// is sent to. Pure; any thread.
#pragma once

#include "base/result.h"

#include <QString>

namespace shirushi::sending {

struct MailAddress {
    QString local;  // as it was written; case may matter there
    QString domain; // in lower case
    QString text() const { return local + u'@' + domain; }
    /// Of one mailbox, as far as anybody can tell: case is left out of account.
    bool isSameAs(const MailAddress &other) const;
    bool operator==(const MailAddress &) const = default;
};

/// InvalidInput with what is wrong. Space around it is left off.
[[nodiscard]] base::Result<MailAddress> mailAddressFrom(const QString &text);

} // namespace shirushi::sending
