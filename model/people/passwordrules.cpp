#include "people/passwordrules.h"

#include "people/spelling.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace shirushi::people {

namespace {

constexpr qsizetype longestLooked = 256;   // characters; what is longer is long enough not to be looked at whole
constexpr qsizetype longestWord = 32;      // of the list
constexpr qsizetype shortestLatinName = 4; // Abe and Ito stand in too many words
constexpr qsizetype shortestName = 2;      // in Japanese characters
constexpr qsizetype ornament = 8;          // digits and signs around a common word that make it no better
constexpr qsizetype shortestRun = 3;
constexpr qsizetype longestUnit = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::people", text);
}

// A text that held a password: its own bytes are wiped, and it shares them with nobody.
class SecretText
{
public:
    explicit SecretText(QString text) : m_text(std::move(text)) { m_text.detach(); }
    SecretText(SecretText &&) noexcept = default;
    SecretText &operator=(SecretText &&) = delete;
    SecretText(const SecretText &) = delete;
    SecretText &operator=(const SecretText &) = delete;
    ~SecretText() { base::wipe(m_text.data(), static_cast<std::size_t>(m_text.size()) * sizeof(QChar)); }
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

const QStringList &commonPasswords()
{
    static const QStringList list = [] {
        QFile file(QStringLiteral(":/passwords/common.txt"));
        QStringList words;
        if (file.open(QIODevice::ReadOnly))
            words = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &word : QStringList(words))
            words += foldedRomaji(word);
        std::sort(words.begin(), words.end());
        return words;
    }();
    return list;
}

bool isListed(const QString &word)
{
    const QStringList &list = commonPasswords();
    return std::binary_search(list.begin(), list.end(), word);
}

// How far a run along the keyboard, the alphabet or the kana keys goes from here; 1 where there is none.
qsizetype runFrom(const QString &text, qsizetype at)
{
    static const std::array rows{
        QStringLiteral("01234567890"), QStringLiteral("abcdefghijklmnopqrstuvwxyz"), QStringLiteral("qwertyuiop@["),
        QStringLiteral("asdfghjkl;:]"), QStringLiteral("zxcvbnm,./"), QStringLiteral("!\"#$%&'()"),
        QStringLiteral("1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/"), QStringLiteral("qazwsxedcrfvtgbyhnujmik,ol.p;/"),
        QStringLiteral("あいうえおかきくけこさしすせそたちつてと"), QStringLiteral("たていすかんなにらせ"),
        QStringLiteral("ちとしはきくまのりれけ"), QStringLiteral("いろはにほへとちりぬるを")};
    qsizetype longest = 1;
    for (const QString &row : rows) {
        for (qsizetype start = row.indexOf(text[at]); start >= 0; start = row.indexOf(text[at], start + 1)) {
            for (const qsizetype step : {1, -1}) {
                qsizetype length = 1;
                while (at + length < text.size() && start + step * length >= 0 && start + step * length < row.size()
                       && row[start + step * length] == text[at + length])
                    ++length;
                longest = std::max(longest, length);
            }
        }
    }
    return longest;
}

bool isMadeOfRuns(const QString &text)
{
    int runs = 0;
    for (qsizetype at = 0; at < text.size(); ++runs) {
        const qsizetype length = runFrom(text, at);
        if (length < shortestRun)
            return false;
        at += length;
    }
    return runs > 0 && runs <= 4;
}

bool isRepeated(const QString &text)
{
    for (qsizetype unit = 1; unit <= std::max(longestUnit, text.size() / 2) && unit < text.size(); ++unit) {
        bool repeats = true;
        for (qsizetype at = unit; at < text.size() && repeats; ++at)
            repeats = text[at] == text[at - unit];
        if (repeats && (unit <= longestUnit || isListed(text.first(unit))))
            return true;
    }
    return false;
}

bool isOneOrTwoListed(const QString &text)
{
    if (isListed(text))
        return true;
    for (qsizetype at = shortestRun; at + shortestRun <= text.size(); ++at) {
        if (isListed(text.first(at)) && isListed(text.sliced(at)))
            return true;
    }
    return false;
}

QString withoutOrnament(const QString &text)
{
    static const QRegularExpression around(QStringLiteral("^[^\\p{L}]+|[^\\p{L}]+$"));
    return QString(text).remove(around);
}

bool isCommon(const QString &form)
{
    const auto isPoor = [](const QString &text) { return isOneOrTwoListed(text) || isRepeated(text) || isMadeOfRuns(text); };
    const QString core = withoutOrnament(form);
    const bool isHardlyMore = form.size() - core.size() <= ornament;
    return isPoor(form) || (isHardlyMore && !core.isEmpty() && (isPoor(core) || isPoor(withoutDisguise(core))));
}

QString reversed(const QString &text)
{
    QString backwards = text;
    std::reverse(backwards.begin(), backwards.end());
    return backwards;
}

// The password as others would spell it when they guess.
std::vector<SecretText> formsOf(const QString &password)
{
    std::vector<SecretText> forms;
    const QString folded = foldedSpelling(password.first(std::min(password.size(), longestLooked)));
    for (const QString &way : {folded, reversed(folded)}) {
        const QString undisguised = withoutDisguise(way);
        for (const QString &form : {way, undisguised, foldedRomaji(romajiOf(way)), foldedRomaji(romajiOf(undisguised))})
            forms.emplace_back(form);
    }
    return forms;
}

bool isLatin(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar character) { return character.unicode() < 0x80; });
}

bool holds(const QString &password, const QString &name)
{
    if (name.size() < shortestName || !password.contains(name))
        return false;
    if (name.size() >= (isLatin(name) ? shortestLatinName : shortestName))
        return true;
    // A short name counts where nothing else but digits and signs is there.
    const QString rest = QString(password).remove(name);
    return std::none_of(rest.begin(), rest.end(), [](QChar character) { return character.isLetter(); });
}

