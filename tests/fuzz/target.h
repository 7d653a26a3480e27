// What a fuzz target is: a program of its own for one parser of bytes that others wrote. It is built in two ways,
// under the small driver here (standalone.cpp) with any compiler, or under libFuzzer (libfuzzer.cpp).
#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shirushi::fuzz {

/// Sound inputs to begin with, made anew each time; each target has its own.
std::vector<QByteArray> seeds();

/// Words of the format, which are put into inputs now and then.
std::vector<QByteArray> words();

/// Ends the program with `what` where a promise is broken: for the fuzzer that is a crash like any other.
void demand(bool holds, const char *what);

/// At most `count` files of the corpus that match `patterns` and have at most `longest` bytes, in the order of
/// their paths; none where the corpus is not there.
std::vector<QByteArray> corpusFiles(const QStringList &patterns, qint64 longest, std::size_t count);

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
