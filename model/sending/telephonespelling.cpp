#include "sending/telephonespelling.h"

#include <array>
#include <utility>

namespace shirushi::sending {

namespace {

constexpr std::array<std::pair<const char16_t *, const char *>, 26> letters{{
    {u"アルファ", "Alfa"}, {u"ブラボー", "Bravo"}, {u"チャーリー", "Charlie"}, {u"デルタ", "Delta"}, {u"エコー", "Echo"},
    {u"フォックストロット", "Foxtrot"}, {u"ゴルフ", "Golf"}, {u"ホテル", "Hotel"}, {u"インディア", "India"},
    {u"ジュリエット", "Juliett"}, {u"キロ", "Kilo"}, {u"リマ", "Lima"}, {u"マイク", "Mike"}, {u"ノーベンバー", "November"},
    {u"オスカー", "Oscar"}, {u"パパ", "Papa"}, {u"ケベック", "Quebec"}, {u"ロメオ", "Romeo"}, {u"シエラ", "Sierra"},
    {u"タンゴ", "Tango"}, {u"ユニフォーム", "Uniform"}, {u"ビクター", "Victor"}, {u"ウィスキー", "Whiskey"},
    {u"エックスレイ", "X-ray"}, {u"ヤンキー", "Yankee"}, {u"ズールー", "Zulu"}}};

constexpr std::array<const char16_t *, 10> digits{u"数字のまる", u"数字のひと", u"数字のに", u"数字のさん", u"数字のよん",
                                                  u"数字のご", u"数字のろく", u"数字のなな", u"数字のはち", u"数字のきゅう"};

constexpr std::array<std::pair<char16_t, const char16_t *>, 49> kana{{
    {u'ア', u"朝日のア"}, {u'イ', u"いろはのイ"}, {u'ウ', u"上野のウ"}, {u'エ', u"英語のエ"}, {u'オ', u"大阪のオ"},
    {u'カ', u"為替のカ"}, {u'キ', u"切手のキ"}, {u'ク', u"クラブのク"}, {u'ケ', u"景色のケ"}, {u'コ', u"子供のコ"},
    {u'サ', u"桜のサ"}, {u'シ', u"新聞のシ"}, {u'ス', u"すずめのス"}, {u'セ', u"世界のセ"}, {u'ソ', u"そろばんのソ"},
    {u'タ', u"煙草のタ"}, {u'チ', u"ちどりのチ"}, {u'ツ', u"つるかめのツ"}, {u'テ', u"手紙のテ"}, {u'ト', u"東京のト"},
    {u'ナ', u"名古屋のナ"}, {u'ニ', u"日本のニ"}, {u'ヌ', u"沼津のヌ"}, {u'ネ', u"ねずみのネ"}, {u'ノ', u"野原のノ"},
    {u'ハ', u"はがきのハ"}, {u'ヒ', u"飛行機のヒ"}, {u'フ', u"富士山のフ"}, {u'ヘ', u"平和のヘ"}, {u'ホ', u"保険のホ"},
    {u'マ', u"マッチのマ"}, {u'ミ', u"三笠のミ"}, {u'ム', u"無線のム"}, {u'メ', u"明治のメ"}, {u'モ', u"もみじのモ"},
    {u'ヤ', u"大和のヤ"}, {u'ユ', u"弓矢のユ"}, {u'ヨ', u"吉野のヨ"}, {u'ラ', u"ラジオのラ"}, {u'リ', u"りんごのリ"},
    {u'ル', u"るすいのル"}, {u'レ', u"れんげのレ"}, {u'ロ', u"ローマのロ"}, {u'ワ', u"わらびのワ"}, {u'ヰ', u"ゐどのヰ"},
    {u'ヱ', u"かぎのあるヱ"}, {u'ヲ', u"尾張のヲ"}, {u'ン', u"おしまいのン"}, {u'ー', u"長音"}}};

constexpr std::array<std::pair<char16_t, char16_t>, 10> smallKana{{{u'ァ', u'ア'}, {u'ィ', u'イ'}, {u'ゥ', u'ウ'}, {u'ェ', u'エ'},
                                                                   {u'ォ', u'オ'}, {u'ッ', u'ツ'}, {u'ャ', u'ヤ'}, {u'ュ', u'ユ'},
                                                                   {u'ョ', u'ヨ'}, {u'ヮ', u'ワ'}}};

char16_t katakana(char16_t code)
{
    return code >= 0x3041 && code <= 0x3096 ? static_cast<char16_t>(code + 0x60) : code;
}

// が is か with 濁点: 為替のカに濁点.
QString saidAsKana(QChar character)
{
    const QString parts = QString(QChar(katakana(character.unicode()))).normalized(QString::NormalizationForm_D);
    char16_t plain = parts.front().unicode();
    bool isSmall = false;
    for (const auto &[small, large] : smallKana) {
        if (plain == small) {
            plain = large;
            isSmall = true;
        }
    }
    for (const auto &[code, word] : kana) {
        if (code != plain)
            continue;
        QString said = (isSmall ? QStringLiteral("小さい") : QString()) + QString::fromUtf16(word);
        if (parts.size() > 1)
            said += parts.back() == QChar(0x3099) ? QStringLiteral("に濁点") : QStringLiteral("に半濁点");
        return said;
    }
    return {};
}

} // namespace

SpokenCharacter spoken(QChar character)
{
    const char16_t code = character.unicode();
    if (code >= u'0' && code <= u'9')
        return {character, QString::fromUtf16(digits[code - u'0']), {}};
    const char16_t upper = character.toUpper().unicode();
    if (upper >= u'A' && upper <= u'Z') {
        const auto &[word, latin] = letters[upper - u'A'];
        const bool isSmall = code != upper;
        return {character, (isSmall ? QStringLiteral("小文字の") : QString()) + QString::fromUtf16(word), QLatin1String(latin)};
    }
    if (code == u'-')
        return {character, QStringLiteral("ハイフン"), QStringLiteral("hyphen")};
    const QString said = saidAsKana(character);
    return {character, said.isEmpty() ? QString(character) : said, {}};
}

std::vector<std::vector<SpokenCharacter>> spokenGroups(const base::SecretBytes &password)
{
    std::vector<std::vector<SpokenCharacter>> groups(1);
    for (const std::uint8_t byte : password.span()) {
        if (byte == '-')
            groups.emplace_back();
        else
            groups.back().push_back(spoken(QLatin1Char(static_cast<char>(byte))));
    }
    std::erase_if(groups, [](const auto &group) { return group.empty(); });
    return groups;
}

} // namespace shirushi::sending
