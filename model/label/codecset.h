// CodecSet: all codecs, and which of them a file belongs to. Read-only once made; any thread.
#pragma once

#include "label/codec.h"

namespace shirushi::label {

class CodecSet
{
public:
    /// Every format of ours.
    CodecSet();
    explicit CodecSet(std::vector<std::unique_ptr<Codec>> codecs);

    /// The codec that recognises the file's bytes; null: a file of any other kind.
    const Codec *codecFor(const platform::FileSource &source) const;

    /// The file, opened by that codec; both null: a file of any other kind.
    struct Opened {
        const Codec *codec = nullptr;
        std::unique_ptr<Document> document;
    };
    Opened open(const platform::FileSource &source) const;

    const Codec *byName(const QString &name) const;

private:
    std::vector<std::unique_ptr<Codec>> m_codecs;
};

} // namespace shirushi::label
