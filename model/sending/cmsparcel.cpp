// Parcels as CMS (RFC 5652, RFC 5083): AES-256-GCM, the key for each recipient's X.509 certificate, RSA or EC, and for
// the sender's own so that the parcel can be checked. OpenSSL holds all of it in memory, hence the cap.
#include "sending/bundle.h"
#include "sending/memorycontent.h"
#include "sending/parcelparts.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <QCoreApplication>

#include <memory>
#include <string_view>

namespace shirushi::sending {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::uint64_t longestParcel = 160ULL << 20;
constexpr int certificateEnds = -1; // X509_cmp_time: the time lies before now

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

QString ending()
{
    return endingFor(ParcelFormat::Cms);
}

struct Free {
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(CMS_ContentInfo *cms) const { CMS_ContentInfo_free(cms); }
    void operator()(STACK_OF(X509) *certificates) const { sk_X509_pop_free(certificates, X509_free); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

Owned<BIO> bioOf(const void *bytes, std::size_t size)
{
    return Owned<BIO>(BIO_new_mem_buf(bytes, static_cast<int>(size)));
}

Owned<BIO> bioOf(const QByteArray &bytes)
{
    return bioOf(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

// OpenSSL asks on the terminal for the password of a key, unless it is given one.
int noPassword(char *, int, int, void *)
{
    return 0;
}

Result<Owned<X509>> certificateFrom(const QByteArray &bytes)
{
    const auto bio = bioOf(bytes);
    Owned<X509> certificate(bytes.contains("-----BEGIN") ? PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr)
                                                        : d2i_X509_bio(bio.get(), nullptr));
    if (!certificate)
        return base::failure(ErrorCode::InvalidInput, {}, tr("This is not a certificate (X.509)."));
    return certificate;
}

Result<Owned<EVP_PKEY>> keyFrom(const base::SecretBytes &bytes)
{
    const auto bio = bioOf(bytes.data(), bytes.size());
    // Other programs write what the key is for before it.
    const bool isText = std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size()).contains("-----BEGIN ");
    Owned<EVP_PKEY> key(isText ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr)
                               : d2i_PrivateKey_bio(bio.get(), nullptr));
    if (!key)
        return base::failure(ErrorCode::InvalidInput, {}, tr("The private key cannot be read, or has a password of its own."));
    return key;
}

Result<Owned<STACK_OF(X509)>> recipientsOf(const ParcelSecret &secret)
{
    if (!secret.ownCertificate || !secret.ownKey)
        return base::failure(ErrorCode::InvalidInput, {}, tr("A key of your own is needed too, so that the parcel can be checked before it goes."));
    Owned<STACK_OF(X509)> all(sk_X509_new_null());
    std::vector<QByteArray> certificates = secret.certificates;
    certificates.push_back(*secret.ownCertificate);
    for (const QByteArray &bytes : certificates) {
        auto certificate = certificateFrom(bytes);
        if (!certificate)
            return std::unexpected(certificate.error());
        if (X509_cmp_time(X509_get0_notAfter(certificate->get()), nullptr) == certificateEnds)
            return base::failure(ErrorCode::InvalidInput, {}, tr("A certificate has expired. Ask its owner for the present one."));
        if (!all || sk_X509_push(all.get(), certificate->get()) == 0)
            return base::failure(ErrorCode::Internal, {}, tr("The parcel could not be made."));
        static_cast<void>(certificate->release());
    }
    return all;
}

QByteArray bytesOf(BIO *bio)
{
    char *data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    return length > 0 ? QByteArray(data, length) : QByteArray();
}

Result<QByteArray> sealed(const QByteArray &content, STACK_OF(X509) *recipients)
{
    const auto from = bioOf(content);
    const Owned<CMS_ContentInfo> cms(CMS_encrypt(recipients, from.get(), EVP_aes_256_gcm(), CMS_BINARY));
    const Owned<BIO> to(BIO_new(BIO_s_mem()));
    if (!cms || !to || i2d_CMS_bio(to.get(), cms.get()) != 1)
        return base::failure(ErrorCode::InvalidInput, {}, tr("The parcel could not be made for these certificates."));
    return bytesOf(to.get());
}

class CmsMaker final : public ParcelMaker
{
public:
    Result<std::vector<ParcelContent>> write(const std::vector<ParcelFile> &files, const QString &parcelName, const ParcelSecret &secret,
                                             const ParcelOptions &, platform::Sink &to, base::Progress &progress) const override
    {
        const auto recipients = recipientsOf(secret);
        if (!recipients)
            return std::unexpected(recipients.error());
        BoundedSink content(longestParcel, parcelName);
        const auto collect = [&](platform::Source &from, base::Progress &counted) -> Result<void> {
            std::vector<char> piece(1 << 20);
            for (;;) {
                const auto got = from.read(piece);
                if (!got)
                    return std::unexpected(got.error());
                if (*got == 0)
                    return {};
                if (counted.cancelled())
                    return base::failure(ErrorCode::Cancelled, parcelName, tr("The work was stopped."));
                if (const auto written = content.write(std::span<const char>(piece).first(*got)); !written)
                    return written;
                counted.report(content.position(), std::max(content.position(), from.size().value_or(0)), parcelName);
            }
        };
        auto contents = streamFiles(files, goesAsItIs(files, parcelName, ending()), progress, collect);
        if (!contents)
            return contents;
        const auto parcel = sealed(content.bytes(), recipients->get());
        if (!parcel)
            return std::unexpected(parcel.error());
        if (const auto written = to.write(*parcel); !written)
            return std::unexpected(written.error());
        return contents;
    }

