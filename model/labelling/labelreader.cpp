#include "labelling/labelreader.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "label/sidecar.h"

#include <algorithm>

namespace shirushi::labelling {

using base::ErrorCode;

namespace {

struct Candidate {
    LabelSource source = LabelSource::None;
    label::Label label;
    ContentState content = ContentState::Same;
};

// A label whose content is still this file's outranks one that was given to another content (a sidecar that
// was left beside a file that took its document's name); then the newest, then the one in the file itself.
bool outranks(const Candidate &one, const Candidate &other)
{
    if (one.content != other.content)
        return one.content == ContentState::Same;
    if (one.label.labelledAt != other.label.labelledAt)
        return one.label.labelledAt > other.label.labelledAt;
    return one.source < other.source;
}

// A container that nothing can be read from may hide a label; one that is locked or of another kind holds none.
bool mayHideLabel(ErrorCode code)
{
    return code == ErrorCode::Damaged || code == ErrorCode::TooLarge || code == ErrorCode::Io
           || code == ErrorCode::Changed;
}

} // namespace

LabelReader::LabelReader(const label::CodecSet &codecs, const crypto::KeyDirectory &keys, LedgerLookup lookup, ReceivedLookup received)
    : m_codecs(codecs), m_keys(keys), m_lookup(std::move(lookup)), m_received(std::move(received))
{
}

FileLabel LabelReader::read(const base::Path &path, bool withContentHash, const Known *known) const
{
    FileLabel result;
    result.path = path;
    const auto unreadable = [&](const base::Error &error) {
        result.status = FileStatus::Unreadable;
        result.problem = error;
        return result;
    };
    auto source = platform::FileSource::open(path);
    if (!source)
        return unreadable(source.error());
    source->hold();
    crypto::FileDigest digest(*source, known && known->identity == source->identity() ? known->sha256 : QByteArray());

    std::vector<Candidate> candidates;
    std::optional<base::Error> hidden;
    const auto take = [&](LabelSource from, label::Reading reading) {
        result.malformed = result.malformed || reading.malformed;
        result.foreign.insert(result.foreign.end(), reading.foreign.begin(), reading.foreign.end());
        if (reading.label)
            candidates.push_back({from, std::move(*reading.label), ContentState::Same});
    };
    label::CodecSet::Opened opened = m_codecs.open(*source);
    if (opened.document) {
        if (auto reading = opened.document->read())
            take(LabelSource::Embedded, std::move(*reading));
        else if (mayHideLabel(reading.error().code))
            hidden = reading.error();
    }
    if (auto reading = label::readSidecar(path))
        take(LabelSource::Sidecar, std::move(*reading));
    else
        result.malformed = true;
    if (auto attribute = label::readLabelAttribute(path))
        candidates.push_back({LabelSource::Attribute, std::move(*attribute), ContentState::Same});

    for (Candidate &candidate : candidates) {
        const QString &given = candidate.label.contentHash;
        const auto now = label::contentHashLike(given, *source, opened, digest, m_codecs);
        candidate.content = now && *now == given ? ContentState::Same : ContentState::Changed;
    }
    if (withContentHash)
        result.contentHash = label::contentHash(*source, opened, digest);
    // After the content's own: what both begin with is then read once.
    const auto whole = digest.ofWhole();
    if (!whole) {
        result = {};
        result.path = path;
        return unreadable(whole.error());
    }
    result.sha256 = QString::fromLatin1(base::toHex(*whole));
    if (candidates.empty() && m_lookup) {
        const auto hash = label::contentHash(*source, m_codecs);
        auto found = hash ? m_lookup(*hash) : std::nullopt;
        if (!found)
            found = m_lookup(QStringLiteral("sha256:") + result.sha256);
        if (found)
            candidates.push_back({LabelSource::Ledger, std::move(*found), ContentState::Same});
    }
    if (candidates.empty())
        return hidden ? unreadable(*hidden) : result;

    Candidate &best = *std::min_element(candidates.begin(), candidates.end(), outranks);
    result.status = FileStatus::Labelled;
    result.source = best.source;
    result.content = best.content;
    if (best.content == ContentState::Changed && m_received) {
        const auto hash = label::contentHash(*source, opened, digest);
        if (hash && m_received(*hash, best.label))
            result.content = ContentState::Same;
    }
    result.signature = label::checkSignature(best.label, m_keys);
    result.label = std::move(best.label);
    return result;
}

std::optional<policy::Classes> LabelReader::strictest(const policy::Pack &pack, const std::vector<FileLabel> &labels)
{
    std::optional<policy::Classes> highest;
    for (const FileLabel &file : labels) {
        if (!file.label || file.label->policy != pack.id)
            continue;
        highest = highest ? policy::strictest(pack, *highest, file.label->classes) : file.label->classes;
    }
    return highest;
}

} // namespace shirushi::labelling
