#include "label/hidden/pdfplane.h"

namespace shirushi::label::hiddenpdf {

Box Area::box() const
{
    Box box{1e9, 1e9, -1e9, -1e9};
    for (const std::vector<Point> &line : lines) {
        for (const Point &point : line) {
            box.left = std::min(box.left, point.x);
            box.right = std::max(box.right, point.x);
            box.bottom = std::min(box.bottom, point.y);
            box.top = std::max(box.top, point.y);
        }
    }
    return box;
}

// How often a ray to the right is crossed, and in which direction (ISO 32000-1, 8.5.3.3).
bool Area::contains(Point point) const
{
    int crossings = 0;
    int winding = 0;
    for (const std::vector<Point> &line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const Point &from = line[i];
            const Point &to = line[(i + 1) % line.size()];
            if ((from.y <= point.y) == (to.y <= point.y))
                continue;
            if (from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x) < point.x)
                continue;
            ++crossings;
            winding += to.y > from.y ? 1 : -1;
        }
    }
    return isEvenOdd ? crossings % 2 == 1 : winding != 0;
}

bool Area::isBox() const
{
    if (lines.size() != 1 || lines.front().size() < 4 || lines.front().size() > 6)
        return false;
    const Box around = box();
    const double slack = 0.01 + 1e-4 * (around.width() + around.height());
    const auto near = [slack](double one, double other) { return std::abs(one - other) <= slack; };
    return std::all_of(lines.front().begin(), lines.front().end(), [&](const Point &point) {
        return (near(point.x, around.left) || near(point.x, around.right))
               && (near(point.y, around.bottom) || near(point.y, around.top));
    });
}

Area Area::ofBox(const Box &box, const Matrix &matrix)
{
    return {{{matrix.map({box.left, box.bottom}), matrix.map({box.right, box.bottom}), matrix.map({box.right, box.top}),
              matrix.map({box.left, box.top})}},
            false};
}

} // namespace shirushi::label::hiddenpdf
