#include "people/spelling.h"

#include <array>
#include <utility>

namespace shirushi::people {

namespace {

constexpr char16_t firstHiragana = 0x3041;
constexpr char16_t firstKatakana = 0x30a1;
constexpr char16_t lastKatakana = 0x30f6;
constexpr char16_t longVowel = 0x30fc;
constexpr char16_t smallTsu = 0x3063;

// From ぁ (U+3041) on, in the order of the code: Kunrei, which spells each syllable in one way.
constexpr std::array<const char *, 86> syllables{
    "a",  "a",  "i",  "i",  "u",  "u",  "e",  "e",  "o",  "o",  "ka", "ga", "ki", "gi", "ku", "gu", "ke", "ge",
    "ko", "go", "sa", "za", "si", "zi", "su", "zu", "se", "ze", "so", "zo", "ta", "da", "ti", "zi", "tu", "tu",
    "zu", "te", "de", "to", "do", "na", "ni", "nu", "ne", "no", "ha", "ba", "pa", "hi", "bi", "pi", "hu", "bu",
    "pu", "he", "be", "pe", "ho", "bo", "po", "ma", "mi", "mu", "me", "mo", "ya", "ya", "yu", "yu", "yo", "yo",
    "ra", "ri", "ru", "re", "ro", "wa", "wa", "i",  "e",  "o",  "n",  "vu", "ka", "ke"};

constexpr std::array<std::pair<const char *, const char *>, 14> spellings{{{"shi", "si"}, {"sh", "sy"}, {"tchi", "tti"},
                                                                           {"tch", "tty"}, {"chi", "ti"}, {"ch", "ty"},
                                                                           {"tsu", "tu"}, {"fu", "hu"}, {"ji", "zi"},
                                                                           {"dzu", "zu"}, {"jy", "zy"}, {"j", "zy"},
                                                                           {"di", "zi"}, {"du", "zu"}}};

bool isSmallY(char16_t character)
{
    return character == 0x3083 || character == 0x3085 || character == 0x3087; // ゃ ゅ ょ
}

QString withShortVowels(const QString &romaji)
{
    QString text;
    for (qsizetype at = 0; at < romaji.size(); ++at) {
        const QChar here = romaji[at];
        const QChar before = at > 0 ? romaji[at - 1] : QChar();
        const bool isLong = (here == u'u' && (before == u'o' || before == u'u')) || (here == u'o' && before == u'o');
        const bool isSilentH = here == u'h' && before == u'o'
                               && (at + 1 == romaji.size() || !QStringLiteral("aiueoy").contains(romaji[at + 1]));
        // Kanno and Kan'no, Honma and Homma are one name each.
        const bool isApostrophe = here == u'\'' && before == u'n';
        if (isLong || isSilentH || isApostrophe)
            continue;
        const bool isHomma = here == u'm' && at + 1 < romaji.size() && QStringLiteral("bmp").contains(romaji[at + 1]);
        text += isHomma ? QChar(u'n') : here;
    }
    return text;
}

} // namespace

QString foldedSpelling(const QString &text)
{
    QString folded;
    const QString plain = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    folded.reserve(plain.size());
    for (const QChar character : plain) {
        const char16_t code = character.unicode();
        if (character.isSpace())
            continue;
        folded += code >= firstKatakana && code <= lastKatakana
                      ? QChar(static_cast<char16_t>(code - firstKatakana + firstHiragana))
                      : character;
    }
    return folded;
}

QString romajiOf(const QString &folded)
{
    QString romaji;
    bool doubled = false;
    for (const QChar character : folded) {
        const char16_t code = character.unicode();
        if (code == smallTsu) {
            doubled = true;
            continue;
        }
        if (code == longVowel)
            continue;
        QString syllable(character);
        if (code >= firstHiragana && code < firstHiragana + syllables.size())
            syllable = QLatin1String(syllables[code - firstHiragana]);
        if (isSmallY(code) && romaji.endsWith(u'i'))
            romaji.chop(1);
        if (std::exchange(doubled, false))
            romaji += syllable.front();
        romaji += syllable;
    }
    return withShortVowels(romaji);
}

QString foldedRomaji(const QString &latin)
{
    QString romaji = latin;
    for (const auto &[from, to] : spellings)
        romaji.replace(QLatin1String(from), QLatin1String(to));
    // Only after a consonant is y part of a syllable that j or sh already were: zyi does not exist.
    return withShortVowels(romaji.replace(QStringLiteral("yy"), QStringLiteral("y")));
}

QString withoutDisguise(const QString &folded)
{
    static constexpr std::array<std::pair<char16_t, char16_t>, 9> disguises{
        {{u'0', u'o'}, {u'1', u'i'}, {u'3', u'e'}, {u'4', u'a'}, {u'5', u's'}, {u'7', u't'}, {u'@', u'a'}, {u'$', u's'}, {u'!', u'i'}}};
    QString plain = folded;
    for (const auto &[disguise, letter] : disguises)
        plain.replace(QChar(disguise), QChar(letter));
    return plain;
}

} // namespace shirushi::people
