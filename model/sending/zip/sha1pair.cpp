#include "sending/zip/sha1pair.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace shirushi::sending::zip {

#if defined(__x86_64__) && defined(__GNUC__)

#define SHIRUSHI_SHA __attribute__((target("sha,sse4.1"), always_inline)) inline

namespace {

// Words a, b, c, d from the highest down, as the instructions want them, and e by itself, likewise.
struct State {
    __m128i abcd;
    __m128i e;
};

struct Lane {
    __m128i abcd;
    __m128i e;       // of this group of four rounds
    __m128i next;    // a of before them, from which the next group's e comes
    __m128i words[4]; // of the schedule
};

SHIRUSHI_SHA State load(const Sha1Words &words)
{
    const auto signedWord = [&](std::size_t at) { return static_cast<int>(words[at]); };
    return {_mm_set_epi32(signedWord(0), signedWord(1), signedWord(2), signedWord(3)), _mm_set_epi32(signedWord(4), 0, 0, 0)};
}

SHIRUSHI_SHA void store(const State &state, Sha1Words &words)
{
    words = {static_cast<std::uint32_t>(_mm_extract_epi32(state.abcd, 3)), static_cast<std::uint32_t>(_mm_extract_epi32(state.abcd, 2)),
             static_cast<std::uint32_t>(_mm_extract_epi32(state.abcd, 1)), static_cast<std::uint32_t>(_mm_extract_epi32(state.abcd, 0)),
             static_cast<std::uint32_t>(_mm_extract_epi32(state.e, 3))};
}

// The block behind a key's: 20 bytes of digest, the padding, and its length of 84 bytes in bits.
SHIRUSHI_SHA Lane begin(const State &key, const State &digest)
{
    constexpr int padding = static_cast<int>(0x8000'0000U);
    constexpr int bits = 84 * 8;
    Lane lane;
    lane.abcd = key.abcd;
    lane.e = key.e;
    lane.next = _mm_setzero_si128();
    lane.words[0] = digest.abcd;
    lane.words[1] = _mm_or_si128(digest.e, _mm_set_epi32(0, padding, 0, 0));
    lane.words[2] = _mm_setzero_si128();
    lane.words[3] = _mm_set_epi32(0, 0, 0, bits);
    return lane;
}

// Four rounds, and the schedule's words for four groups later.
template <int group>
SHIRUSHI_SHA void step(Lane &lane)
{
    __m128i &words = lane.words[group % 4];
    if constexpr (group == 0)
        lane.e = _mm_add_epi32(lane.e, words);
    else
        lane.e = _mm_sha1nexte_epu32(lane.next, words);
    lane.next = lane.abcd;
    lane.abcd = _mm_sha1rnds4_epu32(lane.abcd, lane.e, group / 5);
    if constexpr (group < 16) {
        const __m128i mixed = _mm_xor_si128(_mm_sha1msg1_epu32(words, lane.words[(group + 1) % 4]), lane.words[(group + 2) % 4]);
        words = _mm_sha1msg2_epu32(mixed, lane.words[(group + 3) % 4]);
    }
}

template <int group>
SHIRUSHI_SHA void stepBoth(Lane &one, Lane &other)
{
    if constexpr (group < 20) {
        step<group>(one);
        step<group>(other);
        stepBoth<group + 1>(one, other);
    }
}

SHIRUSHI_SHA State end(const Lane &lane, const State &key)
{
    return {_mm_add_epi32(lane.abcd, key.abcd), _mm_sha1nexte_epu32(lane.next, key.e)};
}

SHIRUSHI_SHA void transformBoth(const State &key, State &one, State &other)
{
    Lane first = begin(key, one);
    Lane second = begin(key, other);
    stepBoth<0>(first, second);
    one = end(first, key);
    other = end(second, key);
}

SHIRUSHI_SHA void mix(State &sum, const State &digest)
{
    sum.abcd = _mm_xor_si128(sum.abcd, digest.abcd);
    sum.e = _mm_xor_si128(sum.e, digest.e);
}

} // namespace

bool hasSha1Pairs()
{
    static const bool has = [] {
        unsigned a = 0;
        unsigned b = 0;
        unsigned c = 0;
        unsigned d = 0;
        const bool hasSse41 = __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_SSE4_1) != 0;
        return hasSse41 && __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
    }();
    return has;
}

__attribute__((target("sha,sse4.1"))) void goOn(const Sha1Words &inner, const Sha1Words &outer, Sha1Chain &one, Sha1Chain &other,
                                                int rounds)
{
    const State in = load(inner);
    const State out = load(outer);
    State first = load(one.last);
    State second = load(other.last);
    State firstSum = load(one.sum);
    State secondSum = load(other.sum);
    for (int round = 0; round < rounds; ++round) {
        transformBoth(in, first, second);
        transformBoth(out, first, second);
        mix(firstSum, first);
        mix(secondSum, second);
    }
    store(first, one.last);
    store(second, other.last);
    store(firstSum, one.sum);
    store(secondSum, other.sum);
}

#undef SHIRUSHI_SHA

#else

bool hasSha1Pairs()
{
    return false;
}

void goOn(const Sha1Words &, const Sha1Words &, Sha1Chain &, Sha1Chain &, int) {}

#endif

} // namespace shirushi::sending::zip
