// Parcels as age files: for a password, or for keys, the sender's own among them so that the parcel can be checked.
#include "crypto/age/agefile.h"
#include "crypto/age/agereader.h"
#include "crypto/age/armor.h"
#include "crypto/keys.h"
#include "sending/bundle.h"
#include "sending/memorycontent.h"
#include "sending/parcelparts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shirushi::sending {

using base::Result;

namespace {

constexpr char intro[] = "age-encryption.org/v1\n";
constexpr std::uint64_t longestHeader = 1 << 20;
constexpr std::uint64_t longestArmored = 512ULL << 20; // decoded in memory

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

QString ending()
{
    return endingFor(ParcelFormat::Age);
}

class AgeContent final : public Content
{
public:
    AgeContent(crypto::age::AgeReader reader, QString subject) : m_reader(std::move(reader)), m_subject(std::move(subject)) {}
    std::uint64_t size() const override { return m_reader.size(); }
    Result<std::size_t> read(std::uint64_t offset, std::span<char> into) override
    {
        const auto got = m_reader.read(offset, into);
        if (!got)
            return std::unexpected(base::Error(got.error()));
        return *got;
    }
    QString subject() const override { return m_subject; }

private:
    crypto::age::AgeReader m_reader;
    QString m_subject;
};

crypto::age::Identities identitiesOf(const ParcelSecret &secret)
{
    crypto::age::Identities identities;
    for (const base::SecretBytes &key : secret.keys)
        identities.keys.push_back(key.clone());
    if (!secret.password.isEmpty())
        identities.passwords.push_back(secret.password.clone());
    return identities;
}

Result<crypto::age::Recipients> recipientsOf(const ParcelSecret &secret, int passwordWork)
{
    crypto::age::Recipients recipients;
    if (secret.recipients.empty()) {
        recipients.password = secret.password.clone();
        recipients.workFactor = passwordWork;
        return recipients;
    }
    if (secret.keys.empty())
        return base::failure(base::ErrorCode::InvalidInput, {}, tr("A key of your own is needed too, so that the parcel can be checked before it goes."));
    recipients.keys = secret.recipients;
    const auto own = crypto::receivingPublicKey(secret.keys.front());
    if (!own)
        return std::unexpected(own.error());
    recipients.keys.push_back(*own);
    return recipients;
}

// Binary files are read where they lie; text is decoded into memory first, for what comes by mail is short.
Result<void> handOn(Content &content, const QString &parcelName, const UnpackLimits &limits, ContentTaker &taker, base::Progress &progress)
{
    if (isBundle(content))
        return unbundle(content, limits, taker, progress);
    const auto name = nameOfSingle(parcelName, ending());
    if (!name)
        return std::unexpected(name.error());
    return handOver(content, *name, limits, taker, progress);
}

class AgeMaker final : public ParcelMaker
{
public:
    Result<std::vector<ParcelContent>> write(const std::vector<ParcelFile> &files, const QString &parcelName, const ParcelSecret &secret,
                                             const ParcelOptions &options, platform::Sink &to, base::Progress &progress) const override
    {
        const auto recipients = recipientsOf(secret, options.passwordWork);
        if (!recipients)
            return std::unexpected(recipients.error());
        const auto seal = [&](platform::Source &from, base::Progress &counted) -> Result<void> {
            if (const auto done = crypto::age::encrypt(from, to, *recipients, counted); !done)
                return std::unexpected(base::Error(done.error()));
            return {};
        };
        return streamFiles(files, goesAsItIs(files, parcelName, ending()), progress, seal);
    }

    Result<void> read(const platform::FileSource &parcel, const QString &parcelName, const ParcelSecret &secret, const UnpackLimits &limits,
                      ContentTaker &taker, base::Progress &progress) const override
    {
        const auto identities = identitiesOf(secret);
        const QString subject = base::toDisplay(parcel.path());
        const auto head = parcel.bytes(0, std::min<std::uint64_t>(parcel.size(), sizeof intro - 1));
        if (!head)
            return std::unexpected(head.error());
        if (*head == intro) {
            auto reader = crypto::age::AgeReader::open(parcel, identities);
            if (!reader)
                return std::unexpected(base::Error(reader.error()));
            AgeContent content(std::move(*reader), subject);
            return handOn(content, parcelName, limits, taker, progress);
        }
        platform::FileSequence from(parcel);
        BoundedSink decoded(longestArmored, subject);
        if (const auto done = crypto::age::decrypt(from, decoded, identities, progress, crypto::age::Expected::Armored); !done)
            return std::unexpected(base::Error(done.error()));
        MemoryContent content(decoded.bytes(), subject);
        return handOn(content, parcelName, limits, taker, progress);
    }

    // What lies open in an age file is its header: who may open it, under keys made for this file alone.
    Result<QStringList> showing(const platform::FileSource &parcel) const override
    {
        static const QRegularExpression ours(QStringLiteral("^age-encryption\\.org/v1\n"
                                                            "(-> scrypt [A-Za-z0-9+/]{22} [1-9][0-9]?\n[A-Za-z0-9+/]{43}\n"
                                                            "|(?:-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n)++)"
                                                            "--- [A-Za-z0-9+/]{43}\n"));
        const auto head = parcel.bytes(0, std::min(parcel.size(), longestHeader));
        if (!head)
            return std::unexpected(head.error());
        if (!ours.match(QString::fromLatin1(*head)).hasMatch())
            return std::unexpected(liesOpen(base::toDisplay(parcel.path())));
        return QStringList();
    }
};

} // namespace

const ParcelMaker &ageMaker()
{
    static const AgeMaker maker;
    return maker;
}

std::optional<ParcelKind> ageKindOf(const platform::FileSource &parcel, const QByteArray &head)
{
    if (head.startsWith(intro))
        return ParcelKind{ParcelFormat::Age, head.mid(sizeof intro - 1).startsWith("-> scrypt ") ? ParcelNeed::Password : ParcelNeed::Keys, false};
    platform::FileSequence from(parcel);
    crypto::age::LookAhead input(from);
    const auto isArmored = crypto::age::beginsArmored(input);
    if (!isArmored || !*isArmored)
        return std::nullopt;
    crypto::age::ArmorSource armor(input);
    QByteArray begin(sizeof intro - 1 + 10, '\0');
    const auto got = armor.read({begin.data(), static_cast<std::size_t>(begin.size())});
    if (!got)
        return std::nullopt;
    return ParcelKind{ParcelFormat::Age, begin.endsWith("-> scrypt ") ? ParcelNeed::Password : ParcelNeed::Keys, false};
}

} // namespace shirushi::sending
