// Signed notes (c2sp.org/signed-note): a text that people read, and signatures under it. Pure functions; any
// thread. Only the Ed25519 form (algorithm 0x01) is written and checked; signatures of other kinds are kept.
#pragma once

#include "crypto/signer.h"

#include <vector>

namespace shirushi::ledger {

struct NoteSignature {
    QString name;         // of the key: here the id of who signed
    QByteArray keyHash;   // 4 bytes
    QByteArray signature; // 64 bytes for Ed25519
    bool operator==(const NoteSignature &) const = default;
};

struct SignedNote {
    QString text; // ends with a line feed
    std::vector<NoteSignature> signatures;
    bool operator==(const SignedNote &) const = default;
};

/// The first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
QByteArray noteKeyHash(const QString &name, const QByteArray &publicKey);

/// `text` must end with a line feed and have no control characters but line feeds.
[[nodiscard]] base::Result<SignedNote> signNote(const QString &text, const crypto::Signer &signer);

/// True if one of the signatures is `name`'s with this key, and right.
bool isSignedBy(const SignedNote &note, const QString &name, const QByteArray &publicKey);

QByteArray toBytes(const SignedNote &note);
/// InvalidInput for anything that is not exactly the form (UTF-8, blank line, "— name base64").
[[nodiscard]] base::Result<SignedNote> noteFromBytes(const QByteArray &bytes, const QString &subject);

} // namespace shirushi::ledger
