#include "sending/receiving.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "labelling/entrydrafts.h"
#include "labelling/ledgerlabels.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace shirushi::sending {

namespace {

const QString receivedKind = QStringLiteral("received");
const QString receivingMember = QStringLiteral("receiving"); // of details: the number of the mark

bool isForged(const labelling::FileLabel &file)
{
    return file.label && file.signature == label::SignatureState::Invalid;
}

ledger::EntryDraft draftFor(const labelling::FileLabel &file, const base::Path &parcel, const QString &parcelHash, const UnpackReport &unpacked, const QString &id)
{
    ledger::EntryDraft draft;
    draft.kind = receivedKind;
    draft.file = base::toDisplay(file.path);
    draft.contentHash = file.contentHash && *file.contentHash ? **file.contentHash : QStringLiteral("sha256:") + file.sha256;
    draft.sha256 = file.sha256;
    draft.details = {{QStringLiteral("parcel"), base::toDisplay(parcel.filename())}, {QStringLiteral("parcelSha256"), parcelHash}, {receivingMember, id}};
    if (file.label) {
        // A forged label is kept as what came, and gives no class.
        if (!isForged(file))
            draft.after = labelling::classesJson(file.label->policy, file.label->classes);
        draft.details.insert(QStringLiteral("label"), label::toJson(*file.label));
        // So that the sender's class can be told from what somebody else gave out as that.
        draft.details.insert(QStringLiteral("signature"), labelling::wordFor(file.signature));
        draft.details.insert(QStringLiteral("content"), wordFor(file, unpacked));
    }
    return draft;
}

void noteRewriting(Received &received)
{
    if (!received.parcel.isRewritten || !received.files.front().label)
        return;
    const bool counts = received.parcel.isProven && received.files.front().signature == label::SignatureState::Valid;
    received.parcel.notes += counts ? QCoreApplication::translate("shirushi::sending", "With its password a PDF gets another writing, which its label does not know. The label "
                                                                                       "counts here all the same: nobody changed the parcel on the way, and that is recorded.")
                                    : QCoreApplication::translate("shirushi::sending", "With its password a PDF gets another writing: its label is still the sender's, but "
                                                                                       "cannot show any more that the content is what was classified.");
}

// Beside its document in the same parcel.
bool isSidecar(const QString &name, const std::vector<ParcelContent> &contents)
{
    return std::any_of(contents.begin(), contents.end(),
                       [&](const ParcelContent &other) { return name == other.name + QStringLiteral(".xmp"); });
}

std::vector<base::Path> firstParts(const base::Path &into, const std::vector<ParcelContent> &contents)
{
    std::vector<base::Path> parts;
    for (const ParcelContent &content : contents)
        parts.push_back(into / base::toPath(content.name.section(u'/', 0, 0)));
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

} // namespace

bool wasReceived(ledger::Ledger &ledger, const Unfinished &work)
{
    ledger::Query query;
    query.since = work.at;
    query.kinds = {receivedKind};
    const auto entries = ledger.list(query);
    // One that cannot be asked says nothing against it.
    return !entries || std::any_of(entries->begin(), entries->end(), [&](const ledger::Entry &entry) {
        return entry.draft.details.value(receivingMember).toString() == work.id;
    });
}

QString wordFor(const labelling::FileLabel &file, const UnpackReport &parcel)
{
    if (file.label && parcel.isRewritten && parcel.isProven)
        return labelling::rewrittenWord;
    return file.content == labelling::ContentState::Same ? QStringLiteral("same") : QStringLiteral("changed");
}

base::Result<Received> receive(const base::Path &parcel, const ParcelSecret &secret, const base::Path &into,
                               const ReceivingParts &parts, base::Progress &progress)
{
    const auto source = platform::FileSource::open(parcel);
    const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
    if (!digest)
        return std::unexpected(digest.error());
    Unfinished work{QUuid::createUuid().toString(QUuid::WithoutBraces), parts.signer.user(), parts.clock.now(), std::filesystem::absolute(parcel), true, {}};
    std::optional<WorkMark> mark; // until the record: what a kill leaves between is known by it
    auto unpacked = unpack(parcel, secret, into, {}, progress, [&](const std::vector<ParcelContent> &contents) -> base::Result<void> {
        work.files = firstParts(std::filesystem::absolute(into), contents);
        auto begun = parts.marks.begin(work);
        if (!begun)
            return std::unexpected(begun.error());
        mark.emplace(std::move(*begun));
        return {};
    });
    if (!unpacked)
        return std::unexpected(unpacked.error());

    Received received;
    const labelling::LabelReader reader(parts.codecs, parts.keys, {}, [&](const QString &contentHash, const label::Label &label) {
        return labelling::wasReceivedWith(parts.ledger, contentHash, label);
    });
    std::vector<ledger::EntryDraft> drafts;
    for (const ParcelContent &content : unpacked->contents) {
        if (isSidecar(content.name, unpacked->contents))
            continue;
        labelling::FileLabel file = reader.readForLabelling(into / base::toPath(content.name));
        // Not a change of the document: who packed it had it checked against its label, and the proof in the parcel is theirs.
        if (unpacked->isRewritten && unpacked->isProven)
            file.content = labelling::ContentState::Same;
        drafts.push_back(draftFor(file, parcel, QString::fromLatin1(base::toHex(*digest)), *unpacked, work.id));
        if (!file.label || isForged(file))
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
    noteRewriting(received);
    return received;
}

} // namespace shirushi::sending
