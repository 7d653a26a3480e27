#include "label/hidden/pdfinterpreter.h"

namespace shirushi::label::hiddenpdf {

namespace {

constexpr std::size_t mostOperands = 100'000;
constexpr std::size_t deepestStates = 5'000;
constexpr int deepestForms = 12;
constexpr std::size_t longestForm = 32 << 20;

QPDFObjectHandle in(QPDFObjectHandle dictionary, const char *kind, const std::string &name)
{
    QPDFObjectHandle of = dictionary.getKeyIfDict(kind);
    return of.isDictionary() && !name.empty() ? of.getKey(name) : QPDFObjectHandle::newNull();
}

Matrix matrixOf(QPDFObjectHandle array)
{
    if (!array.isArray() || array.getArrayNItems() != 6)
        return {};
    const auto at = [&](int i) { return numberOf(array.getArrayItem(i)); };
    return {at(0), at(1), at(2), at(3), at(4), at(5)};
}

std::optional<Box> boxOf(QPDFObjectHandle array)
{
    if (!array.isArray() || array.getArrayNItems() != 4)
        return std::nullopt;
    const auto at = [&](int i) { return numberOf(array.getArrayItem(i)); };
    return Box{std::min(at(0), at(2)), std::min(at(1), at(3)), std::max(at(0), at(2)), std::max(at(1), at(3))};
}

bool isNamed(QPDFObjectHandle object, const char *name)
{
    return object.isName() && object.getName() == name;
}

bool isSomething(QPDFObjectHandle object)
{
    return !object.isNull() && !isNamed(object, "/None");
}

} // namespace

Interpreter::Interpreter(Workshop &workshop, Paint &paint) : m_workshop(workshop), m_paint(paint) {}

void Interpreter::paint(const std::string &content, QPDFObjectHandle resources)
{
    run(content, resources, 0);
    m_stack.clear();
    m_state = State();
    m_marked.clear();
    m_hiddenDepth = 0;
}

void Interpreter::run(const std::string &content, QPDFObjectHandle resources, int depth)
{
    Tokens tokens(content);
    m_operands.clear();
    for (;;) {
        const auto token = tokens.next();
        const auto type = token.getType();
        if (type == Tokens::Type::tt_eof)
            return;
        if (type == Tokens::Type::tt_word) {
            if (m_workshop.operators == 0) {
                m_workshop.isCut = true;
                return;
            }
            if (--m_workshop.operators % 512 == 0 && m_workshop.deadline.hasExpired())
                throw OutOfTime();
            carryOut(token.getValue(), resources, depth);
            m_operands.clear();
            continue;
        }
        if (m_operands.size() >= mostOperands) {
            m_workshop.isCut = true;
            continue;
        }
        if (type == Tokens::Type::tt_integer || type == Tokens::Type::tt_real) {
            const double number = std::strtod(token.getValue().c_str(), nullptr);
            m_operands.push_back({Operand::Number, std::isfinite(number) ? std::clamp(number, -1e7, 1e7) : 0, {}});
        } else if (type == Tokens::Type::tt_name) {
            m_operands.push_back({Operand::Name, 0, token.getValue()});
        } else if (type == Tokens::Type::tt_string) {
            m_operands.push_back({Operand::Text, 0, token.getValue()});
        } else {
            m_operands.push_back({});
        }
    }
}

void Interpreter::carryOut(const std::string &name, QPDFObjectHandle resources, int depth)
{
    if (name == "Do")
        object(resources, depth);
    else if (!path(name) && !text(name, resources) && !graphics(name, resources) && !colour(name))
        content(name, resources);
}

double Interpreter::number(std::size_t fromEnd) const
{
    if (fromEnd >= m_operands.size())
        return 0;
    const Operand &operand = m_operands[m_operands.size() - 1 - fromEnd];
    return operand.type == Operand::Number ? operand.number : 0;
}

std::string Interpreter::name() const
{
    return !m_operands.empty() && m_operands.back().type == Operand::Name ? m_operands.back().text : std::string();
}

bool Interpreter::graphics(const std::string &name, QPDFObjectHandle resources)
{
    if (name == "q") {
        if (m_stack.size() < deepestStates)
            m_stack.push_back(m_state);
        else
            m_workshop.isCut = true;
    } else if (name == "Q") {
        if (!m_stack.empty()) {
            m_state = std::move(m_stack.back());
            m_stack.pop_back();
        }
    } else if (name == "cm") {
        m_state.matrix = Matrix{number(5), number(4), number(3), number(2), number(1), number(0)}.then(m_state.matrix);
    } else if (name == "w") {
        m_state.lineWidth = number(0);
    } else if (name == "gs") {
        settings(in(resources, "/ExtGState", this->name()));
    } else if (name == "sh") {
        Area area = Area::ofBox(m_state.clip.meet(m_paint.page));
        cover(std::move(area), Cover::Kind::Fill, {0, 0, 0, false}, isOpaque(m_state.fillAlpha, {0, 0, 0, false}));
    } else {
        return false;
    }
    return true;
}

void Interpreter::settings(QPDFObjectHandle dictionary)
{
    if (!dictionary.isDictionary())
        return;
    m_state.fillAlpha = numberOf(dictionary.getKey("/ca"), m_state.fillAlpha);
    m_state.strokeAlpha = numberOf(dictionary.getKey("/CA"), m_state.strokeAlpha);
    m_state.lineWidth = numberOf(dictionary.getKey("/LW"), m_state.lineWidth);
    if (QPDFObjectHandle mask = dictionary.getKey("/SMask"); !mask.isNull())
        m_state.isMasked = isSomething(mask);
    QPDFObjectHandle mode = dictionary.getKey("/BM");
    if (mode.isArray() && mode.getArrayNItems() > 0)
        mode = mode.getArrayItem(0);
    if (mode.isName())
        m_state.isMultiplied = mode.getName() != "/Normal" && mode.getName() != "/Compatible";
    QPDFObjectHandle font = dictionary.getKey("/Font");
    if (font.isArray() && font.getArrayNItems() == 2)
        setFont(font.getArrayItem(0), numberOf(font.getArrayItem(1)));
}

// What is mixed with its ground hides it only where it is dark.
bool Interpreter::isOpaque(double alpha, const Colour &colour) const
{
    if (alpha * m_state.groupAlpha < 0.97 || m_state.isMasked)
        return false;
    return !m_state.isMultiplied || (colour.isKnown && colour.red + colour.green + colour.blue < 0.3);
}

bool Interpreter::colour(const std::string &name)
{
    const bool strokes = !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
    const bool sets = name == "g" || name == "G" || name == "rg" || name == "RG" || name == "k" || name == "K";
    const bool isGeneral = name == "sc" || name == "SC" || name == "scn" || name == "SCN";
    if (name == "cs" || name == "CS") {
        (strokes ? m_state.stroke : m_state.fill) = {};
        (strokes ? m_state.strokesSolidly : m_state.fillsSolidly) = this->name() != "/Pattern";
        return true;
    }
    if (!sets && !isGeneral)
        return false;
    Colour colour;
    const std::size_t count = m_operands.size();
    const bool isPattern = isGeneral && !this->name().empty();
    if (name == "g" || name == "G")
        colour = {number(0), number(0), number(0), true};
    else if (count == 3)
        colour = {number(2), number(1), number(0), true};
    else if (count == 4)
        colour = {(1 - number(3)) * (1 - number(0)), (1 - number(2)) * (1 - number(0)), (1 - number(1)) * (1 - number(0)), true};
    else
        colour.isKnown = false; // one number may be grey, or a share of any ink
    if (isPattern)
        colour.isKnown = false;
    (strokes ? m_state.stroke : m_state.fill) = colour;
    (strokes ? m_state.strokesSolidly : m_state.fillsSolidly) = !isPattern;
    return true;
}

bool Interpreter::content(const std::string &name, QPDFObjectHandle resources)
{
    if (name == "BMC" || name == "BDC") {
        bool isHidden = false;
        if (name == "BDC" && m_operands.size() == 2 && m_operands[0].text == "/OC")
            isHidden = m_workshop.layers.isHidden(in(resources, "/Properties", this->name()));
        if (m_marked.size() < deepestStates) {
            m_marked.push_back(isHidden);
            m_hiddenDepth += isHidden;
        }
    } else if (name == "EMC" && !m_marked.empty()) {
        m_hiddenDepth -= m_marked.back();
        m_marked.pop_back();
    } else if (name == "EI") {
        bool isMask = false;
        for (const Operand &operand : m_operands)
            isMask = isMask || operand.text == "/IM" || operand.text == "/ImageMask";
        picture(!isMask);
    }
    return true;
}

void Interpreter::object(QPDFObjectHandle resources, int depth)
{
    QPDFObjectHandle object = in(resources, "/XObject", name());
    if (!object.isStream())
        return;
    QPDFObjectHandle dictionary = object.getDict();
    const bool isHidden = m_workshop.layers.isHidden(dictionary.getKey("/OC"));
    m_hiddenDepth += isHidden;
    if (isNamed(dictionary.getKey("/Subtype"), "/Form")) {
        form(object, resources, depth + 1);
    } else {
        QPDFObjectHandle isMask = dictionary.getKey("/ImageMask");
        picture(!(isMask.isBool() && isMask.getBoolValue()) && dictionary.getKey("/SMask").isNull() && dictionary.getKey("/Mask").isNull());
    }
    m_hiddenDepth -= isHidden;
}

void Interpreter::form(QPDFObjectHandle form, QPDFObjectHandle resources, int depth)
{
    if (depth > deepestForms || m_workshop.forms == 0) {
        m_workshop.isCut = true;
        return;
    }
    --m_workshop.forms;
    QPDFObjectHandle dictionary = form.getDict();
    const State before = m_state;
    const std::size_t stack = m_stack.size();
    const auto marked = m_marked;
    const int hidden = m_hiddenDepth;
    m_state.matrix = matrixOf(dictionary.getKey("/Matrix")).then(m_state.matrix);
    if (const auto box = boxOf(dictionary.getKey("/BBox"))) {
        const Area area = Area::ofBox(*box, m_state.matrix);
        m_state.clip = m_state.clip.meet(area.box());
        m_state.isClipExact = m_state.isClipExact && area.isBox();
    }
    // A group is painted as a whole: how transparent, what is in it cannot change.
    m_state.groupAlpha *= m_state.fillAlpha;
    if (m_state.isMasked)
        m_state.groupAlpha = 0.5;
    QPDFObjectHandle own = dictionary.getKey("/Resources");
    run(dataOf(form, longestForm, m_workshop.deadline, m_workshop.isCut), own.isDictionary() ? own : resources, depth);
    m_state = before;
    m_stack.resize(std::min(stack, m_stack.size()));
    m_marked = marked;
    m_hiddenDepth = hidden;
}

void Interpreter::picture(bool isOpaque)
{
    cover(Area::ofBox({0, 0, 1, 1}, m_state.matrix), Cover::Kind::Picture, {0, 0, 0, false},
          isOpaque && this->isOpaque(m_state.fillAlpha, {0, 0, 0, false}));
}

void Interpreter::cover(Area area, Cover::Kind kind, const Colour &colour, bool isOpaque)
{
    if (isHiddenHere() || area.isEmpty())
        return;
    Cover cover;
    cover.box = area.box().meet(m_state.clip);
    cover.area = std::move(area);
    cover.kind = kind;
    cover.order = ++m_paint.order;
    cover.colour = colour;
    cover.isOpaque = isOpaque;
    cover.isExact = m_state.isClipExact;
    m_paint.add(std::move(cover));
}

// The appearance is laid into the annotation's rectangle (ISO 32000-1, 12.5.5, algorithm 8.1).
void Interpreter::annotation(QPDFObjectHandle annotation)
{
    constexpr int hiddenFlags = 2 | 32; // Hidden, NoView
    const auto flags = static_cast<int>(numberOf(annotation.getKey("/F")));
    QPDFObjectHandle subtype = annotation.getKey("/Subtype");
    const auto rectangle = boxOf(annotation.getKey("/Rect"));
    if ((flags & hiddenFlags) != 0 || isNamed(subtype, "/Popup") || !rectangle || m_workshop.layers.isHidden(annotation.getKey("/OC")))
        return;
    m_state = State();
    if (isNamed(subtype, "/Redact"))
        redaction(annotation);
    QPDFObjectHandle look = annotation.getKey("/AP").getKeyIfDict("/N");
    if (look.isDictionary()) {
        QPDFObjectHandle state = annotation.getKey("/AS");
        look = state.isName() ? look.getKey(state.getName()) : QPDFObjectHandle::newNull();
    }
    if (!look.isStream()) {
        QPDFObjectHandle interior = annotation.getKey(isNamed(subtype, "/FreeText") ? "/C" : "/IC");
        const bool fills = isNamed(subtype, "/Square") || isNamed(subtype, "/FreeText");
        if (fills && interior.isArray() && interior.getArrayNItems() > 0)
            cover(Area::ofBox(*rectangle), Cover::Kind::Fill, {0, 0, 0, false}, numberOf(annotation.getKey("/CA"), 1) > 0.97);
        return;
    }
    const auto box = boxOf(look.getDict().getKey("/BBox"));
    if (!box)
        return;
    const Box laid = Area::ofBox(*box, matrixOf(look.getDict().getKey("/Matrix"))).box();
    if (laid.width() <= 0 || laid.height() <= 0)
        return;
    const double across = rectangle->width() / laid.width();
    const double up = rectangle->height() / laid.height();
    m_state.matrix = {across, 0, 0, up, rectangle->left - laid.left * across, rectangle->bottom - laid.bottom * up};
    form(look, QPDFObjectHandle::newDictionary(), 1);
    m_state = State();
}

// A redaction that is only marked: what lies under it was meant to go, and is still there.
void Interpreter::redaction(QPDFObjectHandle annotation)
{
    QPDFObjectHandle corners = annotation.getKey("/QuadPoints");
    const int count = corners.isArray() ? std::min(corners.getArrayNItems(), 80'000) : 0;
    const Colour black;
    for (int i = 0; i + 7 < count; i += 8) {
        Box box{1e9, 1e9, -1e9, -1e9};
        for (int j = 0; j < 8; j += 2) {
            const double x = numberOf(corners.getArrayItem(i + j));
            const double y = numberOf(corners.getArrayItem(i + j + 1));
            box = {std::min(box.left, x), std::min(box.bottom, y), std::max(box.right, x), std::max(box.top, y)};
        }
        cover(Area::ofBox(box), Cover::Kind::Redaction, black, true);
    }
    if (const auto box = boxOf(annotation.getKey("/Rect")); count < 8 && box)
        cover(Area::ofBox(*box), Cover::Kind::Redaction, black, true);
}

} // namespace shirushi::label::hiddenpdf
