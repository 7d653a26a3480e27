#include "sending/recipients.h"

#include "sending/plainline.h"
#include "sending/rulewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shirushi::sending {

using Severity = SecondLook::Severity;

namespace {

constexpr qsizetype longestRecipient = 320;
constexpr qsizetype shortForOne = 5;  // letters, from which one that differs is a slip rather than another name
constexpr qsizetype shortForTwo = 9;  // the same for two

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

bool isMail(const QString &channel)
{
    return channel == u"mail" || channel == u"lgwan-mail";
}

// Endings under which organisations register, the longer ones first.
const QStringList &endings()
{
    static const QStringList all = QStringLiteral(".co.jp .or.jp .ne.jp .go.jp .lg.jp .ac.jp .ed.jp .gr.jp .ad.jp .jp .com .net .org "
                                                  ".info .biz .co .cm .om .jo .asia .tokyo .io .me .us")
                                       .split(u' ');
    return all;
}

// What it is called, without the ending.
QString stemOf(const QString &domain)
{
    for (const QString &ending : endings()) {
        if (domain.endsWith(ending))
            return domain.chopped(ending.size());
    }
    return domain.section(u'.', 0, -2);
}

// Letters that a hurried eye takes for each other become one.
QString skeletonOf(QString domain)
{
    constexpr std::array<std::pair<const char *, const char *>, 11> alike{{{"rn", "m"}, {"vv", "w"}, {"cl", "d"}, {"nn", "m"}, {"0", "o"},
                                                                           {"1", "l"}, {"i", "l"}, {"5", "s"}, {"2", "z"}, {"8", "b"}, {"-", ""}}};
    for (const auto &[from, to] : alike)
        domain.replace(QLatin1String(from), QLatin1String(to));
    return domain;
}

// Letters that are put in, left out, exchanged or swapped with the next (optimal string alignment); `most` + 1 for more.
int distance(const QString &one, const QString &other, int most)
{
    if (std::abs(one.size() - other.size()) > most)
        return most + 1;
    const auto width = static_cast<std::size_t>(other.size()) + 1;
    std::array<std::vector<int>, 3> rows;
    rows.fill(std::vector<int>(width));
    for (std::size_t column = 0; column < width; ++column)
        rows[1][column] = static_cast<int>(column);
    for (qsizetype row = 1; row <= one.size(); ++row) {
        auto &[before, last, now] = rows;
        now[0] = static_cast<int>(row);
        for (std::size_t column = 1; column < width; ++column) {
            const auto at = static_cast<qsizetype>(column);
            const int cost = one[row - 1] == other[at - 1] ? 0 : 1;
            now[column] = std::min({last[column] + 1, now[column - 1] + 1, last[column - 1] + cost});
            if (row > 1 && at > 1 && one[row - 1] == other[at - 2] && one[row - 2] == other[at - 1])
                now[column] = std::min(now[column], before[column - 2] + 1);
        }
        std::rotate(rows.begin(), rows.begin() + 1, rows.end());
    }
    return rows[1].back();
}

bool areClose(const QString &one, const QString &other)
{
    const qsizetype shorter = std::min(one.size(), other.size());
    const int most = shorter >= shortForTwo ? 2 : shorter >= shortForOne ? 1 : 0;
    return distance(one, other, most) <= most;
}

bool isBelow(const QString &domain, const QString &parent)
{
    return domain == parent || domain.endsWith(QString(u'.' + parent));
}

struct Looks {
    std::vector<SecondLook> all;
    void add(Severity severity, const char *id, const QString &recipient, const QString &sentence, const policy::Citation &citation = {},
             const QStringList &channels = {})
    {
        all.push_back({severity, QLatin1String(id), recipient, sentence, citation, channels});
    }
};

void lookAtDomain(const QString &recipient, const MailAddress &address, const QStringList &knownDomains, Looks &looks)
{
    if (address.domain.startsWith(u"xn--") || address.domain.contains(QStringLiteral(".xn--")))
        looks.add(Severity::Look, "punycode", recipient, tr("This domain has letters in it that are not of the English alphabet. Programs show them as such; check that it is the right one."));
    if (knownDomains.contains(address.domain))
        return;
    if (looksLikeLocalGovernment(address.domain))
        looks.add(Severity::Look, "lg-domain", recipient, tr("This looks like a local government's domain (.lg.jp) and is none."));
    const auto like = std::ranges::find_if(knownDomains, [&](const QString &known) { return looksAlike(address.domain, known); });
    if (like != knownDomains.end())
        looks.add(Severity::Look, "similar-domain", recipient, tr("The domain is nearly that of %1. Is it meant?").arg(*like));
}

void lookAtContact(const QString &recipient, const std::vector<Contact> &contacts, const Addressing &addressing, Looks &looks)
{
    if (contacts.empty()) {
        looks.add(Severity::Look, "unknown", recipient, tr("Does not stand in the address book. Please read it again, letter by letter."));
        return;
    }
    if (std::ranges::any_of(contacts, &Contact::altered))
        looks.add(Severity::Look, "altered", recipient, tr("The address book was changed here without a record. Check address and telephone number before anything goes."));
    else if (std::ranges::none_of(contacts, &Contact::isChecked))
        looks.add(Severity::Look, "unchecked", recipient, tr("Nobody has checked this address yet."));
    const bool isKind = std::ranges::any_of(contacts, [&](const Contact &contact) { return contact.kind == addressing.destination; });
    if (!isKind)
        looks.add(Severity::Look, "other-kind", recipient, tr("The address book has this recipient as %1, and you said %2.").arg(contacts.front().kind, addressing.destination));
}

void lookAtGateway(const QString &recipient, const std::optional<MailAddress> &address, const std::vector<Contact> &contacts,
                   const Addressing &addressing, const policy::Pack &pack, Looks &looks)
{
    bool strips = std::ranges::any_of(contacts, [&](const Contact &contact) { return contact.stripped.contains(addressing.format); });
    for (const policy::SendingRules::Gateway &gateway : pack.sending.gateways)
        strips = strips || (address && isBelow(address->domain, gateway.domain) && gateway.stripped.contains(addressing.format));
    if (!strips || !isMail(addressing.channel))
        return;
    QStringList instead{QStringLiteral("file-transfer")};
    if (addressing.channel != u"lgwan-mail" && (addressing.destination == u"government" || addressing.destination == u"internal"))
        instead += QStringLiteral("lgwan-mail");
    instead += QStringLiteral("medium");
    looks.add(Severity::Look, "gateway", recipient, tr("The recipient's mail gateway takes off attachments of this format. Use another way: %1").arg(instead.join(u' ')), {}, instead);
}

void lookAtAll(const Addressing &addressing, const policy::Pack &pack, Looks &looks)
{
    if (!isMail(addressing.channel) || !hidesAddresses(addressing))
        return;
    const policy::Citation citation = citationFor(pack, u"bcc");
    if (addressing.reasonToShow.trimmed().isEmpty())
        looks.add(Severity::Note, "bcc", {}, tr("Several recipients: their addresses go into Bcc, so that nobody sees the others'."), citation);
    else
        looks.add(Severity::Look, "addresses-shown", {}, tr("All recipients will see each other's addresses."), citation);
}

} // namespace

