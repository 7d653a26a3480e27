#include "label/pdfplacement.h"

#include "label/pdfsyntax.h"

#include <algorithm>
#include <cmath>

namespace shirushi::label {

std::optional<QByteArray> placeAtTopRight(const PdfPageFrame &frame, double width, double height)
{
    constexpr double right = 28.35;
    constexpr double top = 17;
    constexpr double smallestScale = 0.25;
    const auto [x0, y0, x1, y1] = frame.box;
    const bool sideways = frame.rotate % 180 != 0;
    const double seenWidth = (sideways ? y1 - y0 : x1 - x0) * frame.unit;
    const double seenHeight = (sideways ? x1 - x0 : y1 - y0) * frame.unit;
    const double margin = std::min(right, seenWidth / 20);
    const double fromTop = std::min(top, seenHeight / 40);
    const double fit = std::min({1.0, (seenWidth - 2 * margin) / width, (seenHeight - 2 * fromTop) / height});
    if (!std::isfinite(fit) || fit < smallestScale)
        return std::nullopt;
    const double scale = fit / frame.unit;
    // From the lower left corner of the page as it is seen, in its own units.
    const double u = (seenWidth - margin) / frame.unit - width * scale;
    const double v = (seenHeight - fromTop) / frame.unit - height * scale;
    std::array<double, 6> matrix;
    switch (frame.rotate) {
    case 90:
        matrix = {0, scale, -scale, 0, x1 - v, y0 + u};
        break;
    case 180:
        matrix = {-scale, 0, 0, -scale, x1 - u, y1 - v};
        break;
    case 270:
        matrix = {0, -scale, scale, 0, x0 + v, y1 - u};
        break;
    default:
        matrix = {scale, 0, 0, scale, x0 + u, y0 + v};
        break;
    }
    QByteArray text;
    for (const double number : matrix)
        text += toPdfNumber(number) + ' ';
    return text.trimmed();
}

} // namespace shirushi::label
