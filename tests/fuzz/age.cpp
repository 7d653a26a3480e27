// age files, binary and armored, and the text of keys. The key that opens the seeds is known, so that damage behind
// the header is reached too; what comes out of a damaged file is a beginning of the content, or nothing.
#include "fuzz/target.h"

#include "crypto/age/armor.h"
#include "crypto/age/keytext.h"
#include "model/crypto/agesamples.h"

namespace shirushi::fuzz {

namespace {

namespace age = crypto::age;

constexpr qsizetype longestContent = 70000; // two chunks

const base::SecretBytes &key()
{
    static const base::SecretBytes bytes = tests::secret(QByteArray(32, '\x42'));
    return bytes;
}

// Every seed holds a beginning of this, so that what comes out of one is known.
const QByteArray &content()
{
    static const QByteArray bytes = tests::sampleBytes(longestContent);
    return bytes;
}

void checkFile(const QByteArray &bytes)
{
    age::Identities identities = tests::withKey(key());
    identities.passwords.push_back(tests::secret("pass"));
    identities.workFactor = 6;
    const tests::Decrypted result = tests::decrypted(bytes, identities);
    demand(result.failure != age::Failure::Other, "a file fails for a reason of its own");
    demand(content().startsWith(result.bytes), "nothing comes out that was not put in");
}

void checkHeader(const QByteArray &bytes)
{
    platform::MemorySource source(bytes);
    age::LookAhead input(source);
    const auto header = age::readHeader(input);
    if (!header)
        return;
    // A header has one form: written again, it is the bytes that the MAC is over.
    const auto again = age::writeHeader(header->stanzas, key());
    demand(again && again->startsWith(header->covered), "a header has one form");
    demand(bytes.startsWith(header->covered), "a header is what was read");
}

void checkArmor(const QByteArray &bytes)
{
    platform::MemorySource source(bytes);
    age::LookAhead input(source);
    age::ArmorSource armor(input);
    QByteArray inside(bytes.size() + 1, '\0');
    const auto got = armor.read({inside.data(), static_cast<std::size_t>(inside.size())});
    if (!got)
        return;
    inside.truncate(static_cast<qsizetype>(*got));
    platform::MemorySink sink;
    age::ArmorSink again(sink);
    demand(again.write(inside) && again.finish(), "armor can be written");
    QByteArray plain = bytes;
    demand(plain.replace("\r\n", "\n").trimmed() == sink.bytes().trimmed(), "armor has one form");
}

void checkKeys(const QByteArray &bytes)
{
    if (const auto recipient = age::recipientFromText(bytes))
        demand(age::recipientText(*recipient) == bytes.toLower(), "a key has one text");
    const std::span<const char> text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    static_cast<void>(age::identitiesFromFile(text, {}));
    static_cast<void>(age::recipientsFromFile(text, {}));
}

} // namespace

std::vector<QByteArray> words()
{
    return {"age-encryption.org/v1\n", "-> X25519 ", "-> scrypt ", "\n--- ", "\n\n", "\r\n", "-> grease\n\n", "====", "+/",
            "-----BEGIN AGE ENCRYPTED FILE-----\n", "-----END AGE ENCRYPTED FILE-----\n", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "AGE-SECRET-KEY-1", "age1", " 18\n", " 022\n", " 99999999999999999999\n", QByteArray(64, 'A') + "\n"};
}

std::vector<QByteArray> seeds()
{
    const auto recipient = *crypto::receivingPublicKey(key());
    const auto keys = tests::forKeys({recipient});
    const base::SecretBytes identity = age::identityText(key());
    std::vector<QByteArray> all{
        tests::encrypted({}, keys), tests::encrypted(content().left(40), keys),
        tests::encrypted(content().left(40), keys, age::Form::Armored), tests::encrypted(content(), keys),
        tests::encrypted(content().left(65536), tests::forKeys({recipient, tests::somebody().publicKey})),
        tests::encrypted(content().left(10), tests::forPassword("pass", 2)), age::recipientText(recipient),
        QByteArray(reinterpret_cast<const char *>(identity.data()), static_cast<qsizetype>(identity.size()))};
    const auto vectors = corpusFiles({QStringLiteral("armor_*"), QStringLiteral("stanza_*")}, 3000, 40);
    for (const QByteArray &vector : vectors)
        all.push_back(vector.mid(vector.indexOf("\n\n") + 2));
    return all;
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    fuzz::checkFile(bytes);
    fuzz::checkHeader(bytes);
    fuzz::checkArmor(bytes);
    fuzz::checkKeys(bytes);
    return 0;
}
