#include "sending/mailaddress.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace shirushi::sending {

namespace {

// RFC 5321 4.5.3.1, RFC 1035 2.3.4: octets.
constexpr qsizetype longestLocal = 64;
constexpr qsizetype longestDomain = 253;
constexpr qsizetype longestLabel = 63;

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar character) { return character.unicode() < 0x80; });
}

bool isLetterOrDigit(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') || (code >= u'0' && code <= u'9');
}

// atext of RFC 5322 3.2.3.
bool isAtomCharacter(QChar character)
{
    return isLetterOrDigit(character) || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(character);
}

bool isDotAtom(const QString &text)
{
    const QStringList atoms = text.split(u'.');
    return std::ranges::all_of(atoms, [](const QString &atom) {
        return !atom.isEmpty() && std::ranges::all_of(atom, isAtomCharacter);
    });
}

bool isLabel(const QString &label)
{
    return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(u'-') && !label.endsWith(u'-')
           && std::ranges::all_of(label, [](QChar character) { return isLetterOrDigit(character) || character == u'-'; });
}

// Two labels at least, and the last of them no number: an address of four numbers is none of a mailbox.
bool isDomain(const QString &domain)
{
    const QStringList labels = domain.split(u'.');
    return domain.size() <= longestDomain && labels.size() >= 2 && std::ranges::all_of(labels, isLabel)
           && std::ranges::any_of(labels.back(), [](QChar character) { return character.isLetter(); });
}

} // namespace

bool MailAddress::isSameAs(const MailAddress &other) const
{
    return domain == other.domain && local.compare(other.local, Qt::CaseInsensitive) == 0;
}

base::Result<MailAddress> mailAddressFrom(const QString &text)
{
    const auto wrong = [&](const char *sentence) {
        return base::failure(base::ErrorCode::InvalidInput, text.left(longestLocal + longestDomain + 1),
                             QCoreApplication::translate("shirushi::sending", sentence));
    };
    const QString trimmed = text.trimmed();
    const qsizetype at = trimmed.lastIndexOf(u'@');
    if (at < 0)
        return wrong(QT_TRANSLATE_NOOP("shirushi::sending", "This is not a mail address: there is no @ in it."));
    if (!isAscii(trimmed)) {
        return wrong(QT_TRANSLATE_NOOP("shirushi::sending", "A mail address has plain letters and digits only. A domain in Japanese is "
                                                            "written in its other form, which begins with xn--."));
    }
    const MailAddress address{trimmed.first(at), trimmed.sliced(at + 1).toLower()};
    if (address.local.size() > longestLocal || !isDotAtom(address.local))
        return wrong(QT_TRANSLATE_NOOP("shirushi::sending", "This is not a mail address: look at what stands before the @."));
    if (!isDomain(address.domain))
        return wrong(QT_TRANSLATE_NOOP("shirushi::sending", "This is not a mail address: look at what stands behind the @."));
    return address;
}

} // namespace shirushi::sending
