// Paths and how they are painted (ISO 32000-1, 8.5).
#include "label/hidden/pdfinterpreter.h"

namespace shirushi::label::hiddenpdf {

namespace {

constexpr std::size_t mostPathPoints = 200'000;
constexpr double widestPen = 3; // from this width on, points, a line is a bar that can cover

bool isOneOf(const std::string &name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [&](const char *one) { return name == one; });
}

} // namespace

void Interpreter::point(double x, double y, bool begins)
{
    m_at = {x, y};
    if (m_pathPoints >= mostPathPoints) {
        m_workshop.isCut = true;
        return;
    }
    ++m_pathPoints;
    if (begins || m_path.lines.empty())
        m_path.lines.emplace_back();
    m_path.lines.back().push_back(m_state.matrix.map(m_at));
}

// Four points of the curve stand for it.
void Interpreter::curve(Point one, Point two, Point end)
{
    const Point from = m_at;
    for (const double t : {0.25, 0.5, 0.75, 1.0}) {
        const double s = 1 - t;
        point(s * s * s * from.x + 3 * s * s * t * one.x + 3 * s * t * t * two.x + t * t * t * end.x,
              s * s * s * from.y + 3 * s * s * t * one.y + 3 * s * t * t * two.y + t * t * t * end.y, false);
    }
}

bool Interpreter::path(const std::string &name)
{
    const auto at = [this](std::size_t fromEnd) { return Point{number(fromEnd + 1), number(fromEnd)}; };
    if (name == "m" || name == "l") {
        point(number(1), number(0), name == "m");
    } else if (name == "c") {
        curve(at(4), at(2), at(0));
    } else if (name == "v") {
        curve(m_at, at(2), at(0));
    } else if (name == "y") {
        curve(at(2), at(0), at(0));
    } else if (name == "re") {
        const double x = number(3);
        const double y = number(2);
        point(x, y, true);
        point(x + number(1), y, false);
        point(x + number(1), y + number(0), false);
        point(x, y + number(0), false);
        m_at = {x, y};
    } else if (name == "h") {
        // Every line is closed where it is filled, and where it is stroked the last bar covers little.
    } else if (name == "W" || name == "W*") {
        m_clipping = name == "W*";
    } else if (isOneOf(name, {"f", "F", "f*", "B", "B*", "b", "b*"})) {
        fill(name.ends_with('*'));
        if (name[0] == 'B' || name[0] == 'b')
            stroke();
        endPath();
    } else if (isOneOf(name, {"S", "s"})) {
        stroke();
        endPath();
    } else if (name == "n") {
        endPath();
    } else {
        return false;
    }
    return true;
}

void Interpreter::fill(bool isEvenOdd)
{
    Area area = m_path;
    area.isEvenOdd = isEvenOdd;
    cover(std::move(area), Cover::Kind::Fill, m_state.fill, m_state.fillsSolidly && isOpaque(m_state.fillAlpha, m_state.fill));
}

void Interpreter::stroke()
{
    const double width = m_state.lineWidth * m_state.matrix.scale();
    if (width < widestPen)
        return;
    const bool opaque = m_state.strokesSolidly && isOpaque(m_state.strokeAlpha, m_state.stroke);
    for (const std::vector<Point> &line : m_path.lines) {
        for (std::size_t i = 1; i < line.size(); ++i)
            segment(line[i - 1], line[i], width / 2, opaque);
    }
}

void Interpreter::segment(Point from, Point to, double half, bool isOpaque)
{
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (!(length > 0))
        return;
    const double x = -(to.y - from.y) / length * half;
    const double y = (to.x - from.x) / length * half;
    Area area{{{{from.x + x, from.y + y}, {to.x + x, to.y + y}, {to.x - x, to.y - y}, {from.x - x, from.y - y}}}, false};
    cover(std::move(area), Cover::Kind::Fill, m_state.stroke, isOpaque);
}

void Interpreter::endPath()
{
    if (m_clipping) {
        m_path.isEvenOdd = *m_clipping;
        m_state.isClipExact = m_state.isClipExact && m_path.isBox();
        m_state.clip = m_state.clip.meet(m_path.box());
    }
    m_clipping.reset();
    m_path = {};
    m_pathPoints = 0;
}

} // namespace shirushi::label::hiddenpdf
