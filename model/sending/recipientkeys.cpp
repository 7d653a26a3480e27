#include "sending/recipientkeys.h"

#include "crypto/age/keytext.h"
#include "sending/recipients.h"

#include <QCoreApplication>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

base::Result<void> addKeyOf(const QString &recipient, ParcelFormat format, const std::vector<Contact> &book, ParcelSecret &secret)
{
    const auto contacts = contactsOf({recipient}, book);
    if (contacts.size() != 1)
        return base::failure(ErrorCode::NotFound, recipient, tr("The address book does not have exactly one of this address or name, so that there is no key."));
    const Contact &contact = contacts.front();
    if (contact.altered)
        return base::failure(ErrorCode::Changed, recipient, tr("This contact was changed behind Shirushi's back: its key is not used before somebody has checked it."));
    if (format == ParcelFormat::Age) {
        const auto key = crypto::age::recipientFromText(contact.ageKey.toLatin1());
        if (key)
            secret.recipients.push_back(*key);
        return key ? base::Result<void>() : base::failure(ErrorCode::NotFound, recipient, tr("The address book has no key of this recipient."));
    }
    if (contact.certificate.isEmpty())
        return base::failure(ErrorCode::NotFound, recipient, tr("The address book has no certificate of this recipient."));
    secret.certificates.push_back(contact.certificate);
    return {};
}

} // namespace

base::Result<void> addKeysOf(const QStringList &recipients, ParcelFormat format, const std::vector<Contact> &book, ParcelSecret &secret)
{
    if (needs(format) == ParcelNeed::Password)
        return base::failure(ErrorCode::Unsupported, wordFor(format), tr("This format has a password and no keys."));
    if (recipients.isEmpty())
        return base::failure(ErrorCode::NotFound, {}, tr("No recipient is named, so that there is no key."));
    for (const QString &recipient : recipients) {
        if (const auto added = addKeyOf(recipient, format, book, secret); !added)
            return added;
    }
    return {};
}

} // namespace shirushi::sending
