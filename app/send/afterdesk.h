// AfterDesk: what the pages ask after a parcel was made: the mail that it goes with, whom its password is told to, the
// receipt, what was mis-sent. Any thread, one call at a time; removeDraft() does not wait.
#pragma once

#include "send/addressdesk.h"
#include "sending/draft.h"
#include "sending/missent.h"

namespace shirushi::send {

/// One who is told of what was mis-sent, with the telephone numbers that the address book has of those who hold the role.
struct MissentCall {
    sending::Call call;
    QStringList telephones;
};

class AfterDesk
{
public:
    virtual ~AfterDesk() = default;

    /// Those of the address book to whom a sending went.
    [[nodiscard]] virtual base::Result<std::vector<BookEntry>> contactsOf(const QString &id) const = 0;
    /// What the address book has as the mail address of who is signed in; empty: nothing.
    [[nodiscard]] virtual base::Result<QString> ownAddress() const = 0;
    /// In a private place, to be opened with the mail program and then removed. Errors: SendingDesk::draft().
    [[nodiscard]] virtual base::Result<sending::DraftReport> draft(const sending::DraftOrder &order, base::Progress &progress) = 0;
    /// Once it was opened, or could not be.
    virtual void removeDraft(const base::Path &draft) = 0;

    /// `by` says who said so.
    [[nodiscard]] virtual base::Result<void> confirmed(const QString &id, const QString &by) = 0;
    /// Erases a password that was not told and never will be.
    [[nodiscard]] virtual base::Result<void> forget(const QString &id) = 0;
    /// Whom to tell if it was mis-sent, in order. Records nothing.
    [[nodiscard]] virtual base::Result<std::vector<MissentCall>> calls(const QString &id) const = 0;
    [[nodiscard]] virtual base::Result<void> missent(const QString &id, const QString &note) = 0;
};

} // namespace shirushi::send
