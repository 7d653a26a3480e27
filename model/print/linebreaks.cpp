#include "print/linebreaks.h"

#include "print/textfont.h"

#include <iterator>
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

bool isDigit(char32_t character)
{
    return character >= U'0' && character <= U'9';
}

bool isOfWord(char32_t character)
{
    return isDigit(character) || (character >= U'A' && character <= U'Z') || (character >= U'a' && character <= U'z')
           || contains(U":.,-_/%+@#&'", character);
}

enum class Joint { Open, Mark, Word };

Joint jointOf(char32_t last, char32_t first)
{
    if (contains(neverFirst, first) || contains(neverLast, last))
        return Joint::Mark;
    const bool isCounted = isDigit(last) && contains(U"年月日時分秒件円", first);
    return isCounted || (isOfWord(last) && isOfWord(first)) ? Joint::Word : Joint::Open;
}

// How many characters at the end of `line` go to the next, which `next` would begin.
std::size_t carried(const std::u32string &line, char32_t next)
{
    std::size_t count = 0;
    std::size_t marks = 0;
    while (count < line.size()) {
        const Joint joint = jointOf(line[line.size() - count - 1], count == 0 ? next : line[line.size() - count]);
        marks += joint == Joint::Mark ? 1 : 0;
        if (joint == Joint::Open || marks > mostCarried)
            return count;
        ++count;
    }
    return 0;
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

std::vector<std::u32string> paragraphsInLines(const QString &text, int width, const std::function<int(char32_t)> &widthOf)
{
    std::vector<std::u32string> lines;
    for (const QString &paragraph : text.split(u'\n')) {
        auto broken = brokenIntoLines(charactersOf(paragraph), width, widthOf);
        std::move(broken.begin(), broken.end(), std::back_inserter(lines));
    }
    return lines;
}

} // namespace shirushi::print
