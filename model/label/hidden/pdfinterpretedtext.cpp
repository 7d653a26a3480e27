// Text: where each letter comes to stand (ISO 32000-1, 9.3 and 9.4).
#include "label/hidden/pdfinterpreter.h"

namespace shirushi::label::hiddenpdf {

namespace {

constexpr std::size_t mostFonts = 2'000;

bool isInvisible(int mode)
{
    return mode == 3 || mode == 7;
}

} // namespace

void Interpreter::setFont(QPDFObjectHandle font, double size)
{
    m_state.size = size;
    if (!font.isDictionary()) {
        m_state.font.reset();
        return;
    }
    auto &known = m_workshop.fonts[font.getObjGen()];
    const bool isIndirect = font.isIndirect();
    if (isIndirect && known) {
        m_state.font = known;
        return;
    }
    m_state.font = std::make_shared<const Font>(font, m_workshop.deadline);
    if (isIndirect && m_workshop.fonts.size() <= mostFonts)
        known = m_state.font;
}

bool Interpreter::text(const std::string &name, QPDFObjectHandle resources)
{
    if (name == "Tj" || name == "'" || name == "\"") {
        if (name == "\"" && m_operands.size() >= 3) {
            m_state.wordSpace = number(2);
            m_state.characterSpace = number(1);
        }
        if (name != "Tj")
            moveText(0, -m_state.leading);
        if (!m_operands.empty() && m_operands.back().type == Operand::Text)
            show(m_operands.back().text);
    } else if (name == "TJ") {
        showArray();
    } else if (name == "BT") {
        m_textMatrix = m_lineMatrix = {};
    } else if (name == "Tm") {
        m_textMatrix = m_lineMatrix = {number(5), number(4), number(3), number(2), number(1), number(0)};
    } else if (name == "Td" || name == "TD") {
        if (name == "TD")
            m_state.leading = -number(0);
        moveText(number(1), number(0));
    } else if (name == "T*") {
        moveText(0, -m_state.leading);
    } else if (name == "Tf") {
        const std::string font = m_operands.size() >= 2 ? m_operands[m_operands.size() - 2].text : std::string();
        QPDFObjectHandle fonts = resources.getKeyIfDict("/Font");
        setFont(fonts.isDictionary() && !font.empty() ? fonts.getKey(font) : QPDFObjectHandle::newNull(), number(0));
    } else if (name == "Tc") {
        m_state.characterSpace = number(0);
    } else if (name == "Tw") {
        m_state.wordSpace = number(0);
    } else if (name == "Tz") {
        m_state.stretch = number(0) / 100;
    } else if (name == "TL") {
        m_state.leading = number(0);
    } else if (name == "Ts") {
        m_state.rise = number(0);
    } else if (name == "Tr") {
        m_state.mode = static_cast<int>(number(0));
    } else {
        return name == "ET";
    }
    return true;
}

void Interpreter::moveText(double x, double y)
{
    m_lineMatrix = Matrix{1, 0, 0, 1, x, y}.then(m_lineMatrix);
    m_textMatrix = m_lineMatrix;
}

void Interpreter::showArray()
{
    const auto operands = std::move(m_operands);
    m_operands.clear();
    const bool isVertical = m_state.font && m_state.font->isVertical();
    for (const Operand &operand : operands) {
        if (operand.type == Operand::Text) {
            show(operand.text);
        } else if (operand.type == Operand::Number) {
            const double back = -operand.number / 1000 * m_state.size;
            m_textMatrix = (isVertical ? Matrix{1, 0, 0, 1, 0, back} : Matrix{1, 0, 0, 1, back * m_state.stretch, 0}).then(m_textMatrix);
        }
    }
}

void Interpreter::show(const std::string &bytes)
{
    if (!m_state.font)
        return;
    const bool isVertical = m_state.font->isVertical();
    const bool fills = m_state.mode % 4 == 0 || m_state.mode % 4 == 2;
    const double alpha = (fills ? m_state.fillAlpha : m_state.strokeAlpha) * m_state.groupAlpha;
    for (const ShownLetter &shown : m_state.font->letters(bytes)) {
        const double width = shown.width * m_state.size * m_state.stretch;
        const double space = m_state.characterSpace + (shown.isBlank ? m_state.wordSpace : 0);
        // Upright letters hang with their middle on the line, and the next one stands below.
        const Matrix letter = isVertical ? Matrix{m_state.size, 0, 0, m_state.size, -m_state.size / 2, m_state.rise - m_state.size * 0.88}
                                         : Matrix{width, 0, 0, m_state.size, 0, m_state.rise};
        Letter placed;
        placed.text = shown.text;
        placed.place = letter.then(m_textMatrix).then(m_state.matrix);
        placed.order = ++m_paint.order;
        placed.colour = !fills ? m_state.stroke : m_state.fillsSolidly ? m_state.fill : Colour{0, 0, 0, false};
        placed.isUnpainted = isInvisible(m_state.mode) || alpha < 0.03;
        placed.isInHiddenLayer = isHiddenHere();
        placed.isClippedAway = !m_state.clip.contains(placed.middle());
        m_paint.add(std::move(placed));
        m_textMatrix = (isVertical ? Matrix{1, 0, 0, 1, 0, -m_state.size + space} : Matrix{1, 0, 0, 1, width + space * m_state.stretch, 0})
                           .then(m_textMatrix);
    }
}

} // namespace shirushi::label::hiddenpdf