bool looksLikeLocalGovernment(const QString &domain)
{
    if (domain.endsWith(u".lg.jp"))
        return false;
    const QString last = domain.section(u'.', -1);
    const QString second = domain.section(u'.', -2, -2);
    // city.kameoka.1g.jp, .gl.jp, .lg.jo, .lgjp, .lg.jp.com
    if (last == u"jp" && !endings().contains(u'.' + second + QStringLiteral(".jp")) && distance(second, QStringLiteral("lg"), 1) <= 1)
        return true;
    return (second == u"lg" && distance(last, QStringLiteral("jp"), 1) <= 1) || last == u"lgjp" || domain.contains(QStringLiteral(".lg.jp."))
           || domain.contains(QStringLiteral("-lg.jp")) || domain.contains(QStringLiteral(".lg-jp."));
}

bool looksAlike(const QString &domain, const QString &other)
{
    if (domain == other || isBelow(domain, other) || isBelow(other, domain))
        return false;
    const QString stem = stemOf(domain);
    const QString otherStem = stemOf(other);
    if (stem.isEmpty() || otherStem.isEmpty())
        return false;
    return stem == otherStem || skeletonOf(domain) == skeletonOf(other) || skeletonOf(stem) == skeletonOf(otherStem) || areClose(stem, otherStem);
}

bool hidesAddresses(const Addressing &addressing)
{
    return addressing.recipients.size() > 1 && addressing.destination != u"internal";
}

std::vector<Contact> contactsOf(const QStringList &recipients, const std::vector<Contact> &book)
{
    QStringList addresses;
    QStringList names;
    for (const QString &recipient : recipients) {
        if (const auto address = mailAddressFrom(recipient))
            addresses += address->text();
        else
            names += recipient.trimmed();
    }
    std::vector<Contact> found;
    for (const Contact &contact : book) {
        if ((!contact.mail.isEmpty() && addresses.contains(contact.mail, Qt::CaseInsensitive)) || names.contains(contact.name))
            found.push_back(contact);
    }
    return found;
}

std::vector<SecondLook> secondLooks(const Addressing &addressing, const std::vector<Contact> &book, const policy::Pack &pack)
{
    QStringList knownDomains;
    for (const Contact &contact : book) {
        if (!contact.mail.isEmpty() && !contact.altered)
            knownDomains += contact.mail.section(u'@', -1);
    }
    if (const auto own = mailAddressFrom(addressing.ownAddress))
        knownDomains += own->domain;
    knownDomains.removeDuplicates();

    Looks looks;
    std::vector<MailAddress> before;
    for (const QString &recipient : addressing.recipients) {
        const auto parsed = mailAddressFrom(recipient);
        const auto address = parsed ? std::optional(*parsed) : std::nullopt;
        const auto contacts = contactsOf({recipient}, book);
        const bool hasMail = address || std::ranges::any_of(contacts, [](const Contact &contact) { return !contact.mail.isEmpty(); });
        if (recipient.trimmed().isEmpty() || !isPlainLine(recipient, longestRecipient) || (isMail(addressing.channel) && !hasMail)) {
            looks.add(Severity::Stop, "invalid", recipient.left(longestRecipient),
                      !parsed && recipient.contains(u'@') ? parsed.error().message : tr("This is not a recipient that can be written to this way."));
            continue;
        }
        if (address) {
            const bool isTwice = std::ranges::any_of(before, [&](const MailAddress &other) { return other.isSameAs(*address); });
            if (isTwice)
                looks.add(Severity::Note, "twice", recipient, tr("This address is named twice."));
            before.push_back(*address);
            lookAtDomain(recipient, *address, knownDomains, looks);
            if (addressing.channel == u"lgwan-mail" && !address->domain.endsWith(u".lg.jp") && !address->domain.endsWith(u".lgwan.jp"))
                looks.add(Severity::Look, "outside-lgwan", recipient, tr("LGWAN mail reaches addresses of .lg.jp; this one is outside."));
        }
        lookAtContact(recipient, contacts, addressing, looks);
        lookAtGateway(recipient, address, contacts, addressing, pack, looks);
    }
    lookAtAll(addressing, pack, looks);
    return looks.all;
}

} // namespace shirushi::sending
