// FlateDecode with its predictors (ISO 32000-1, 7.4.4), bounded. Pure functions, any thread.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <expected>

namespace shirushi::label {

enum class FlateError { Damaged, TooLarge };

/// zlib data expanded to at most `limit` bytes. What follows its end is ignored, as every reader does.
std::expected<QByteArray, FlateError> inflated(const QByteArray &data, std::uint64_t limit);
QByteArray deflated(const QByteArray &data);

/// Undoes the PNG predictors on rows of `columns` bytes; nothing if the rows do not come out even.
std::expected<QByteArray, FlateError> withoutPngPredictor(const QByteArray &data, std::uint64_t columns);

} // namespace shirushi::label