QStringList namesOf(const PasswordOwner &owner)
{
    static const QRegularExpression between(QStringLiteral("[\\s　・._-]+"));
    QStringList names;
    for (const QString &name : {owner.id, owner.name, owner.kana}) {
        for (const QString &part : name.split(between, Qt::SkipEmptyParts) + QStringList{name}) {
            const QString folded = foldedSpelling(part);
            names += {folded, foldedRomaji(romajiOf(folded))};
        }
    }
    return names;
}

bool hasKind(const QString &password, const QString &kind)
{
    return std::any_of(password.begin(), password.end(), [&](QChar character) {
        const bool digit = character.isDigit();
        const bool symbol = !character.isLetterOrNumber();
        if (kind == u"upper")
            return character.isUpper();
        if (kind == u"lower")
            return character.isLower();
        if (kind == u"letter")
            return character.isLetter();
        if (kind == u"digit")
            return digit;
        return kind == u"symbol" ? symbol : digit || symbol;
    });
}

QString sentenceForKind(const QString &kind)
{
    if (kind == u"upper")
        return tr("At least one capital letter");
    if (kind == u"lower")
        return tr("At least one small letter");
    if (kind == u"letter")
        return tr("At least one letter");
    if (kind == u"digit")
        return tr("At least one digit");
    return kind == u"symbol" ? tr("At least one sign") : tr("At least one digit or sign");
}

QString sentenceForLength(int characters)
{
    return tr("At least %1 characters").arg(characters);
}

// Tenths of a bit a character, by how many kinds of characters there are.
int tenthsOfBits(const QString &password)
{
    static constexpr std::array byKinds{33, 47, 55, 60, 65};
    std::size_t kinds = 0;
    for (const char *kind : {"upper", "lower", "digit", "symbol"})
        kinds += hasKind(password, QLatin1String(kind)) ? 1U : 0U;
    const bool onlyDigits = kinds == 1 && hasKind(password, QStringLiteral("digit"));
    return byKinds[onlyDigits ? 0 : std::max<std::size_t>(kinds, 1)];
}

// A word of the list counts as one of a thousand, a run or a repetition as two characters.
PasswordStrength strengthOf(const QString &password, const QString &folded)
{
    constexpr int tenthsForAWord = 100;
    const int each = tenthsOfBits(password);
    int tenths = 0;
    for (qsizetype at = 0; at < folded.size();) {
        qsizetype word = 0;
        for (qsizetype length = std::min(longestWord, folded.size() - at); length > shortestRun && word == 0; --length)
            word = isListed(folded.sliced(at, length)) ? length : 0;
        const qsizetype run = runFrom(folded, at);
        const bool repeats = at > 0 && folded[at] == folded[at - 1];
        tenths += word > 0 ? tenthsForAWord : run >= shortestRun ? 2 * each : repeats ? 0 : each;
        at += word > 0 ? word : run >= shortestRun ? run : 1;
    }
    return tenths >= 900 ? PasswordStrength::Strong
           : tenths >= 650 ? PasswordStrength::Good
           : tenths >= 450 ? PasswordStrength::Fair
                           : PasswordStrength::Weak;
}

} // namespace

QStringList PasswordVerdict::sentences() const
{
    QStringList sentences;
    for (const PasswordProblem &problem : problems)
        sentences += problem.sentence;
    return sentences;
}

PasswordVerdict judgePassword(const policy::PasswordRules &rules, const base::SecretBytes &password,
                              const PasswordOwner &owner)
{
    const SecretText text(QString::fromUtf8(reinterpret_cast<const char *>(password.data()),
                                            static_cast<qsizetype>(password.size())));
    const QString &plain = text.text();
    PasswordVerdict verdict;
    if (plain.toUcs4().size() < rules.minimumLength) {
        verdict.problems.push_back({PasswordFault::TooShort, {}, rules.length, sentenceForLength(rules.minimumLength)});
    }
    for (const QString &kind : rules.kinds) {
        if (!hasKind(plain, kind))
            verdict.problems.push_back({PasswordFault::KindMissing, kind, rules.composition, sentenceForKind(kind)});
    }
    const std::vector<SecretText> forms = formsOf(plain);
    const QStringList names = namesOf(owner);
    const auto holdsName = [&](const SecretText &form) {
        return std::any_of(names.begin(), names.end(), [&](const QString &name) { return holds(form.text(), name); });
    };
    if (std::any_of(forms.begin(), forms.end(), holdsName))
        verdict.problems.push_back({PasswordFault::HoldsOwnName, {}, {}, tr("Not your own name or user ID")});
    const auto common = [](const SecretText &form) { return isCommon(form.text()); };
    if (!plain.isEmpty() && std::any_of(forms.begin(), forms.end(), common))
        verdict.problems.push_back({PasswordFault::TooCommon, {}, {}, tr("None of the passwords that others try first")});
    if (verdict.isAllowed())
        verdict.strength = strengthOf(plain, forms.front().text());
    return verdict;
}

QStringList describe(const policy::PasswordRules &rules)
{
    QStringList sentences{sentenceForLength(rules.minimumLength)};
    for (const QString &kind : rules.kinds)
        sentences += sentenceForKind(kind);
    return sentences + QStringList{tr("Not your own name or user ID"), tr("None of the passwords that others try first")};
}

QString wordFor(PasswordStrength strength)
{
    switch (strength) {
    case PasswordStrength::Weak: return tr("weak");
    case PasswordStrength::Fair: return tr("fair");
    case PasswordStrength::Good: return tr("good");
    case PasswordStrength::Strong: return tr("strong");
    }
    return {};
}

} // namespace shirushi::people
