#include "vault/succession.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/digest.h"
#include "vault/jsonreading.h"
#include "vault/sealing.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace shirushi::vault {

namespace {

constexpr qsizetype signatureSize = 64;
const QString vaultMember = QStringLiteral("vault");

// What is signed: a link is of one vault, and nothing else that somebody signs reads like one.
QJsonObject covered(const Link &link, const QString &vault)
{
    QJsonObject json = toJson(link);
    json.insert(vaultMember, vault);
    json.insert(QStringLiteral("kind"), QStringLiteral("shirushi-vault-members"));
    return json;
}

QStringList inOrder(QStringList people)
{
    people.sort();
    people.removeDuplicates();
    return people;
}

} // namespace

QJsonObject toJson(const Link &link)
{
    QJsonObject json{{QStringLiteral("counter"), static_cast<qint64>(link.counter)},
                     {QStringLiteral("people"), QJsonArray::fromStringList(link.people)},
                     {QStringLiteral("previous"), link.previous},
                     {QStringLiteral("by"), link.by},
                     {QStringLiteral("keyId"), link.keyId}};
    if (!link.signature.isEmpty())
        json.insert(QStringLiteral("signature"), QString::fromLatin1(base::toBase64Url(link.signature)));
    return json;
}

bool readSuccession(const std::vector<QJsonObject> &list, Succession &succession)
{
    for (const QJsonObject &entry : list) {
        JsonReading one(entry);
        Link link;
        link.counter = one.number("counter", 1);
        link.people = one.texts("people", 2 * mostReaders);
        link.previous = succession.empty() ? one.text("previous") : one.hash("previous");
        link.by = one.text("by");
        link.keyId = one.text("keyId");
        link.signature = one.bytes("signature", signatureSize);
        if (!one.isRight() || link.people.isEmpty() || (succession.empty() && !link.previous.isEmpty()))
            return false;
        succession.push_back(std::move(link));
    }
    return true;
}

QStringList peopleOf(const Readers &readers)
{
    QStringList people;
    for (const std::vector<Reader> *list : {&readers.members, &readers.escrow}) {
        for (const Reader &reader : *list)
            people += reader.id;
    }
    return inOrder(people);
}

QString hashOf(const Link &link)
{
    return QString::fromLatin1(base::toHex(crypto::sha256(base::canonicalJson(toJson(link)))));
}

base::Result<void> goOn(Succession &succession, const QString &vault, std::int64_t counter, const QStringList &people,
                        const crypto::Signer &signer)
{
    Link link{counter, inOrder(people), {}, signer.user(), {}, {}};
    if (!succession.empty() && succession.back().people == link.people)
        return {};
    if (succession.size() == mostLinks) {
        return base::failure(base::ErrorCode::TooLarge, vault,
                             QCoreApplication::translate("shirushi::vault", "The members of this vault were changed too often. Please make a new vault and move the items there."));
    }
    if (!succession.empty())
        link.previous = hashOf(succession.back());
    const auto json = signedJson(covered(link, vault), signer);
    if (!json)
        return std::unexpected(json.error());
    JsonReading reading(*json);
    link.keyId = reading.text("keyId");
    link.signature = reading.bytes("signature", signatureSize);
    succession.push_back(std::move(link));
    return {};
}

bool isUnbroken(const Succession &succession, const QString &vault, const QString &founder, const ledger::Signatories &people)
{
    const Link *before = nullptr;
    for (const Link &link : succession) {
        const bool isFollowing = before ? link.previous == hashOf(*before) && link.counter > before->counter && before->has(link.by)
                                        : link.by == founder && link.has(founder);
        if (!isFollowing || !isSignedBy(covered(link, vault), link.by, people))
            return false;
        before = &link;
    }
    return before != nullptr;
}

bool holds(const Succession &succession, const QString &hash)
{
    return std::ranges::any_of(succession, [&](const Link &link) { return hashOf(link) == hash; });
}

} // namespace shirushi::vault
