#include "crypto/age/filekey.h"

#include "crypto/age/scryptstanza.h"
#include "crypto/age/x25519stanza.h"

#include <QCoreApplication>

namespace shirushi::crypto::age {

namespace {

std::unexpected<Error> invalid(const char *sentence)
{
    return std::unexpected(Error({base::ErrorCode::InvalidInput, {},
                                  QCoreApplication::translate("shirushi::crypto", sentence), {}}));
}

// The stanzas of the types that we know, each checked.
struct KnownStanzas {
    std::vector<X25519Stanza> keys;
    std::optional<ScryptStanza> password;
};

Result<KnownStanzas> knownAmong(const std::vector<Stanza> &stanzas, const QString &subject)
{
    KnownStanzas known;
    for (const Stanza &stanza : stanzas) {
        if (stanza.type == x25519Type) {
            const auto parsed = parseX25519(stanza);
            if (!parsed)
                return fail(Failure::Header, subject);
            known.keys.push_back(*parsed);
        } else if (stanza.type == scryptType) {
            const auto parsed = parseScrypt(stanza);
            // Alone, so that whoever opens the file by its password knows that it came from one who has it.
            if (!parsed || stanzas.size() != 1)
                return fail(Failure::Header, subject);
            known.password = *parsed;
        }
    }
    return known;
}

} // namespace

Result<std::vector<Stanza>> wrapFileKey(const base::SecretBytes &fileKey, const Recipients &recipients)
{
    if (recipients.keys.empty() && !recipients.password)
        return invalid(QT_TRANSLATE_NOOP("shirushi::crypto", "There is nobody to encrypt for."));
    if (!recipients.keys.empty() && recipients.password)
        return invalid(QT_TRANSLATE_NOOP("shirushi::crypto", "A password and keys cannot be used together."));
    std::vector<Stanza> stanzas;
    if (recipients.password) {
        if (recipients.password->isEmpty())
            return invalid(QT_TRANSLATE_NOOP("shirushi::crypto", "The password is empty."));
        auto stanza = wrapForPassword(fileKey, *recipients.password, recipients.workFactor);
        if (!stanza)
            return std::unexpected(stanza.error());
        stanzas.push_back(std::move(*stanza));
    }
    for (const QByteArray &key : recipients.keys) {
        auto stanza = wrapForKey(fileKey, key);
        if (!stanza)
            return std::unexpected(stanza.error());
        stanzas.push_back(std::move(*stanza));
    }
    return stanzas;
}

Result<base::SecretBytes> unwrapFileKey(const Header &header, const Identities &identities, const QString &subject)
{
    const auto known = knownAmong(header.stanzas, subject);
    if (!known)
        return std::unexpected(known.error());
    if (known->password && !identities.passwords.empty()) {
        if (known->password->workFactor > identities.workFactor)
            return failTooCostly(subject);
        for (const base::SecretBytes &password : identities.passwords) {
            if (auto opened = openWithPassword(*known->password, password); !opened || *opened)
                return opened ? Result<base::SecretBytes>(std::move(**opened)) : std::unexpected(opened.error());
        }
    }
    for (const base::SecretBytes &key : identities.keys) {
        const auto opener = X25519Opener::with(key);
        if (!opener)
            return std::unexpected(opener.error());
        for (const X25519Stanza &stanza : known->keys) {
            if (auto opened = opener->open(stanza, subject); !opened || *opened)
                return opened ? Result<base::SecretBytes>(std::move(**opened)) : std::unexpected(opened.error());
        }
    }
    return fail(Failure::NoMatch, subject);
}

} // namespace shirushi::crypto::age
