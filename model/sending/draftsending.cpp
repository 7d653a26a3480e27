// Of SendingDesk: the mail with which a parcel goes.
#include "sending/plainline.h"
#include "sending/sendingdesk.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

constexpr qsizetype longestSubject = 200;
constexpr qsizetype longestText = 100'000;
constexpr qsizetype longestReason = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

std::unexpected<base::Error> wrong(const QString &subject, const QString &sentence)
{
    return base::failure(ErrorCode::InvalidInput, subject, sentence);
}

// An address as it was given, with its name from the book; or the address of who is named.
base::Result<Mailbox> mailboxFor(const QString &recipient, const std::vector<Contact> &book)
{
    const auto contacts = contactsOf({recipient}, book);
    if (const auto address = mailAddressFrom(recipient))
        return Mailbox{*address, contacts.empty() || contacts.front().altered ? QString() : contacts.front().name};
    for (const Contact &contact : contacts) {
        const auto address = mailAddressFrom(contact.mail);
        if (address && !contact.altered)
            return Mailbox{*address, contact.name};
    }
    return wrong(recipient, tr("This is not a recipient that can be written to this way."));
}

} // namespace

base::Result<DraftText> SendingDesk::draftText(const QString &id)
{
    const auto record = sendingRecord(m_parts.ledger, id);
    if (!record)
        return std::unexpected(record.error());
    return draftTextFor({.office = m_parts.directory->roster().office,
                         .sender = m_parts.session.account().name,
                         .format = parcelFormatFor(record->format).value_or(ParcelFormat::Zip),
                         .hasPassword = record->hasPassword,
                         .files = record->files.size(),
                         .classes = record->classes},
                        *m_parts.pack);
}

base::Result<DraftMail> SendingDesk::mailFor(const DraftOrder &order, const Record &record)
{
    const auto from = mailAddressFrom(order.from);
    if (!from)
        return std::unexpected(from.error());
    if (!isPlainLine(order.subject, longestSubject))
        return wrong({}, tr("The subject is too long, or has characters in it that nobody sees."));
    if (order.text.size() > longestText || order.text.contains(QChar(u'\0')))
        return wrong({}, tr("This text is too long for a mail."));
    const auto own = draftText(record.id);
    if (!own)
        return std::unexpected(own.error());
    const auto book = AddressBook({m_parts.ledger, m_parts.session, m_parts.clock}).find();
    if (!book)
        return std::unexpected(book.error());
    DraftMail mail;
    mail.from = {*from, m_parts.session.account().name};
    for (const QString &recipient : record.recipients) {
        auto mailbox = mailboxFor(recipient, *book);
        if (!mailbox)
            return std::unexpected(mailbox.error());
        mail.recipients.push_back(std::move(*mailbox));
    }
    mail.hidesAddresses = order.reasonToShow.trimmed().isEmpty()
                          && hidesAddresses({record.recipients, record.destination, record.channel, record.format, order.from, {}});
    mail.subject = order.subject.trimmed().isEmpty() ? own->subject : order.subject.trimmed();
    mail.body = order.text.trimmed().isEmpty() ? own->body : order.text;
    mail.parcel = base::toPath(record.parcel);
    mail.parcelSha256 = record.sha256;
    mail.date = m_parts.clock.now();
    return mail;
}

base::Result<DraftReport> SendingDesk::draft(const DraftOrder &order, const base::Path &target, base::Progress &progress)
{
    const auto record = sendingRecord(m_parts.ledger, order.id);
    if (!record)
        return std::unexpected(record.error());
    if (record->channel != u"mail" && record->channel != u"lgwan-mail")
        return wrong(order.id, tr("This parcel goes another way than by mail."));
    if (record->missentAt.isValid() || record->forgottenAt.isValid())
        return wrong(order.id, tr("This sending has ended."));
    if (!isPlainLine(order.reasonToShow, longestReason))
        return wrong({}, tr("Please give the reason in one short line."));
    const auto mail = mailFor(order, *record);
    if (!mail)
        return std::unexpected(mail.error());
    // Everything that goes out in clear. What the recipients are called is not ours to word, but may still hold it.
    QStringList open{mail->subject, mail->body, mail->from.name, base::toDisplay(mail->parcel.filename())};
    for (const Mailbox &mailbox : mail->recipients)
        open += mailbox.name + u' ' + mailbox.address.local;
    const QString text = open.join(u'\n');
    bool tells = holdsMadePassword(text);
    if (record->isPending()) {
        const auto password = m_parts.pending.open(order.id, m_parts.session.keys().receiving);
        if (!password) {
            return base::failure(ErrorCode::Forbidden, order.id,
                                 tr("Only who has packed this can write the mail to it: the password cannot be looked for otherwise."));
        }
        tells = tells || holdsPassword(text, *password);
    }
    if (tells) {
        return base::failure(ErrorCode::Forbidden, order.id,
                             tr("The password, or a part of it, stands in the mail. It must go another way."));
    }
    const auto written = writeDraft(*mail, target, progress);
    if (!written)
        return written;
    const auto noted = note(*record, draftKind, {{QStringLiteral("addresses"), written->hidesAddresses ? QStringLiteral("hidden") : QStringLiteral("shown")}},
                            order.reasonToShow.trimmed());
    if (!noted) {
        std::error_code ignored;
        std::filesystem::remove(target, ignored);
        return std::unexpected(noted.error());
    }
    return written;
}

} // namespace shirushi::sending
