// Passwords of parcels: made here, read out on the telephone, typed back. ASCII, in one case, from 32 characters of
// which none looks like another (Crockford's base32: no I, L, O, U). Any thread.
#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <QString>

#include <optional>

namespace shirushi::sending {

/// Bits that a made password holds: WinZip's derivation costs an attacker little, so that the password carries it.
inline constexpr int madePasswordBits = 80;

/// Sixteen random characters in groups of four, and one that checks them: 2H7K-9QWM-….
[[nodiscard]] base::Result<base::SecretBytes> makePassword();

/// A made password that somebody typed, in its own form: spaces, hyphens, case and width do not matter. Nothing where
/// a character does not belong, the length is another, or the check character says no; the text may then still be a
/// password of somebody's own choice.
std::optional<base::SecretBytes> madePasswordFrom(const QString &typed);

/// The bytes of what somebody typed to open a parcel: a made password in its own form, everything else as it stands.
base::SecretBytes passwordFromTyped(const QString &typed);

/// Why a password may not lock a parcel, a sentence; empty: it may. Refused are an empty one, characters beyond ASCII
/// (the recipient's program may turn them into other bytes), fewer than twelve characters, and what others try first.
QString passwordProblem(const base::SecretBytes &password);

} // namespace shirushi::sending
