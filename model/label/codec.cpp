#include "label/codec.h"

namespace shirushi::label {

namespace {

/// For formats whose label and content have little in common to find.
class PlainDocument final : public Document
{
public:
    PlainDocument(const Codec &codec, const platform::FileSource &source) : m_codec(codec), m_source(source) {}

    base::Result<Reading> read() override { return m_codec.read(m_source); }
    base::Result<QByteArray> contentHash(crypto::FileDigest &digest) override
    {
        return m_codec.contentHash(m_source, digest);
    }

private:
    const Codec &m_codec;
    const platform::FileSource &m_source;
};

} // namespace

std::unique_ptr<Document> Codec::document(const platform::FileSource &source) const
{
    return recognises(source) ? std::make_unique<PlainDocument>(*this, source) : nullptr;
}

base::Result<QByteArray> Codec::contentHash(const platform::FileSource &source) const
{
    crypto::FileDigest digest(source);
    return contentHash(source, digest);
}

} // namespace shirushi::label
