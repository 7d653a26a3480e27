// Of Ledger: files that are kept with an entry, inside the encrypted database.
#include "base/encoding.h"
#include "crypto/digest.h"
#include "ledger/ledger.h"

#include <QCoreApplication>

namespace shirushi::ledger {

base::Result<Entry> Ledger::Batch::append(EntryDraft draft, const Attachment &attachment)
{
    if (attachment.bytes.size() > largestAttachment) {
        return base::failure(base::ErrorCode::TooLarge, attachment.name,
                             QCoreApplication::translate("shirushi::ledger",
                                                         "A file that is kept in the ledger may have 10 MiB at most."));
    }
    draft.details.insert(attachmentMember,
                         QJsonObject{{QStringLiteral("name"), attachment.name},
                                     {QStringLiteral("sha256"), QString::fromLatin1(base::toHex(crypto::sha256(attachment.bytes)))},
                                     {QStringLiteral("size"), attachment.bytes.size()}});
    auto entry = append(draft);
    if (!entry)
        return entry;
    if (const auto kept = m_ledger->m_store.insertAttachment(entry->seq, attachment.bytes); !kept)
        return std::unexpected(kept.error());
    return entry;
}

base::Result<std::optional<Attachment>> Ledger::attachment(std::int64_t seq)
{
    const auto known = entry(seq);
    auto bytes = m_store.attachment(seq);
    if (!known || !bytes)
        return std::unexpected(known ? bytes.error() : known.error());
    const QJsonObject named = *known ? (*known)->draft.details.value(attachmentMember).toObject() : QJsonObject();
    if (named.isEmpty() && !*bytes)
        return std::optional<Attachment>();
    const QByteArray digest = *bytes ? base::toHex(crypto::sha256(**bytes)) : QByteArray();
    if (digest.isEmpty() || named.value(QStringLiteral("sha256")).toString() != QLatin1String(digest))
        return base::failure(base::ErrorCode::Damaged, QString::number(seq),
                             sentence({FindingKind::AttachmentChanged, seq, {}, {}}));
    return Attachment{named.value(QStringLiteral("name")).toString(), std::move(**bytes)};
}

} // namespace shirushi::ledger
