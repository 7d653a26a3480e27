#include "label/codecset.h"

#include <algorithm>

namespace shirushi::label {

namespace {

std::vector<std::unique_ptr<Codec>> everyCodec()
{
    std::vector<std::unique_ptr<Codec>> codecs;
    codecs.push_back(makeOoxmlCodec());
    codecs.push_back(makeOdfCodec());
    codecs.push_back(makePdfCodec());
    codecs.push_back(makeJpegCodec());
    codecs.push_back(makePngCodec());
    codecs.push_back(makeTiffCodec());
    return codecs;
}

} // namespace

CodecSet::CodecSet() : CodecSet(everyCodec()) {}

CodecSet::CodecSet(std::vector<std::unique_ptr<Codec>> codecs) : m_codecs(std::move(codecs)) {}

const Codec *CodecSet::codecFor(const platform::FileSource &source) const
{
    const auto found = std::find_if(m_codecs.begin(), m_codecs.end(),
                                    [&](const auto &codec) { return codec->recognises(source); });
    return found == m_codecs.end() ? nullptr : found->get();
}

CodecSet::Opened CodecSet::open(const platform::FileSource &source) const
{
    for (const auto &codec : m_codecs) {
        if (auto document = codec->document(source))
            return {codec.get(), std::move(document)};
    }
    return {};
}

const Codec *CodecSet::byName(const QString &name) const
{
    const auto found =
        std::find_if(m_codecs.begin(), m_codecs.end(), [&](const auto &codec) { return codec->name() == name; });
    return found == m_codecs.end() ? nullptr : found->get();
}

} // namespace shirushi::label