    Result<void> read(const platform::FileSource &parcel, const QString &parcelName, const ParcelSecret &secret, const UnpackLimits &limits,
                      ContentTaker &taker, base::Progress &progress) const override
    {
        const QString subject = base::toDisplay(parcel.path());
        bool isProven = false;
        const auto plain = opened(parcel, secret, subject, isProven);
        if (!plain)
            return std::unexpected(plain.error());
        if (!isProven)
            taker.note(tr("This kind of CMS keeps others from reading it, but does not show whether it was changed on the way."));
        MemoryContent content(*plain, subject);
        if (isBundle(content))
            return unbundle(content, limits, taker, progress);
        const auto name = nameOfSingle(parcelName, ending());
        if (!name)
            return std::unexpected(name.error());
        return handOver(content, *name, limits, taker, progress);
    }

    // What lies open in CMS is whose certificates open it, and nothing around or behind it.
    Result<QStringList> showing(const platform::FileSource &parcel) const override
    {
        const auto bytes = parcel.all(longestParcel);
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto from = bioOf(*bytes);
        const Owned<CMS_ContentInfo> cms(d2i_CMS_bio(from.get(), nullptr));
        if (!cms || BIO_pending(from.get()) != 0 || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_id_smime_ct_authEnvelopedData
            || OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != NID_pkcs7_data)
            return std::unexpected(liesOpen(base::toDisplay(parcel.path())));
        return QStringList();
    }

private:
    static Result<QByteArray> opened(const platform::FileSource &parcel, const ParcelSecret &secret, const QString &subject, bool &isProven)
    {
        if (!secret.ownKey)
            return base::failure(ErrorCode::Encrypted, subject, tr("A private key is needed to open this parcel."));
        const auto key = keyFrom(*secret.ownKey);
        if (!key)
            return std::unexpected(key.error());
        Owned<X509> certificate;
        if (secret.ownCertificate) {
            auto read = certificateFrom(*secret.ownCertificate);
            if (!read)
                return std::unexpected(read.error());
            certificate = std::move(*read);
        }
        const auto bytes = parcel.all(longestParcel);
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto from = bioOf(*bytes);
        const Owned<CMS_ContentInfo> cms(d2i_CMS_bio(from.get(), nullptr));
        if (!cms)
            return std::unexpected(damagedParcel(subject));
        isProven = OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_id_smime_ct_authEnvelopedData;
        const Owned<BIO> to(BIO_new(BIO_s_mem()));
        if (!to || CMS_decrypt(cms.get(), key->get(), certificate.get(), nullptr, to.get(), CMS_BINARY) != 1)
            return std::unexpected(wrongPassword(subject));
        return bytesOf(to.get());
    }
};

} // namespace

bool isCertificate(const QByteArray &bytes)
{
    ERR_set_mark();
    const bool is = certificateFrom(bytes).has_value();
    ERR_pop_to_mark();
    return is;
}

const ParcelMaker &cmsMaker()
{
    static const CmsMaker maker;
    return maker;
}

bool beginsCms(const QByteArray &head)
{
    static const QByteArray enveloped = QByteArray::fromHex("06092a864886f70d010703");
    static const QByteArray authEnveloped = QByteArray::fromHex("060b2a864886f70d0109100117");
    const QByteArray begin = head.left(24);
    return begin.startsWith('\x30') && (begin.contains(enveloped) || begin.contains(authEnveloped));
}

} // namespace shirushi::sending
