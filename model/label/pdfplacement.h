// Where a mark stands on a page: geometry alone. Pure functions, any thread.
#pragma once

#include <QByteArray>

#include <array>
#include <optional>

namespace shirushi::label {

struct PdfPageFrame {
    std::array<double, 4> box = {}; // what is seen of the page: left, bottom, right, top, in its own units
    int rotate = 0;                 // clockwise, a multiple of 90
    double unit = 1;                // points a unit (UserUnit)
};

/// The matrix (six numbers) that sets a form of `width` × `height` points at the top right of the page as it
/// is seen; made smaller on a page too narrow for it. Nothing: the page has no place for it.
std::optional<QByteArray> placeAtTopRight(const PdfPageFrame &frame, double width, double height);

} // namespace shirushi::label
