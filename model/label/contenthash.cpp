#include "label/contenthash.h"

#include "base/encoding.h"
#include "crypto/digest.h"

#include <QCoreApplication>

namespace shirushi::label {

using base::ErrorCode;

namespace {

const QString schemeVersion = QStringLiteral("1");
const QString plainScheme = QStringLiteral("sha256");

QString schemed(const QString &scheme, const QByteArray &hex)
{
    return scheme + u':' + QString::fromLatin1(hex);
}

base::Result<QString> plainHash(const platform::FileSource &source)
{
    const auto digest = crypto::sha256(source);
    if (!digest)
        return std::unexpected(digest.error());
    return schemed(plainScheme, base::toHex(*digest));
}

QString schemeOf(const QString &hash)
{
    return hash.left(hash.indexOf(u':'));
}

base::Result<QString> hashBy(const Codec &codec, const platform::FileSource &source)
{
    const auto hash = codec.contentHash(source);
    if (!hash)
        return std::unexpected(hash.error());
    return schemed(codec.name() + schemeVersion, *hash);
}

// These say that the container must stay as it is: its label goes into a sidecar.
bool isRefusal(ErrorCode code)
{
    return code == ErrorCode::Damaged || code == ErrorCode::Encrypted || code == ErrorCode::Signed
           || code == ErrorCode::TooLarge || code == ErrorCode::Unsupported;
}

} // namespace

base::Result<QString> contentHash(const platform::FileSource &source, const CodecSet &codecs)
{
    const Codec *codec = codecs.codecFor(source);
    if (!codec)
        return plainHash(source);
    const auto hash = hashBy(*codec, source);
    return !hash && isRefusal(hash.error().code) ? plainHash(source) : hash;
}

base::Result<QString> contentHash(const platform::FileSource &source, CodecSet::Opened &opened,
                                  crypto::FileDigest &digest)
{
    const auto hash = opened.document ? opened.document->contentHash(digest) : digest.ofWhole();
    if (opened.document && !hash && isRefusal(hash.error().code))
        return plainHash(source);
    if (!hash)
        return std::unexpected(hash.error());
    return opened.document ? schemed(opened.codec->name() + schemeVersion, *hash) : schemed(plainScheme, base::toHex(*hash));
}

base::Result<QString> contentHashLike(const QString &like, const platform::FileSource &source,
                                      const CodecSet &codecs)
{
    const QString scheme = schemeOf(like);
    if (scheme == plainScheme)
        return plainHash(source);
    const Codec *codec = scheme.endsWith(schemeVersion) ? codecs.byName(scheme.chopped(schemeVersion.size())) : nullptr;
    if (!codec || !codec->recognises(source)) {
        return base::failure(ErrorCode::Unsupported, base::toDisplay(source.path()),
                             QCoreApplication::translate("shirushi::label",
                                                         "The content cannot be compared: the file is of another kind."));
    }
    return hashBy(*codec, source);
}

base::Result<QString> contentHashLike(const QString &like, const platform::FileSource &source,
                                      CodecSet::Opened &opened, crypto::FileDigest &digest, const CodecSet &codecs)
{
    const QString scheme = schemeOf(like);
    const bool isPlain = scheme == plainScheme;
    if (!isPlain && (!opened.codec || scheme != opened.codec->name() + schemeVersion))
        return contentHashLike(like, source, codecs);
    const auto hash = isPlain ? digest.ofWhole() : opened.document->contentHash(digest);
    if (!hash)
        return std::unexpected(hash.error());
    return schemed(scheme, isPlain ? base::toHex(*hash) : *hash);
}

} // namespace shirushi::label
