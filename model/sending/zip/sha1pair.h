// Two chains of PBKDF2-HMAC-SHA1 (RFC 8018) side by side in the processor's own SHA instructions: each waits for its
// last round most of the time, so that a second one costs next to nothing. An archive of many small files is hardly
// anything but this. Pure functions; any thread.
#pragma once

#include <array>
#include <cstdint>

namespace shirushi::sending::zip {

/// SHA-1's chaining value (FIPS 180-4, 6.1.1), h0 first.
using Sha1Words = std::array<std::uint32_t, 5>;

/// Whether this processor has the instructions.
bool hasSha1Pairs();

/// A chain: its last digest U, and the sum T of all of them.
struct Sha1Chain {
    Sha1Words last;
    Sha1Words sum;
};

/// `rounds` further rounds of both. `inner` and `outer` are the states behind the key's block. Only where hasSha1Pairs().
void goOn(const Sha1Words &inner, const Sha1Words &outer, Sha1Chain &one, Sha1Chain &other, int rounds);

} // namespace shirushi::sending::zip
