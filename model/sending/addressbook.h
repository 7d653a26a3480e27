// AddressBook アドレス帳: those outside to whom parcels go. It lies in the ledger's encrypted database and not in its
// entries, so that what is removed is gone: an entry `address` says only that somebody of this name and organisation was
// added, changed, checked or removed, by whom, and which members were changed. Everybody who is signed in may change it.
//
// Each record carries a salted hash of the contact, so that a telephone number that was exchanged behind Shirushi's back
// is noticed (Contact::altered); the salt goes with the contact. As the ledger: one thread at a time.
#pragma once

#include "base/clock.h"
#include "ledger/ledger.h"
#include "sending/mailaddress.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace shirushi::sending {

struct Contact {
    QString id;           // a UUID; the book gives it
    QString name;         // a person, or an office where no person is meant
    QString kana;         // ふりがな
    QString organisation; // may be empty
    QString kind;         // of destinations() (sendingcheck.h)
    QString mail;         // may be empty
    QString telephone;    // for the password; may be empty
    QString ageKey;       // age1…; may be empty
    QByteArray certificate; // X.509, PEM or DER, for CMS; may be empty
    QStringList stripped; // formats (wordFor()) that their mail gateway takes off or holds back
    std::optional<QDateTime> checkedAt; // mail and telephone, against something other than a mail
    QString checkedBy;    // the user's id
    bool altered = false; // it is not what the ledger's newest record of it says; never stored
    bool isChecked() const { return checkedAt.has_value() && !altered; }
    bool operator==(const Contact &) const = default;
};

struct AddressBookParts {
    ledger::Ledger &ledger;
    const crypto::Signer &signer;
    const base::Clock &clock;
};

class AddressBook
{
public:
    explicit AddressBook(AddressBookParts parts) : m_parts(parts) {}

    /// Those in whose name, kana, organisation or mail every word of `words` is found, whatever its width and case and
    /// whether it is in hiragana or katakana; all of them where it is empty. In the order of their kana.
    [[nodiscard]] base::Result<std::vector<Contact>> find(const QString &words = {});
    /// NotFound.
    [[nodiscard]] base::Result<Contact> contact(const QString &id);

    /// What is given for id and the check is not looked at. As it was stored. InvalidInput: see contactProblem(), the same
    /// mail address under the same name, or the book is full (largestBook).
    [[nodiscard]] base::Result<Contact> add(const Contact &contact);
    /// Another mail address, telephone, key or certificate wants to be checked anew: the mark is taken away.
    [[nodiscard]] base::Result<Contact> change(const Contact &contact);
    [[nodiscard]] base::Result<void> remove(const QString &id);
    /// Now, by who is signed in. With what is there: an altered contact is so believed again.
    [[nodiscard]] base::Result<Contact> markChecked(const QString &id);

private:
    struct Line {
        Contact contact;
        QString words; // folded
        QString order;
    };
    [[nodiscard]] base::Result<void> refresh();
    [[nodiscard]] base::Result<ledger::Ledger::Batch> begin();
    [[nodiscard]] base::Result<Contact> store(Contact contact, const QString &change);

    AddressBookParts m_parts;
    std::vector<Line> m_lines; // in order; what the book was when the ledger had m_size entries
    std::int64_t m_size = -1;
};

inline constexpr std::size_t largestBook = 20'000;

/// Why a contact cannot stand in the book, a sentence; empty: it can. Every member is bounded and on one line, without
/// control characters and such as turn the direction of writing; a name is there; the kind, the mail address, the
/// telephone number, the key and the certificate are such; and nothing in it is a personal number 個人番号.
QString contactProblem(const Contact &contact);

/// The digits of a telephone number, with a + before those of another country: two spellings of one number are one.
QString telephoneDigits(const QString &telephone);

} // namespace shirushi::sending
