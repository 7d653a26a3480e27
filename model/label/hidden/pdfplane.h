// The plane of a page: points, matrices and areas in the page's own units. Values; any thread.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace shirushi::label::hiddenpdf {

struct Point {
    double x = 0;
    double y = 0;
};

struct Matrix {
    double a = 1;
    double b = 0;
    double c = 0;
    double d = 1;
    double e = 0;
    double f = 0;

    Point map(Point point) const { return {a * point.x + c * point.y + e, b * point.x + d * point.y + f}; }
    /// This one first, then `next`.
    Matrix then(const Matrix &next) const
    {
        return {a * next.a + b * next.c,          a * next.b + b * next.d,          c * next.a + d * next.c,
                c * next.b + d * next.d,          e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
    }
    /// By how much a length grows.
    double scale() const { return std::sqrt(std::abs(a * d - b * c)); }
};

struct Box {
    double left = -1e9;
    double bottom = -1e9;
    double right = 1e9;
    double top = 1e9;

    bool contains(Point point) const
    {
        return point.x >= left && point.x <= right && point.y >= bottom && point.y <= top;
    }
    Box meet(const Box &other) const
    {
        return {std::max(left, other.left), std::max(bottom, other.bottom), std::min(right, other.right),
                std::min(top, other.top)};
    }
    double width() const { return std::max(0.0, right - left); }
    double height() const { return std::max(0.0, top - bottom); }
};

/// Closed lines; what is inside goes by the rule they are filled with.
struct Area {
    std::vector<std::vector<Point>> lines;
    bool isEvenOdd = false;

    bool isEmpty() const { return lines.empty(); }
    Box box() const;
    bool contains(Point point) const;
    /// One rectangle that stands upright: its box is all of it.
    bool isBox() const;
    static Area ofBox(const Box &box, const Matrix &matrix = {});
};

} // namespace shirushi::label::hiddenpdf
