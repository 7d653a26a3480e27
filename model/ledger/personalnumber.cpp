#include "ledger/personalnumber.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>
#include <array>

namespace shirushi::ledger {

namespace {

constexpr qsizetype digitCount = 12;
constexpr qsizetype groupSize = 4;
constexpr int deepest = 32; // of the details; what lies deeper is nobody's writing

// As they stand after normalization and case folding.
constexpr std::array contextWords{u"個人番号", u"マイナンバ", u"まいなんば", u"my number",  u"mynumber",
                                  u"my-number", u"my_number", u"特定個人情報", u"通知カード", u"個人番号カード"};

int digitOf(QChar character)
{
    const ushort code = character.unicode();
    if (code >= u'0' && code <= u'9')
        return code - u'0';
    if (code >= u'０' && code <= u'９')
        return code - u'０';
    return -1;
}

bool isSeparator(QChar character)
{
    return QStringView(u" \u3000-.‐‑–—−－ー．・_").contains(character);
}

// What stands beside a number that is one by itself: no letter or digit of the Latin alphabet.
bool isBoundary(const QString &text, qsizetype at)
{
    if (at < 0 || at >= text.size())
        return true;
    const QChar character = text.at(at);
    const ushort code = character.unicode();
    const bool isLatin = (code | 0x20) >= u'a' && (code | 0x20) <= u'z' && code < 0x80;
    return digitOf(character) < 0 && !isLatin;
}

// A digit right behind one separator: the number goes on there.
bool goesOn(const QString &text, qsizetype separator, qsizetype digit)
{
    const auto inside = [&](qsizetype at) { return at >= 0 && at < text.size(); };
    return inside(separator) && inside(digit) && isSeparator(text.at(separator)) && digitOf(text.at(digit)) >= 0;
}

// The place that begins at `start`, whatever the digits are; length 0: none.
qsizetype lengthAt(const QString &text, qsizetype start, QString &digits)
{
    digits.clear();
    bool isGrouped = false;
    qsizetype at = start;
    for (; at < text.size() && digits.size() < digitCount; ++at) {
        const int digit = digitOf(text.at(at));
        if (digit >= 0) {
            digits += QChar(u'0' + digit);
            continue;
        }
        const bool isBetweenGroups = digits.size() % groupSize == 0 && isSeparator(text.at(at));
        const bool isFirst = digits.size() == groupSize;
        if (!isBetweenGroups || digits.isEmpty() || (!isFirst && !isGrouped) || digitOf(text.at(at - 1)) < 0)
            return 0;
        isGrouped = true;
    }
    if (digits.size() < digitCount || !isBoundary(text, at))
        return 0;
    // 0123-4567-8901-2345 has more groups, and 2026-0401-… too.
    if (isGrouped && goesOn(text, at, at + 1))
        return 0;
    return at - start;
}

std::unexpected<base::Error> refused(const QString &subject)
{
    return base::failure(base::ErrorCode::InvalidInput, subject,
                         QCoreApplication::translate("shirushi::ledger",
                                                     "There is a personal number (My Number) in the text. The ledger must "
                                                     "not hold any: please take it out."));
}

// Its groups are hexadecimal: now and then they are digits alone, and nobody wrote them.
bool isUuid(const QString &text)
{
    return text.size() == 36 && !QUuid(text).isNull();
}

base::Result<void> checkTexts(const QJsonValue &value, int depth)
{
    if (value.isString() && !isUuid(value.toString()) && !personalNumberPlaces(value.toString()).empty())
        return refused({});
    if (depth == deepest)
        return {};
    for (const QJsonValue &element : value.toArray()) {
        if (const auto checked = checkTexts(element, depth + 1); !checked)
            return checked;
    }
    const QJsonObject object = value.toObject();
    for (const QJsonValue &member : object) {
        if (const auto checked = checkTexts(member, depth + 1); !checked)
            return checked;
    }
    return {};
}

bool speaksAnywhere(const QJsonValue &value, int depth)
{
    if (value.isString())
        return speaksOfPersonalNumbers(value.toString());
    if (depth == deepest)
        return false;
    for (const QJsonValue &element : value.toArray()) {
        if (speaksAnywhere(element, depth + 1))
            return true;
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (speaksAnywhere(member.value(), depth + 1))
            return true;
    }
    return false;
}

} // namespace

bool isPersonalNumber(QStringView digits)
{
    if (digits.size() != digitCount)
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < digitCount; ++i) {
        const int digit = digitOf(digits.at(i));
        if (digit < 0)
            return false;
        const qsizetype n = digitCount - 1 - i; // 1 stands before the check digit
        if (n > 0)
            sum += digit * static_cast<int>(n <= 6 ? n + 1 : n - 5);
    }
    const int rest = sum % 11;
    return digitOf(digits.back()) == (rest <= 1 ? 0 : 11 - rest);
}

std::vector<NumberPlace> personalNumberPlaces(const QString &text)
{
    std::vector<NumberPlace> places;
    if (text.size() < digitCount)
        return places;
    QString digits;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool begins = digitOf(text.at(at)) >= 0 && isBoundary(text, at - 1);
        const qsizetype length = begins ? lengthAt(text, at, digits) : 0;
        if (length == 0 || !isPersonalNumber(digits))
            continue;
        if (length > digitCount && goesOn(text, at - 1, at - 2))
            continue;
        places.push_back({at, length});
        at += length - 1;
    }
    return places;
}

bool speaksOfPersonalNumbers(const QString &text)
{
    const QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    return std::any_of(contextWords.begin(), contextWords.end(),
                       [&](const char16_t *word) { return folded.contains(QStringView(word)); });
}

QString withoutPersonalNumbers(const QString &text)
{
    QString masked = text;
    for (const NumberPlace &place : personalNumberPlaces(text)) {
        for (qsizetype i = place.position; i < place.position + place.length; ++i) {
            if (digitOf(masked.at(i)) >= 0)
                masked[i] = u'●';
        }
    }
    return masked;
}

base::Result<EntryDraft> withoutPersonalNumbers(EntryDraft draft)
{
    const bool isInName = !personalNumberPlaces(draft.file).empty();
    base::Result<void> written = checkTexts(draft.reason, 0);
    if (written && !draft.details.isEmpty())
        written = checkTexts(draft.details, 0);
    if (!isInName && written)
        return draft;
    if (!speaksAnywhere(QJsonArray{draft.file, draft.reason, draft.details}, 0))
        return draft;
    if (!written) {
        base::Error error = written.error();
        error.subject = draft.file.isEmpty() ? draft.kind : withoutPersonalNumbers(draft.file);
        return std::unexpected(error);
    }
    draft.file = withoutPersonalNumbers(draft.file);
    draft.details.insert(QStringLiteral("masked"), true);
    return draft;
}

base::Result<void> refusePersonalNumbers(const EntryDraft &draft)
{
    const auto allowed = withoutPersonalNumbers(draft);
    if (!allowed)
        return std::unexpected(allowed.error());
    return allowed->file == draft.file ? base::Result<void>() : refused(allowed->file);
}

} // namespace shirushi::ledger
