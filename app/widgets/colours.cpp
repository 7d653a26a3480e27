#include "widgets/colours.h"

#include <algorithm>
#include <cmath>

namespace shirushi::widgets {

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

constexpr InkPair pairs[] = {
    {Ink::Text, Ink::Ground, 4.5},       {Ink::Text, Ink::Soft, 4.5},
    {Ink::Text, Ink::Rail, 4.5},         {Ink::Text, Ink::ActionGround, 4.5},
    {Ink::Text, Ink::RedGround, 4.5},    {Ink::Text, Ink::AmberGround, 4.5},
    {Ink::Text, Ink::GreenGround, 4.5},  {Ink::Dim, Ink::Ground, 4.5},
    {Ink::Dim, Ink::Soft, 4.5},          {Ink::Dim, Ink::ActionGround, 4.5},
    {Ink::Action, Ink::Ground, 4.5},     {Ink::Action, Ink::ActionGround, 4.5},
    {Ink::Action, Ink::Soft, 4.5},       {Ink::OnAction, Ink::Action, 4.5},
    {Ink::Red, Ink::Ground, 4.5},        {Ink::Red, Ink::RedGround, 4.5},
    {Ink::Amber, Ink::Ground, 4.5},      {Ink::Amber, Ink::AmberGround, 4.5},
    {Ink::Green, Ink::Ground, 4.5},      {Ink::Green, Ink::GreenGround, 4.5},
    {Ink::Edge, Ink::Ground, 3.0},       {Ink::Action, Ink::Rail, 3.0},
    {Ink::Ring, Ink::Ground, 3.0},       {Ink::Ring, Ink::Rail, 3.0},
    {Ink::Ring, Ink::ActionGround, 3.0}, {Ink::Red, Ink::ActionGround, 3.0},
    {Ink::Edge, Ink::ActionGround, 3.0},
};

} // namespace

const Colours &lightColours()
{
    static const Colours colours{{
        0xffffff, 0xf2f2f2, 0xf2f2f2, 0x1a1a1a, 0x595959, 0xcccccc, 0x7f7f7f, 0x0017c1, 0xe8f1fe,
        0xffffff, 0xce0000, 0xfdeeee, 0x806300, 0xfbf5e0, 0x197a4b, 0xe6f5ec, QColorConstants::Black, 0xffd43d,
    }};
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours{{
        0x1a1a1a, 0x262626, 0x262626, 0xf2f2f2, 0xb3b3b3, 0x4d4d4d, 0x949494, 0x9db7f9, 0x14225f,
        0x000060, 0xff9696, 0x4a1212, 0xffd43d, 0x453600, 0x71c598, 0x08351f, 0xffffff, 0xffd43d,
    }};
    return colours;
}

Colours desktopColours(const QPalette &desktop)
{
    const QColor ground = desktop.color(QPalette::Base);
    const QColor text = desktop.color(QPalette::Text);
    const QColor chosen = desktop.color(QPalette::Highlight);
    return {{ground, ground, ground, text, text, text, text, text, ground,
             ground, text, ground, text, ground, text, ground, text, chosen}};
}

bool isHighContrast(const QPalette &desktop)
{
    return contrast(desktop.color(QPalette::WindowText), desktop.color(QPalette::Window)) > 20.5;
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::span<const InkPair> paintedPairs()
{
    return pairs;
}

} // namespace shirushi::widgets
