// The interpreter: goes through what a page paints and notes letters and covers (pdfpaint.h). It knows the graphics
// state, paths, text and forms; of shadings and patterns only that they cover. Throws as qpdf does. One thread.
#pragma once

#include "label/hidden/pdffont.h"
#include "label/hidden/pdflayers.h"
#include "label/hidden/pdfpaint.h"

#include <memory>

namespace shirushi::label::hiddenpdf {

/// What the pages of one file share.
struct Workshop {
    const Layers &layers;
    QDeadlineTimer deadline;
    std::map<QPDFObjGen, std::shared_ptr<const Font>> fonts = {};
    std::size_t forms = 50'000;          // how many may still be painted
    std::size_t operators = 20'000'000;  // how many may still be carried out
    bool isCut = false;                  // something was left out
};

class Interpreter
{
public:
    Interpreter(Workshop &workshop, Paint &paint);

    void paint(const std::string &content, QPDFObjectHandle resources);
    /// An annotation's appearance, and what it covers.
    void annotation(QPDFObjectHandle annotation);

private:
    struct Operand {
        enum Type { Number, Name, Text, Mark } type = Mark; // Mark: begins or ends an array, or anything else
        double number = 0;
        std::string text = {};
    };
    struct State {
        Matrix matrix;
        Box clip;
        bool isClipExact = true;
        Colour fill;
        Colour stroke;
        bool fillsSolidly = true;   // no pattern
        bool strokesSolidly = true;
        double fillAlpha = 1;
        double strokeAlpha = 1;
        double groupAlpha = 1;
        bool isMasked = false;
        bool isMultiplied = false;
        double lineWidth = 1;
        std::shared_ptr<const Font> font;
        double size = 0;
        double characterSpace = 0;
        double wordSpace = 0;
        double stretch = 1;
        double leading = 0;
        double rise = 0;
        int mode = 0;
    };

    void run(const std::string &content, QPDFObjectHandle resources, int depth);
    void carryOut(const std::string &name, QPDFObjectHandle resources, int depth);
    bool graphics(const std::string &name, QPDFObjectHandle resources);
    bool path(const std::string &name);
    bool colour(const std::string &name);
    bool text(const std::string &name, QPDFObjectHandle resources);
    bool content(const std::string &name, QPDFObjectHandle resources);

    void object(QPDFObjectHandle resources, int depth);
    void form(QPDFObjectHandle form, QPDFObjectHandle resources, int depth);
    void picture(bool isOpaque);
    void settings(QPDFObjectHandle dictionary);
    void redaction(QPDFObjectHandle annotation);
    void setFont(QPDFObjectHandle font, double size);

    void show(const std::string &bytes);
    void showArray();
    void moveText(double x, double y);
    void fill(bool isEvenOdd);
    void stroke();
    void endPath();
    void cover(Area area, Cover::Kind kind, const Colour &colour, bool isOpaque);
    void segment(Point from, Point to, double half, bool isOpaque);
    bool isOpaque(double alpha, const Colour &colour) const;

    double number(std::size_t fromEnd) const;
    std::string name() const;
    void point(double x, double y, bool begins);
    void curve(Point one, Point two, Point end);
    bool isHiddenHere() const { return m_hiddenDepth > 0; }

    Workshop &m_workshop;
    Paint &m_paint;
    State m_state;
    std::vector<State> m_stack;
    std::vector<Operand> m_operands;
    Area m_path;
    Point m_at; // in the path's own units, before the matrix
    std::optional<bool> m_clipping; // with the even-odd rule?
    std::size_t m_pathPoints = 0;
    Matrix m_textMatrix;
    Matrix m_lineMatrix;
    std::vector<bool> m_marked; // of the marked content that is open: is it hidden?
    int m_hiddenDepth = 0;
};

} // namespace shirushi::label::hiddenpdf
