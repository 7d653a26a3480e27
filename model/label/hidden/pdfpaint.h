// What a page of a PDF paints, in its order: letters with their place, and what covers them. Made by the interpreter,
// judged by covered(). Bounded: what passes the bounds is dropped, and isCut says so. One thread.
#pragma once

#include "label/hidden/pdfplane.h"

#include <QString>

#include <optional>

namespace shirushi::label::hiddenpdf {

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
    bool isKnown = true;

    bool isNear(const Colour &other) const
    {
        return isKnown && other.isKnown && std::abs(red - other.red) < 0.04 && std::abs(green - other.green) < 0.04
               && std::abs(blue - other.blue) < 0.04;
    }
};

struct Letter {
    QString text; // empty: nobody knows which character it is
    Matrix place; // of the unit square that the letter fills: as wide as it is, as high as its size
    int order = 0;
    Colour colour;
    bool isUnpainted = false;   // rendering mode 3 or 7, or fully transparent
    bool isInHiddenLayer = false;
    bool isClippedAway = false;

    Point at(double x, double y) const { return place.map({x, y}); }
    Point middle() const { return at(0.5, 0.35); }
    double size() const { return std::hypot(place.c, place.d); }
};

struct Cover {
    enum class Kind { Fill, Picture, Redaction };

    Area area;
    Box box;           // of what the clipping leaves of it
    Kind kind = Kind::Fill;
    int order = 0;
    Colour colour;
    bool isOpaque = true;
    bool isExact = true; // false: it was clipped by something that is not a rectangle

    bool contains(Point point) const { return box.contains(point) && area.contains(point); }
};

struct Paint {
    static constexpr std::size_t mostLetters = 300'000;
    static constexpr std::size_t mostCovers = 60'000;
    static constexpr std::size_t mostPoints = 1'500'000;

    Box page;
    std::vector<Letter> letters;
    std::vector<Cover> covers;
    std::size_t points = 0;
    int order = 0;
    bool isCut = false;

    void add(Letter letter);
    void add(Cover cover);
};

enum class Fate { Seen, Covered, CoveredByPicture, Unpainted, SameColour, Tiny, Outside, HiddenLayer };

/// What becomes of each letter of the page, in their order. `budget` is how many places may still be compared; it
/// is used up, and what is left then counts as seen (isCut).
std::vector<Fate> fates(Paint &paint, std::size_t &budget);

} // namespace shirushi::label::hiddenpdf
