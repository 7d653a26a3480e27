#include "ledger/signednote.h"

#include "crypto/digest.h"
#include "crypto/keys.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace shirushi::ledger {

namespace {

constexpr char ed25519 = 1; // the signature type of Ed25519 keys
constexpr qsizetype keyHashSize = 4;
constexpr qsizetype largestNote = 16 * 1024;
constexpr char16_t dash = u'—';

std::unexpected<base::Error> unreadable(const QString &subject)
{
    return base::failure(base::ErrorCode::InvalidInput, subject,
                         QCoreApplication::translate("shirushi::ledger", "This is not a signed note."));
}

bool isPlainText(const QString &text)
{
    return text.endsWith(u'\n') && std::none_of(text.begin(), text.end(), [](QChar character) {
        return character < u' ' && character != u'\n';
    });
}

// A key's name has no spaces and no plus sign.
bool isKeyName(const QString &name)
{
    return !name.isEmpty() && std::none_of(name.begin(), name.end(), [](QChar character) {
        return character.isSpace() || character == u'+';
    });
}

std::optional<NoteSignature> signatureFrom(const QString &line)
{
    const QStringList parts = line.split(u' ');
    if (parts.size() != 3 || parts[0] != QString(dash) || !isKeyName(parts[1]))
        return std::nullopt;
    const QByteArray text = parts[2].toLatin1();
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || (*bytes).toBase64() != text || (*bytes).size() <= keyHashSize)
        return std::nullopt;
    return NoteSignature{parts[1], (*bytes).first(keyHashSize), (*bytes).sliced(keyHashSize)};
}

} // namespace

QByteArray noteKeyHash(const QString &name, const QByteArray &publicKey)
{
    return crypto::sha256(name.toUtf8() + '\n' + ed25519 + publicKey).first(keyHashSize);
}

base::Result<SignedNote> signNote(const QString &text, const crypto::Signer &signer)
{
    if (!isPlainText(text) || !isKeyName(signer.user()))
        return unreadable(signer.user());
    const auto signature = signer.sign(text.toUtf8());
    if (!signature)
        return std::unexpected(signature.error());
    return SignedNote{text, {{signer.user(), noteKeyHash(signer.user(), signer.publicKey()), *signature}}};
}

bool isSignedBy(const SignedNote &note, const QString &name, const QByteArray &publicKey)
{
    const QByteArray keyHash = noteKeyHash(name, publicKey);
    return std::any_of(note.signatures.begin(), note.signatures.end(), [&](const NoteSignature &signature) {
        return signature.name == name && signature.keyHash == keyHash
               && crypto::verifySignature(publicKey, note.text.toUtf8(), signature.signature);
    });
}

QByteArray toBytes(const SignedNote &note)
{
    QString text = note.text + u'\n';
    for (const NoteSignature &signature : note.signatures) {
        const QByteArray bytes = signature.keyHash + signature.signature;
        text += dash + QStringLiteral(" %1 %2\n").arg(signature.name, QString::fromLatin1(bytes.toBase64()));
    }
    return text.toUtf8();
}

base::Result<SignedNote> noteFromBytes(const QByteArray &bytes, const QString &subject)
{
    if (bytes.size() > largestNote)
        return unreadable(subject);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString whole = decoder(bytes);
    // The last blank line parts text and signatures: the text may have blank lines of its own.
    const qsizetype end = whole.lastIndexOf(QStringLiteral("\n\n"));
    if (decoder.hasError() || end < 0 || end + 2 >= whole.size() || !whole.endsWith(u'\n'))
        return unreadable(subject);
    SignedNote note{whole.first(end + 1), {}};
    if (!isPlainText(note.text))
        return unreadable(subject);
    const QStringList lines = whole.sliced(end + 2).chopped(1).split(u'\n');
    for (const QString &line : lines) {
        auto signature = signatureFrom(line);
        if (!signature)
            return unreadable(subject);
        note.signatures.push_back(std::move(*signature));
    }
    // One value, one text: a byte order mark, say, is let pass by the decoder.
    if (toBytes(note) != bytes)
        return unreadable(subject);
    return note;
}

} // namespace shirushi::ledger
