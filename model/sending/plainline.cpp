#include "sending/plainline.h"

namespace shirushi::sending {

namespace {

constexpr char32_t firstKatakana = 0x30a1;
constexpr char32_t lastKatakana = 0x30f6;
constexpr char16_t katakanaAboveHiragana = 0x60;
constexpr char16_t voiced = 0x3099;
constexpr char16_t halfVoiced = 0x309a;

QString inHiragana(QString text)
{
    for (QChar &character : text) {
        if (character.unicode() >= firstKatakana && character.unicode() <= lastKatakana)
            character = QChar(static_cast<char16_t>(character.unicode() - katakanaAboveHiragana));
    }
    return text;
}

QChar inFullSize(QChar character)
{
    static const QString small = QStringLiteral("ぁぃぅぇぉっゃゅょゎゕゖ");
    static const QString full = QStringLiteral("あいうえおつやゆよわかけ");
    const qsizetype at = small.indexOf(character);
    return at < 0 ? character : full[at];
}

} // namespace

bool isPlainLine(const QString &text, qsizetype longest)
{
    if (text.size() > longest)
        return false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t code = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            code = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        }
        switch (QChar::category(code)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph: return false;
        default: break;
        }
        if (QChar::isNonCharacter(code))
            return false;
    }
    return true;
}

QString foldedText(const QString &text)
{
    return inHiragana(text.normalized(QString::NormalizationForm_KC)).toCaseFolded();
}

QString kanaOrder(const QString &kana)
{
    const QString folded = foldedText(kana);
    QString letters;
    for (const QChar character : folded.normalized(QString::NormalizationForm_D)) {
        if (character != QChar(voiced) && character != QChar(halfVoiced) && !character.isSpace())
            letters += inFullSize(character);
    }
    return letters + QChar(u'\0') + folded;
}

} // namespace shirushi::sending
