#include "labelling/versionwriter.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "label/sidecar.h"
#include "labelling/filenamemark.h"
#include "labelling/labelmaker.h"
#include "platform/attributes.h"

#include <QCoreApplication>

#include <unistd.h>

namespace shirushi::labelling {

using base::ErrorCode;

namespace {

constexpr std::size_t longestName = 255; // bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::labelling", text);
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

bool leavesRoomForSidecar(const base::Path &document)
{
    return label::sidecarPath(document).filename().native().size() <= longestName;
}

bool isWritable(const base::Path &path)
{
    return ::access(path.c_str(), W_OK) == 0;
}

// What stands in the temporary file is what the deed will put in place.
void noteRewrite(Prepared &prepared, const QByteArray &digest)
{
    prepared.deed.kind = Deed::Kind::Rewrite;
    prepared.deed.temporary = prepared.replacement->temporary();
    prepared.deed.after = QString::fromLatin1(base::toHex(digest));
}

} // namespace

base::Result<void> VersionWriter::write(const LabelOrder &order, Prepared &prepared) const
{
    const auto embedded = embed(order, prepared);
    if (!embedded)
        return std::unexpected(embedded.error());
    return *embedded ? base::Result<void>() : putSidecar(order, prepared);
}

base::Result<void> VersionWriter::chooseName(const LabelOrder &order, Prepared &prepared, bool withSidecar) const
{
    Deed &deed = prepared.deed;
    deed.newTarget = deed.target;
    if (!order.markName && !hasMark(deed.target, m_parts.nameMarks))
        return {};
    std::error_code ignored;
    if (std::filesystem::is_symlink(order.path, ignored)) {
        prepared.outcome.notices += tr("The file was opened through a link and keeps its name, so that the link still leads to it.");
        return {};
    }
    const QString mark = policy::fileNameMark(m_pack, order.classes);
    const auto marked = withMark(deed.target, mark, m_parts.nameMarks, withSidecar);
    if (!marked)
        return std::unexpected(marked.error());
    if (*marked != deed.target && std::filesystem::exists(std::filesystem::symlink_status(*marked, ignored))) {
        return base::failure(ErrorCode::Changed, base::toDisplay(order.path),
                             tr("There is already a file of the name that this one would get."));
    }
    deed.newTarget = *marked;
    return {};
}

base::Result<bool> VersionWriter::embed(const LabelOrder &order, Prepared &prepared) const
{
    const platform::FileSource &source = *prepared.original;
    const label::Codec *codec = m_parts.codecs.codecFor(source);
    if (!codec) {
        prepared.whyBeside = whyNotRecognised(source).value_or(QString());
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
    const auto written = codec->stamp(source, LabelMaker(m_pack, m_parts).stampOf(order, *prepared.outcome.label), *replacement);
    if (!written) {
        if (!wantsSidecar(written.error().code))
            return std::unexpected(written.error());
        prepared.whyBeside = written.error().message;
        return false;
    }
    if (const auto flushed = replacement->prepare(); !flushed)
        return std::unexpected(flushed.error());
    prepared.replacement = std::make_unique<platform::Replacement>(std::move(*replacement));
    const auto digest = checkEmbedded(prepared);
    if (!digest) {
        prepared.replacement.reset();
        prepared.outcome.notices += tr("The label could not be read back from the file, so it lies beside it.");
        return false;
    }
    noteRewrite(prepared, *digest);
    prepared.outcome.source = LabelSource::Embedded;
    prepared.outcome.marked = written->marked;
    prepared.outcome.notices += written->notices;
    prepared.dropSidecar = true;
    return true;
}

// Before anything is put in place, it is read as every later reader will read it.
base::Result<QByteArray> VersionWriter::checkEmbedded(const Prepared &prepared) const
{
    auto stamped = platform::FileSource::open(prepared.replacement->temporary());
    if (!stamped)
        return std::unexpected(stamped.error());
    stamped->hold();
    label::CodecSet::Opened opened = m_parts.codecs.open(*stamped);
    crypto::FileDigest digest(*stamped);
    const auto reading = opened.document ? opened.document->read() : base::Result<label::Reading>(label::Reading{});
    if (!reading)
        return std::unexpected(reading.error());
    const label::Label &given = *prepared.outcome.label;
    const auto hash = label::contentHashLike(given.contentHash, *stamped, opened, digest, m_parts.codecs);
    if (!hash)
        return std::unexpected(hash.error());
    if (!reading->label || !(*reading->label == given) || *hash != given.contentHash) {
        return base::failure(ErrorCode::Internal, base::toDisplay(prepared.deed.target),
                             tr("The label could not be read back."));
    }
    return digest.ofWhole();
}

base::Result<void> VersionWriter::putSidecar(const LabelOrder &order, Prepared &prepared) const
{
    const bool fits = leavesRoomForSidecar(prepared.deed.target);
    if (const auto named = chooseName(order, prepared, fits); !named)
        return named;
    // What is labelled by sidecar is the file as it stands, byte for byte.
    label::Label label = *prepared.outcome.label;
    label.contentHash = QStringLiteral("sha256:") + prepared.deed.before;
    auto signedLabel = label::sign(std::move(label), m_parts.signer);
    if (!signedLabel)
        return std::unexpected(signedLabel.error());
    prepared.outcome.label = std::move(*signedLabel);

    prepared.deed.after = prepared.deed.before;
    prepared.attribute = prepared.outcome.label;
    const base::Error noRoom{ErrorCode::NameTooLong, base::toDisplay(order.path),
                             tr("The name is too long for a label beside the file. Please shorten it."), {}};
    auto put = fits ? putBeside(order, prepared) : putAttribute(prepared, noRoom);
    // Another program's file lies there that nothing can be added to: it stays as it is.
    if (!put && fits && wantsSidecar(put.error().code))
        put = putAttribute(prepared, put.error());
    if (!put)
        return put;
    if (order.markHeader) {
        prepared.outcome.notices += prepared.outcome.notices.isEmpty()
                                        ? tr("A file of this kind cannot carry a visible mark.")
                                        : tr("The visible mark could not be placed.");
    }
    return {};
}

base::Result<void> VersionWriter::putBeside(const LabelOrder &order, Prepared &prepared) const
{
    const platform::FileSource &source = *prepared.original;
    auto sidecar = label::prepareSidecar(source, LabelMaker(m_pack, m_parts).stampOf(order, *prepared.outcome.label));
    if (!sidecar)
        return std::unexpected(sidecar.error());
    if (const auto flushed = sidecar->prepare(); !flushed)
        return flushed;
    prepared.replacement = std::make_unique<platform::Replacement>(std::move(*sidecar));
    prepared.deed.kind = Deed::Kind::PutSidecar;
    prepared.deed.temporary = prepared.replacement->temporary();
    prepared.outcome.source = LabelSource::Sidecar;
    if (!prepared.whyBeside.isEmpty()) {
        prepared.outcome.notices +=
            prepared.whyBeside + QStringLiteral(" ") + tr("The file stays as it is; the label lies beside it.");
    }
    return {};
}

base::Result<void> VersionWriter::putAttribute(Prepared &prepared, const base::Error &refusal) const
{
    // An attribute follows the file's permissions; what is refused later is told then.
    if (!platform::holdsAttributes(prepared.deed.target) || !isWritable(prepared.deed.target))
        return std::unexpected(refusal);
    prepared.deed.kind = Deed::Kind::PutAttribute;
    prepared.deed.labelId = prepared.outcome.label->id;
    prepared.outcome.source = LabelSource::Attribute;
    if (!prepared.whyBeside.isEmpty())
        prepared.outcome.notices += prepared.whyBeside;
    prepared.outcome.notices += refusal.code == ErrorCode::NameTooLong
                                    ? tr("The name is too long for a label beside the file: the label is in an attribute "
                                         "of the file alone, which mail and USB sticks may lose.")
                                    : tr("The .xmp file beside it is another program's and cannot be added to: the label "
                                         "is in an attribute of the file alone, which mail and USB sticks may lose.");
    return {};
}

base::Result<void> VersionWriter::takeOut(Prepared &prepared) const
{
    const platform::FileSource &source = *prepared.original;
    const label::Codec *codec = m_parts.codecs.codecFor(source);
    const auto reading = codec ? codec->read(source) : base::Result<label::Reading>(label::Reading{});
    if (!reading || (!reading->label && !reading->malformed && !reading->marked))
        return {};
    if (!isWritable(prepared.deed.target))
        return base::failure(ErrorCode::NotWritable, base::toDisplay(prepared.outcome.path), tr("The file is read-only."));
    auto replacement = platform::Replacement::of(source);
    if (!replacement)
        return std::unexpected(replacement.error());
    const auto written = codec->remove(source, *replacement);
    if (!written)
        return std::unexpected(written.error());
    if (const auto flushed = replacement->prepare(); !flushed)
        return flushed;
    prepared.outcome.hadMark = reading->marked;
    prepared.outcome.notices += written->notices;
    prepared.replacement = std::make_unique<platform::Replacement>(std::move(*replacement));
    const auto version = platform::FileSource::open(prepared.replacement->temporary());
    if (!version)
        return std::unexpected(version.error());
    const auto digest = crypto::sha256(*version);
    if (!digest)
        return std::unexpected(digest.error());
    noteRewrite(prepared, *digest);
    return {};
}

} // namespace shirushi::labelling
