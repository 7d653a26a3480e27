// LabelReader: what label a file has, wherever it lies. Needs no sign-in; any thread, one call a file.
#pragma once

#include "base/path.h"
#include "label/codecset.h"
#include "label/contenthash.h"
#include "label/label.h"
#include "platform/filesource.h"
#include "policy/classification.h"

#include <functional>

namespace shirushi::labelling {

enum class FileStatus { Labelled, Unlabelled, Unreadable };
enum class LabelSource { None, Embedded, Sidecar, Attribute, Ledger };
enum class ContentState { Same, Changed };

struct FileLabel {
    base::Path path;
    QString sha256; // hex
    FileStatus status = FileStatus::Unlabelled;
    LabelSource source = LabelSource::None;
    std::optional<label::Label> label;
    label::SignatureState signature = label::SignatureState::None;
    ContentState content = ContentState::Same;
    std::vector<label::ForeignLabel> foreign;
    std::optional<base::Error> problem; // where Unreadable
    bool malformed = false; // something of ours is there but cannot be read
    /// The content hash that a label given now would carry; only from readForLabelling().
    std::optional<base::Result<QString>> contentHash;
};

/// Looks a label up by content hash in the ledger, for files that carry none of their own.
using LedgerLookup = std::function<std::optional<label::Label>(const QString &contentHash)>;

/// Whether the label of a file whose content is not the label's own is in force for it all the same (wasReceivedWith()).
using ReceivedLookup = std::function<bool(const QString &contentHash, const label::Label &label)>;

class LabelReader
{
public:
    LabelReader(const label::CodecSet &codecs, const crypto::KeyDirectory &keys, LedgerLookup lookup = {}, ReceivedLookup received = {});

    FileLabel read(const base::Path &path) const { return read(path, false); }
    /// With the content hash, for which the file is not read a second time.
    FileLabel readForLabelling(const base::Path &path) const { return read(path, true); }
    /// Of a file that was read as a whole already: it is not hashed again while it is the one that `known` names.
    struct Known {
        platform::FileIdentity identity;
        QByteArray sha256; // 32 bytes
    };
    FileLabel read(const base::Path &path, const Known &known) const { return read(path, false, &known); }

    /// The strictest class of `labels` of one policy (最高度の分類); nothing where none has a label.
    static std::optional<policy::Classes> strictest(const policy::Pack &pack, const std::vector<FileLabel> &labels);

private:
    FileLabel read(const base::Path &path, bool withContentHash, const Known *known = nullptr) const;

    const label::CodecSet &m_codecs;
    const crypto::KeyDirectory &m_keys;
    LedgerLookup m_lookup;
    ReceivedLookup m_received;
};

} // namespace shirushi::labelling
