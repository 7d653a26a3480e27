#include "label/hidden/pdfpaint.h"

#include <array>

namespace shirushi::label::hiddenpdf {

namespace {

constexpr double leastCover = 0.8; // side of what can cover a letter, points
constexpr double tinySize = 1.0;   // points
constexpr double pictureOfPage = 0.6; // share of the page from which a picture is a scan of it

constexpr Colour white{1, 1, 1, true};

// Covers by the cells of a grid over the page, so that a letter is compared with few of them.
class Grid
{
public:
    static constexpr int cells = 24;

    explicit Grid(const Paint &paint) : m_page(paint.page)
    {
        for (std::size_t i = 0; i < paint.covers.size(); ++i) {
            const Box &box = paint.covers[i].box;
            for (int column = columnOf(box.left); column <= columnOf(box.right); ++column) {
                for (int row = rowOf(box.bottom); row <= rowOf(box.top); ++row)
                    m_lists[index(column, row)].push_back(i);
            }
        }
    }

    /// Indexes into the covers, in their order.
    const std::vector<std::size_t> &at(Point point) const { return m_lists[index(columnOf(point.x), rowOf(point.y))]; }

private:
    static int cell(double at, double from, double length)
    {
        const double share = length > 0 ? (at - from) / length : 0;
        return static_cast<int>(std::clamp(share * cells, 0.0, cells - 1.0));
    }
    int columnOf(double x) const { return cell(x, m_page.left, m_page.width()); }
    int rowOf(double y) const { return cell(y, m_page.bottom, m_page.height()); }
    static std::size_t index(int column, int row) { return static_cast<std::size_t>(row * cells + column); }

    Box m_page;
    std::array<std::vector<std::size_t>, cells * cells> m_lists;
};

class Judge
{
public:
    Judge(const Paint &paint, std::size_t &budget) : m_paint(paint), m_grid(paint), m_budget(budget) {}

    Fate fateOf(const Letter &letter)
    {
        if (letter.isInHiddenLayer)
            return Fate::HiddenLayer;
        if (letter.isClippedAway || !m_paint.page.contains(letter.middle()))
            return Fate::Outside;
        if (const Fate fate = coverOf(letter); fate == Fate::Covered || (fate == Fate::CoveredByPicture && !letter.isUnpainted))
            return fate;
        // Invisible text over a picture is what a scanner read in it.
        if (letter.isUnpainted)
            return isOverPicture(letter.middle()) ? Fate::Seen : Fate::Unpainted;
        if (letter.size() < tinySize)
            return Fate::Tiny;
        const auto ground = groundOf(letter);
        return ground && letter.colour.isNear(*ground) ? Fate::SameColour : Fate::Seen;
    }

private:
    bool isScan(const Cover &cover) const
    {
        return cover.kind == Cover::Kind::Picture
               && cover.box.width() * cover.box.height() > pictureOfPage * m_paint.page.width() * m_paint.page.height();
    }

    // The middle and four points around it: what only strikes a letter through does not cover it.
    Fate coverOf(const Letter &letter)
    {
        static constexpr std::array<Point, 5> places{{{0.5, 0.35}, {0.2, 0.1}, {0.8, 0.1}, {0.2, 0.6}, {0.8, 0.6}}};
        bool byPicture = false;
        for (const Point &place : places) {
            const Fate fate = coverAt(letter.at(place.x, place.y), letter.order);
            if (fate == Fate::Seen)
                return Fate::Seen;
            byPicture = byPicture || fate == Fate::CoveredByPicture;
        }
        return byPicture ? Fate::CoveredByPicture : Fate::Covered;
    }

    bool spend()
    {
        if (m_budget == 0)
            return false;
        --m_budget;
        return true;
    }

    Fate coverAt(Point point, int order)
    {
        Fate fate = Fate::Seen;
        const auto &list = m_grid.at(point);
        for (auto index = list.rbegin(); index != list.rend() && spend(); ++index) {
            const Cover &cover = m_paint.covers[*index];
            if (cover.order < order && cover.kind != Cover::Kind::Redaction)
                break;
            if (!cover.isOpaque || isScan(cover) || !covers(cover, point))
                continue;
            if (cover.kind != Cover::Kind::Picture && cover.isExact)
                return Fate::Covered;
            fate = Fate::CoveredByPicture;
        }
        return fate;
    }

    bool covers(const Cover &cover, Point point)
    {
        std::size_t points = 0;
        for (const auto &line : cover.area.lines)
            points += line.size();
        m_budget -= std::min(m_budget, points / 16);
        return cover.contains(point);
    }

    bool isOverPicture(Point point)
    {
        for (const std::size_t index : m_grid.at(point)) {
            if (!spend())
                return true;
            const Cover &cover = m_paint.covers[index];
            if (cover.kind == Cover::Kind::Picture && covers(cover, point))
                return true;
        }
        return false;
    }

    // The colour behind the letter; nothing where it cannot be told.
    std::optional<Colour> groundOf(const Letter &letter)
    {
        if (!letter.colour.isKnown)
            return std::nullopt;
        const Point point = letter.middle();
        const auto &list = m_grid.at(point);
        for (auto index = list.rbegin(); index != list.rend(); ++index) {
            if (!spend())
                return std::nullopt;
            const Cover &cover = m_paint.covers[*index];
            if (cover.order > letter.order || cover.kind == Cover::Kind::Redaction || !covers(cover, point))
                continue;
            if (!cover.isOpaque || !cover.isExact || cover.kind == Cover::Kind::Picture)
                return std::nullopt;
            return cover.colour;
        }
        return white;
    }

    const Paint &m_paint;
    Grid m_grid;
    std::size_t &m_budget;
};

bool isFinite(const Matrix &matrix)
{
    for (const double number : {matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f}) {
        if (!(std::abs(number) < 1e7))
            return false;
    }
    return true;
}

} // namespace

void Paint::add(Letter letter)
{
    if (letters.size() >= mostLetters) {
        isCut = true;
        return;
    }
    if (isFinite(letter.place))
        letters.push_back(std::move(letter));
}

void Paint::add(Cover cover)
{
    if (!(cover.box.width() >= leastCover) || !(cover.box.height() >= leastCover))
        return;
    std::size_t count = 0;
    for (const auto &line : cover.area.lines)
        count += line.size();
    if (covers.size() >= mostCovers || points + count > mostPoints) {
        isCut = true;
        return;
    }
    points += count;
    covers.push_back(std::move(cover));
}

std::vector<Fate> fates(Paint &paint, std::size_t &budget)
{
    std::vector<Fate> all;
    all.reserve(paint.letters.size());
    Judge judge(paint, budget);
    for (const Letter &letter : paint.letters)
        all.push_back(budget > 0 ? judge.fateOf(letter) : Fate::Seen);
    paint.isCut = paint.isCut || budget == 0;
    return all;
}

} // namespace shirushi::label::hiddenpdf
