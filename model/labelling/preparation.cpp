#include "labelling/preparation.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "label/sidecar.h"
#include "labelling/filenamemark.h"
#include "labelling/target.h"
#include "policy/verdict.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

#include <unistd.h>

namespace shirushi::labelling {

using base::ErrorCode;

namespace {

constexpr std::size_t longestName = 255; // bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::labelling", text);
}

base::Result<QString> hashOf(const platform::FileSource &source)
{
    const auto digest = crypto::sha256(source);
    if (!digest)
        return std::unexpected(digest.error());
    return QString::fromLatin1(base::toHex(*digest));
}

QJsonValue classesJson(const std::optional<label::Label> &label)
{
    if (!label)
        return {};
    QJsonObject classes;
    for (const auto &[axis, level] : label->classes)
        classes.insert(axis, level);
    return QJsonObject{{QStringLiteral("policy"), label->policy}, {QStringLiteral("classes"), classes}};
}

// These say that the container must stay as it is, and that a sidecar will do; any other error is about the
// place and would hit the sidecar as well.
bool wantsSidecar(ErrorCode code)
{
    return code == ErrorCode::Damaged || code == ErrorCode::Encrypted || code == ErrorCode::Signed
           || code == ErrorCode::TooLarge || code == ErrorCode::Unsupported;
}

// A document that no codec recognises though its name says it is one: what is in it cannot be what it should.
std::optional<QString> whyNotRecognised(const platform::FileSource &source)
{
    static const QStringList documents{
        QStringLiteral(".docx"), QStringLiteral(".docm"), QStringLiteral(".dotx"), QStringLiteral(".xlsx"),
        QStringLiteral(".xlsm"), QStringLiteral(".xltx"), QStringLiteral(".pptx"), QStringLiteral(".pptm"),
        QStringLiteral(".potx"), QStringLiteral(".odt"),  QStringLiteral(".ods"),  QStringLiteral(".odp"),
        QStringLiteral(".odg"),  QStringLiteral(".ott"),  QStringLiteral(".ots"),  QStringLiteral(".otp"),
        QStringLiteral(".otg"),  QStringLiteral(".pdf"),  QStringLiteral(".jpg"),  QStringLiteral(".jpeg"),
        QStringLiteral(".png"),  QStringLiteral(".tif"),  QStringLiteral(".tiff")};
    if (!documents.contains(base::toDisplay(source.path().extension()).toLower()))
        return std::nullopt;
    if (source.size() == 0)
        return tr("The file is empty.");
    // An Office document with a password is kept in a compound file ([MS-OFFCRYPTO] 1.3.2).
    const auto start = source.bytes(0, std::min<std::uint64_t>(source.size(), 8));
    if (start && *start == QByteArray::fromHex("d0cf11e0a1b11ae1"))
        return tr("The file is encrypted, or in an older Office format.");
    return tr("The file is damaged, or of another kind than its name says.");
}

bool isWritable(const base::Path &path)
{
    return ::access(path.c_str(), W_OK) == 0;
}

std::vector<ledger::EntryDraft> questionDrafts(const LabelOrder &order, const ledger::EntryDraft &labelDraft)
{
    std::vector<ledger::EntryDraft> drafts;
    for (const policy::OpenQuestion &question : order.open) {
        ledger::EntryDraft draft = labelDraft;
        draft.kind = QStringLiteral("question");
        draft.before = {};
        draft.reason.clear();
        draft.details = {{QStringLiteral("question"), question.question},
                         {QStringLiteral("text"), question.text},
                         {QStringLiteral("referredTo"), question.referredTo},
                         {QStringLiteral("axis"), question.axis},
                         {QStringLiteral("level"), question.level}};
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

QJsonObject labelDetails(const LabelOrder &order, const label::Label &label)
{
    QJsonObject details{{QStringLiteral("label"), label::toJson(label)}};
    QJsonArray answers;
    for (const auto &[question, answer] : order.answers)
        answers.append(QJsonArray{question, answer});
    if (!answers.isEmpty())
        details.insert(QStringLiteral("answers"), answers);
    return details;
}

Prepared failed(const base::Path &path, const base::Error &error)
{
    Prepared prepared;
    prepared.outcome.path = prepared.outcome.newPath = path;
    prepared.outcome.error = error;
    prepared.outcome.error->subject = base::toDisplay(path); // as it was named, not as it was found
    return prepared;
}

} // namespace

Prepared Preparation::stamp(const LabelOrder &order) const
{
    auto prepared = tryStamp(order);
    return prepared ? std::move(*prepared) : failed(order.path, prepared.error());
}

Prepared Preparation::removal(const base::Path &path, const QString &reason) const
{
    auto prepared = tryRemoval(path, reason);
    return prepared ? std::move(*prepared) : failed(path, prepared.error());
}

base::Result<Prepared> Preparation::tryStamp(const LabelOrder &order) const
{
    const auto target = labelTarget(order.path);
    if (!target)
        return std::unexpected(target.error());
    auto source = platform::FileSource::open(*target);
    if (!source)
        return std::unexpected(source.error());
    const FileLabel before = LabelReader(m_parts.codecs, m_parts.keys).read(*target);
    if (const auto checked = checkOrder(order, before); !checked)
        return std::unexpected(checked.error());
    auto label = makeLabel(order, *source, before.sha256);
    if (!label)
        return std::unexpected(label.error());

    Prepared prepared;
    prepared.outcome.path = order.path;
    prepared.outcome.label = std::move(*label);
    if (source->identity().links > 1)
        prepared.outcome.notices += tr("The file has other names (hard links); those keep the file without this label.");
    prepared.original = std::move(*source);
    prepared.deed.target = *target;
    prepared.deed.before = before.sha256;
    const auto embedded = embed(order, prepared);
    if (!embedded)
        return std::unexpected(embedded.error());
    if (!*embedded) {
        if (const auto put = putSidecar(order, prepared); !put)
            return std::unexpected(put.error());
    }
    prepared.outcome.newPath = prepared.deed.newTarget;
    const label::Label &given = *prepared.outcome.label;
    prepared.draft = {QStringLiteral("label"), base::toDisplay(prepared.deed.newTarget), given.contentHash,
                      prepared.deed.after, classesJson(before.label), classesJson(given), order.reason,
                      labelDetails(order, given)};
    prepared.questions = questionDrafts(order, prepared.draft);
    return prepared;
}

base::Result<void> Preparation::checkOrder(const LabelOrder &order, const FileLabel &before) const
{
    if (const auto complete = policy::checkClasses(m_pack, order.classes); !complete)
        return complete;
    if (before.problem && before.problem->code == ErrorCode::NotFound)
        return std::unexpected(*before.problem);
    const bool lowers = before.label && before.label->policy == m_pack.id
                        && policy::isLowering(m_pack, before.label->classes, order.classes);
    const policy::Verdict verdict =
        policy::evaluate(m_pack, {lowers ? QStringLiteral("lower") : QStringLiteral("label"), order.classes,
                                  m_parts.role, {}, {}, {}});
    if (verdict.ruling == policy::Ruling::Forbidden) {
        return base::failure(ErrorCode::Forbidden, base::toDisplay(order.path),
                             tr("The rules forbid it (%1).").arg(verdict.citations.front().article));
    }
    if (lowers && order.reason.trimmed().isEmpty()) {
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(order.path),
                             tr("The class becomes lower than it is: please give a reason."));
    }
    return {};
}

base::Result<label::Label> Preparation::makeLabel(const LabelOrder &order, const platform::FileSource &source,
                                                  const QString &sha256) const
{
    const auto hash = label::contentHash(source, m_parts.codecs);
    if (!hash && !wantsSidecar(hash.error().code))
        return std::unexpected(hash.error());
    label::Label label;
    label.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    label.policy = m_pack.id;
    label.policyVersion = m_pack.version;
    label.classes = order.classes;
    label.restrictions = order.restrictions;
    label.status = m_pack.designation ? label::LabelStatus::Proposed : label::LabelStatus::Designated;
    label.domain = order.domain;
    label.labelledBy = m_parts.signer.user();
    label.labelledAt = m_parts.clock.now();
    label.reason = order.reason;
    label.publishOn = order.publishOn;
    label.contentHash = hash ? *hash : QStringLiteral("sha256:") + sha256;
    return label::sign(std::move(label), m_parts.signer);
}

label::Stamp Preparation::makeStamp(const LabelOrder &order, const label::Label &label) const
{
    label::Stamp stamp;
    stamp.label = label;
    stamp.classText = policy::classText(m_pack, label.classes);
    stamp.restrictionText = label.restrictions.join(QStringLiteral("、"));
    stamp.markText = policy::markText(m_pack, label.classes, label.restrictions);
    stamp.mark = order.markHeader;
    stamp.interoperable = policy::libreOfficeProperties(m_pack, label.classes);
    return stamp;
}

base::Result<void> Preparation::chooseName(const LabelOrder &order, Prepared &prepared, bool withSidecar) const
{
    Deed &deed = prepared.deed;
    deed.newTarget = deed.target;
    if (!order.markName && !hasMark(deed.target, m_parts.nameMarks))
        return {};
    const QString mark = policy::fileNameMark(m_pack, order.classes);
    const auto marked = withMark(deed.target, mark, m_parts.nameMarks, withSidecar);
    if (!marked)
        return std::unexpected(marked.error());
    deed.newTarget = *marked;
    return {};
}

base::Result<bool> Preparation::embed(const LabelOrder &order, Prepared &prepared) const
{
    const platform::FileSource &source = *prepared.original;
    const label::Codec *codec = m_parts.codecs.codecFor(source);
    if (!codec) {
        if (const auto reason = whyNotRecognised(source))
            prepared.outcome.notices += *reason + QStringLiteral(" ") + tr("The file stays as it is; the label lies beside it.");
        return false;
    }
    // Renaming over a file that its owner has closed to writing would undo that without asking.
    if (!isWritable(source.path())) {
        prepared.outcome.notices += tr("The file is read-only, so the label lies beside it.");
        return false;
    }
    if (const auto named = chooseName(order, prepared, false); !named)
        return std::unexpected(named.error());
    auto replacement = platform::Replacement::of(source);
    if (!replacement)
        return std::unexpected(replacement.error());
    const auto written = codec->stamp(source, makeStamp(order, *prepared.outcome.label), *replacement);
    if (!written) {
        if (!wantsSidecar(written.error().code))
            return std::unexpected(written.error());
        prepared.outcome.notices += written.error().message + QStringLiteral(" ")
                                    + tr("The file stays as it is; the label lies beside it.");
        return false;
    }
    if (const auto flushed = replacement->prepare(); !flushed)
        return std::unexpected(flushed.error());
    prepared.replacement = std::make_unique<platform::Replacement>(std::move(*replacement));
    if (const auto checked = checkEmbedded(*codec, prepared); !checked) {
        prepared.replacement.reset();
        prepared.outcome.notices += tr("The label could not be read back from the file, so it lies beside it.");
        return false;
    }
    const auto stamped = platform::FileSource::open(prepared.replacement->temporary());
    if (!stamped)
        return std::unexpected(stamped.error());
    const auto hash = hashOf(*stamped);
    if (!hash)
        return std::unexpected(hash.error());
    prepared.deed.kind = Deed::Kind::Rewrite;
    prepared.deed.temporary = prepared.replacement->temporary();
    prepared.deed.after = *hash;
    prepared.outcome.source = LabelSource::Embedded;
    prepared.outcome.marked = written->marked;
    prepared.outcome.notices += written->notices;
    prepared.dropSidecar = true;
    return true;
}

// Before anything is put in place, it is read as every later reader will read it.
base::Result<void> Preparation::checkEmbedded(const label::Codec &codec, const Prepared &prepared) const
{
    const auto stamped = platform::FileSource::open(prepared.replacement->temporary());
    if (!stamped)
        return std::unexpected(stamped.error());
    const auto reading = codec.read(*stamped);
    if (!reading)
        return std::unexpected(reading.error());
    const label::Label &given = *prepared.outcome.label;
    const auto hash = label::contentHashLike(given.contentHash, *stamped, m_parts.codecs);
    if (!hash)
        return std::unexpected(hash.error());
    if (!reading->label || !(*reading->label == given) || *hash != given.contentHash) {
        return base::failure(ErrorCode::Internal, base::toDisplay(prepared.deed.target),
                             tr("The label could not be read back."));
    }
    return {};
}

base::Result<void> Preparation::putSidecar(const LabelOrder &order, Prepared &prepared) const
{
    const platform::FileSource &source = *prepared.original;
    if (const auto named = chooseName(order, prepared, true); !named)
        return named;
    // What is labelled by sidecar is the file as it stands, byte for byte.
    label::Label label = *prepared.outcome.label;
    label.contentHash = QStringLiteral("sha256:") + prepared.deed.before;
    auto signedLabel = label::sign(std::move(label), m_parts.signer);
    if (!signedLabel)
        return std::unexpected(signedLabel.error());
    prepared.outcome.label = std::move(*signedLabel);

    const base::Path sidecarPath = label::sidecarPath(prepared.deed.newTarget);
    if (sidecarPath.filename().native().size() > longestName) {
        return base::failure(ErrorCode::NameTooLong, base::toDisplay(order.path),
                             tr("The name is too long for a label beside the file. Please shorten it."));
    }
    auto sidecar = label::prepareSidecar(source, makeStamp(order, *prepared.outcome.label));
    if (!sidecar)
        return std::unexpected(sidecar.error());
    if (const auto flushed = sidecar->prepare(); !flushed)
        return flushed;
    if (order.markHeader)
        prepared.outcome.notices += tr("A file of this kind cannot carry a visible mark.");
    prepared.replacement = std::make_unique<platform::Replacement>(std::move(*sidecar));
    prepared.deed.kind = Deed::Kind::PutSidecar;
    prepared.deed.temporary = prepared.replacement->temporary();
    prepared.deed.after = prepared.deed.before;
    prepared.attribute = prepared.outcome.label;
    prepared.outcome.source = LabelSource::Sidecar;
    return {};
}

base::Result<Prepared> Preparation::tryRemoval(const base::Path &path, const QString &reason) const
{
    const auto target = labelTarget(path);
    if (!target)
        return std::unexpected(target.error());
    auto source = platform::FileSource::open(*target);
    if (!source)
        return std::unexpected(source.error());
    const FileLabel before = LabelReader(m_parts.codecs, m_parts.keys).read(*target);
    Prepared prepared;
    prepared.outcome.path = prepared.outcome.newPath = path;
    if (before.status != FileStatus::Labelled && !before.malformed) {
        prepared.outcome.unchanged = true;
        prepared.outcome.notices += tr("The file has no label.");
        return prepared;
    }
    prepared.original = std::move(*source);
    prepared.deed = {Deed::Kind::RemoveSidecar, *target, withoutMark(*target, m_parts.nameMarks), {}, before.sha256,
                     before.sha256};
    const label::Codec *codec = m_parts.codecs.codecFor(*prepared.original);
    const auto reading = codec ? codec->read(*prepared.original) : base::Result<label::Reading>(label::Reading{});
    if (reading && (reading->label || reading->malformed || reading->marked)) {
        if (!isWritable(*target)) {
            return base::failure(ErrorCode::NotWritable, base::toDisplay(path), tr("The file is read-only."));
        }
        auto replacement = platform::Replacement::of(*prepared.original);
        if (!replacement)
            return std::unexpected(replacement.error());
        const auto written = codec->remove(*prepared.original, *replacement);
        if (!written)
            return std::unexpected(written.error());
        if (const auto flushed = replacement->prepare(); !flushed)
            return std::unexpected(flushed.error());
        const auto bare = platform::FileSource::open(replacement->temporary());
        if (!bare)
            return std::unexpected(bare.error());
        const auto hash = hashOf(*bare);
        if (!hash)
            return std::unexpected(hash.error());
        prepared.outcome.notices += written->notices;
        prepared.deed.kind = Deed::Kind::Rewrite;
        prepared.deed.temporary = replacement->temporary();
        prepared.deed.after = *hash;
        prepared.replacement = std::make_unique<platform::Replacement>(std::move(*replacement));
    }
    prepared.dropSidecar = true;
    prepared.outcome.newPath = prepared.deed.newTarget;
    prepared.draft = {QStringLiteral("label-removed"), base::toDisplay(prepared.deed.newTarget),
                      before.label ? before.label->contentHash : QString(), prepared.deed.after,
                      classesJson(before.label), {}, reason, {}};
    return prepared;
}

base::Result<void> place(Prepared &prepared)
{
    const Deed &deed = prepared.deed;
    const bool renames = deed.newTarget != deed.target;
    switch (deed.kind) {
    case Deed::Kind::Rewrite:
        if (const auto done = prepared.replacement->commit(deed.newTarget, platform::Replacement::Flush::Later); !done)
            return done;
        if (prepared.dropSidecar) {
            if (const auto removed = label::removeSidecar(deed.target); !removed)
                prepared.outcome.notices += tr("The older label beside the file could not be removed.");
            label::removeLabelAttribute(deed.newTarget);
        }
        return {};
    case Deed::Kind::PutSidecar:
        // The sidecar first: whoever finds the renamed document finds its label, too.
        if (const auto done = prepared.replacement->commit(label::sidecarPath(deed.newTarget),
                                                            platform::Replacement::Flush::Later); !done)
            return done;
        if (renames) {
            if (const auto renamed = platform::renameFile(deed.target, deed.newTarget); !renamed)
                return renamed;
            if (const auto removed = label::removeSidecar(deed.target); !removed)
                return removed;
        }
        label::writeLabelAttribute(deed.newTarget, *prepared.attribute);
        return {};
    case Deed::Kind::RemoveSidecar:
        if (const auto removed = label::removeSidecar(deed.target); !removed)
            return removed;
        label::removeLabelAttribute(deed.target);
        return renames ? platform::renameFile(deed.target, deed.newTarget) : base::Result<void>();
    }
    return {};
}

} // namespace shirushi::labelling
