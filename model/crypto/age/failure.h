// How reading an age file can end otherwise than well. The kinds are the outcomes of the C2SP test suite and are
// for programs and tests; people are told no more than an attacker may know: that the form is wrong, or that
// key and content do not go together (a wrong key and a changed byte give the same sentence).
#pragma once

#include "base/result.h"

namespace shirushi::crypto::age {

enum class Failure {
    Armor,   // the text form (RFC 7468, strict) is not well formed
    Header,  // the header is not well formed, or ends too early
    NoMatch, // none of the keys and passwords opens it
    Mac,     // the header was changed
    Payload, // the content was changed, or ends too early
    Other,   // nothing to do with the format: reading, writing, cancelled
};

/// A base::Error with the kind; it goes wherever a base::Error does.
struct Error : base::Error {
    Error(base::Error error, Failure kind = Failure::Other) : base::Error(std::move(error)), failure(kind) {}
    Failure failure;
};

template <typename T>
using Result = std::expected<T, Error>;

/// The error of this kind about `subject`: Damaged for Armor and Header, WrongPassword for the three that depend
/// on the key.
std::unexpected<Error> fail(Failure kind, const QString &subject);

/// The password's derivation asks for more than is allowed: a header failure.
std::unexpected<Error> failTooCostly(const QString &subject);

std::unexpected<Error> failRefused();

} // namespace shirushi::crypto::age
