#include "people/proofcheck.h"

#include "crypto/keys.h"

#include <algorithm>

namespace shirushi::people {

namespace {

class EverInOffice final : public ledger::Signatories
{
public:
    explicit EverInOffice(const Roster &roster) : m_roster(roster) {}

    std::optional<QByteArray> publicKey(const QString &user, const QString &keyId) const override
    {
        const auto keys = keysOf(user);
        const auto found = std::find_if(keys.begin(), keys.end(),
                                        [&](const QByteArray &key) { return crypto::keyIdOf(key) == keyId; });
        return found == keys.end() ? std::nullopt : std::optional(*found);
    }
    std::vector<QByteArray> keysOf(const QString &user) const override
    {
        const Person *person = m_roster.find(user);
        if (!person)
            return {};
        std::vector<QByteArray> keys{person->signingKey};
        keys.insert(keys.end(), person->formerKeys.begin(), person->formerKeys.end());
        return keys;
    }
    bool isAdministrator(const QString &user) const override
    {
        const Person *person = m_roster.find(user);
        return person && person->administrator && !person->closed;
    }

private:
    const Roster &m_roster;
};

QString plain(QString fingerprint)
{
    fingerprint.removeIf([](QChar character) { return character == u'-' || character.isSpace(); });
    return fingerprint.toUpper().replace(u'O', u'0').replace(u'I', u'1').replace(u'L', u'1');
}

} // namespace

std::vector<ledger::Finding> checkProof(const ledger::Ledger::Inclusion &inclusion, const Roster &roster)
{
    auto findings = ledger::checkProof(inclusion, EverInOffice(roster));
    const auto entry = ledger::entryFromJson(inclusion.entry);
    const Person *signer = entry ? roster.find(entry->user) : nullptr;
    if (signer && signer->closed && entry->at > *signer->closed)
        findings.push_back({ledger::FindingKind::SignerUnknown, entry->seq, entry->user, {}});
    return findings;
}

bool isFingerprintOf(const QString &typed, const QByteArray &rootKey)
{
    return !typed.isEmpty() && plain(typed) == plain(fingerprintOf(rootKey));
}

} // namespace shirushi::people
