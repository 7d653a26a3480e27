#include "crypto/age/agefile.h"

#include "crypto/age/armor.h"
#include "crypto/age/payload.h"
#include "crypto/age/wrapping.h"
#include "crypto/seal.h"

namespace shirushi::crypto::age {

namespace {

constexpr std::size_t armorBlock = 65536;

Result<void> encryptBinary(platform::Source &from, platform::Sink &to, const Recipients &recipients, base::Progress &progress)
{
    const auto fileKey = randomSecret(fileKeySize);
    const auto nonce = randomBytes(payloadNonceSize);
    if (!fileKey || !nonce)
        return failRefused();
    const auto stanzas = wrapFileKey(*fileKey, recipients);
    if (!stanzas)
        return std::unexpected(stanzas.error());
    const auto header = writeHeader(*stanzas, *fileKey);
    if (!header)
        return std::unexpected(header.error());
    const auto key = payloadKey(*fileKey, *nonce);
    if (!key)
        return std::unexpected(key.error());
    if (const auto written = to.write(*header + *nonce); !written)
        return std::unexpected(Error(written.error()));
    return sealPayload(*key, from, to, progress);
}

Result<void> decryptBinary(LookAhead &input, platform::Sink &to, const Identities &identities, base::Progress &progress)
{
    const auto key = readPayloadKey(input, identities);
    if (!key)
        return std::unexpected(key.error());
    return openPayload(*key, input, to, progress);
}

} // namespace

Result<void> encrypt(platform::Source &from, platform::Sink &to, const Recipients &recipients, base::Progress &progress, Form form)
{
    if (form == Form::Binary)
        return encryptBinary(from, to, recipients, progress);
    ArmorSink armor(to);
    if (const auto done = encryptBinary(from, armor, recipients, progress); !done)
        return done;
    if (const auto finished = armor.finish(); !finished)
        return std::unexpected(Error(finished.error()));
    return {};
}

Result<base::SecretBytes> readPayloadKey(LookAhead &input, const Identities &identities)
{
    const auto header = readHeader(input);
    if (!header)
        return std::unexpected(header.error());
    const auto fileKey = unwrapFileKey(*header, identities, input.subject());
    if (!fileKey)
        return std::unexpected(fileKey.error());
    if (const auto right = checkMac(*header, *fileKey, input.subject()); !right)
        return std::unexpected(right.error());
    QByteArray nonce(payloadNonceSize, '\0');
    const auto got = input.read({nonce.data(), static_cast<std::size_t>(nonce.size())});
    if (!got)
        return std::unexpected(Error(got.error()));
    if (*got != static_cast<std::size_t>(payloadNonceSize))
        return fail(Failure::Header, input.subject());
    return payloadKey(*fileKey, nonce);
}

Result<void> decrypt(platform::Source &from, platform::Sink &to, const Identities &identities, base::Progress &progress,
                     Expected expected)
{
    LookAhead input(from);
    if (expected == Expected::Either) {
        const auto isArmored = beginsArmored(input);
        if (!isArmored)
            return std::unexpected(Error(isArmored.error()));
        if (!*isArmored)
            return decryptBinary(input, to, identities, progress);
    }
    LookAhead lines(input, armorBlock);
    ArmorSource armor(lines);
    LookAhead inside(armor);
    const auto done = decryptBinary(inside, to, identities, progress);
    if (!done && armor.isMalformed())
        return fail(Failure::Armor, from.subject());
    return done;
}

} // namespace shirushi::crypto::age
