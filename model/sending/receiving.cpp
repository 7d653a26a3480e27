#include "sending/receiving.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "labelling/entrydrafts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::sending {

namespace {

const QString receivedKind = QStringLiteral("received");

ledger::EntryDraft draftFor(const labelling::FileLabel &file, const base::Path &parcel, const QString &parcelHash)
{
    ledger::EntryDraft draft;
    draft.kind = receivedKind;
    draft.file = base::toDisplay(file.path);
    draft.contentHash = file.contentHash && *file.contentHash ? **file.contentHash : QStringLiteral("sha256:") + file.sha256;
    draft.sha256 = file.sha256;
    draft.details = {{QStringLiteral("parcel"), base::toDisplay(parcel.filename())}, {QStringLiteral("parcelSha256"), parcelHash}};
    if (file.label) {
        draft.after = labelling::classesJson(file.label->policy, file.label->classes);
        draft.details.insert(QStringLiteral("label"), label::toJson(*file.label));
        // So that the sender's class can be told from what somebody else gave out as that.
        draft.details.insert(QStringLiteral("signature"), labelling::wordFor(file.signature));
        draft.details.insert(QStringLiteral("content"), file.content == labelling::ContentState::Same ? QStringLiteral("same") : QStringLiteral("changed"));
    }
    return draft;
}

// Beside its document in the same parcel.
bool isSidecar(const QString &name, const std::vector<ParcelContent> &contents)
{
    return std::any_of(contents.begin(), contents.end(),
                       [&](const ParcelContent &other) { return name == other.name + QStringLiteral(".xmp"); });
}

} // namespace

base::Result<Received> receive(const base::Path &parcel, const ParcelSecret &secret, const base::Path &into,
                               const ReceivingParts &parts, base::Progress &progress)
{
    const auto source = platform::FileSource::open(parcel);
    const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
    if (!digest)
        return std::unexpected(digest.error());
    auto unpacked = unpack(parcel, secret, into, {}, progress);
    if (!unpacked)
        return std::unexpected(unpacked.error());

    Received received;
    const labelling::LabelReader reader(parts.codecs, parts.keys);
    std::vector<ledger::EntryDraft> drafts;
    for (const ParcelContent &content : unpacked->contents) {
        if (isSidecar(content.name, unpacked->contents))
            continue;
        labelling::FileLabel file = reader.readForLabelling(into / base::toPath(content.name));
        drafts.push_back(draftFor(file, parcel, QString::fromLatin1(base::toHex(*digest))));
        if (!file.label)
            received.unclassified += content.name;
        received.files.push_back(std::move(file));
    }
    const auto recorded = [&]() -> base::Result<void> {
        auto batch = parts.ledger.begin(parts.signer, parts.clock);
        if (!batch)
            return std::unexpected(batch.error());
        for (const ledger::EntryDraft &draft : drafts) {
            if (const auto entry = batch->append(draft); !entry)
                return std::unexpected(entry.error());
        }
        return batch->commit();
    }();
    if (!recorded) {
        std::error_code ignored;
        for (const ParcelContent &content : unpacked->contents) {
            const base::Path relative = base::toPath(content.name);
            std::filesystem::remove(into / relative, ignored);
            // Folders that came with it; one that holds something else stays.
            for (base::Path folder = relative.parent_path(); !folder.empty(); folder = folder.parent_path())
                std::filesystem::remove(into / folder, ignored);
        }
        return std::unexpected(recorded.error());
    }
    received.parcel = std::move(*unpacked);
    received.isRewritten = received.parcel.format == ParcelFormat::Pdf && received.parcel.contents.front().sha256 != *digest;
    if (received.isRewritten && received.files.front().label) {
        received.parcel.notes += QCoreApplication::translate("shirushi::sending", "With its password a PDF gets another writing: its label is still the sender's, but "
                                                                                  "cannot show any more that the content is what was classified.");
    }
    return received;
}

} // namespace shirushi::sending
