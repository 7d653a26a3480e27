#include "print/linebreaks.h"

#include <string_view>

namespace shirushi::print {

namespace {

constexpr std::u32string_view neverFirst =
    U"、。，．・：；？！゛゜ヽヾゝゞ々〻ー）］｝〕〉》」』】〙〗〟’”｠»ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    U"‐゠–〜～…‥℃％,.:;?!)]}%";
constexpr std::u32string_view neverLast = U"（［｛〔〈《「『【〘〖〝‘“｟«([{￥＄№";
constexpr std::size_t mostCarried = 4; // of a long run of such characters the rest may stand where it falls

bool contains(std::u32string_view characters, char32_t character)
{
    return characters.find(character) != std::u32string_view::npos;
}

// How many characters at the end of `line` go to the next, which `next` would begin.
std::size_t carried(const std::u32string &line, char32_t next)
{
    std::size_t count = 0;
    while (count < mostCarried && count + 1 < line.size()) {
        const char32_t first = count == 0 ? next : line[line.size() - count];
        const char32_t last = line[line.size() - count - 1];
        if (!contains(neverFirst, first) && !contains(neverLast, last))
            return count;
        ++count;
    }
    return count + 1 < line.size() ? count : 0;
}

} // namespace

std::vector<std::u32string> brokenIntoLines(const std::u32string &text, int width,
                                            const std::function<int(char32_t)> &widthOf)
{
    std::vector<std::u32string> lines(1);
    int used = 0;
    for (const char32_t character : text) {
        const int own = widthOf(character);
        if (!lines.back().empty() && used + own > width) {
            std::u32string &line = lines.back();
            const std::size_t count = carried(line, character);
            std::u32string next(line.end() - static_cast<std::ptrdiff_t>(count), line.end());
            line.erase(line.size() - count);
            used = 0;
            for (const char32_t moved : next)
                used += widthOf(moved);
            lines.push_back(std::move(next));
        }
        lines.back() += character;
        used += own;
    }
    return lines;
}

} // namespace shirushi::print
