#include "people/attempts.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "crypto/keys.h"
#include "crypto/seal.h"
#include "platform/filelock.h"
#include "platform/filesource.h"
#include "platform/jsonfile.h"
#include "platform/replacement.h"

#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace shirushi::people {

namespace {

constexpr int freeAttempts = 3;
constexpr qint64 longestDelay = 30'000;
constexpr std::uint64_t largestJournal = 4 << 20;
constexpr qsizetype longestId = 64; // what is typed is not always an id
const QByteArray journalContext = "shirushi/v1/journal";

base::Path counterFile(const base::Path &folder)
{
    return folder / "attempts.json";
}

base::Path journalFile(const base::Path &folder)
{
    return folder / "attempts.journal";
}

QJsonObject counters(const base::Path &folder)
{
    return platform::readJsonFile(counterFile(folder)).value_or(QJsonObject());
}

std::optional<Attempt> attemptFrom(const QByteArray &line, const base::SecretBytes &privateKey)
{
    const auto sealed = base::fromBase64Url(line);
    if (!sealed)
        return std::nullopt;
    const auto opened = crypto::openWithPrivateKey(privateKey, *sealed, journalContext);
    if (!opened)
        return std::nullopt;
    const auto json = base::parseJsonObject(
        QByteArray(reinterpret_cast<const char *>(opened->data()), static_cast<qsizetype>(opened->size())), {});
    if (!json)
        return std::nullopt;
    return Attempt{json->value(QStringLiteral("user")).toString(),
                   base::fromRfc3339(json->value(QStringLiteral("at")).toString())};
}

} // namespace

std::chrono::milliseconds Attempts::delay(const QString &user, const base::Clock &clock) const
{
    const QJsonObject counter = counters(m_folder).value(user).toObject();
    const int wrong = counter.value(QStringLiteral("wrong")).toInt();
    if (wrong < freeAttempts)
        return {};
    const qint64 wait = std::min<qint64>(longestDelay, 1000LL << std::min(wrong - freeAttempts, 10));
    const QDateTime last = base::fromRfc3339(counter.value(QStringLiteral("last")).toString());
    const qint64 passed = last.isValid() ? last.msecsTo(clock.now()) : 0;
    return std::chrono::milliseconds(std::clamp<qint64>(wait - std::max<qint64>(passed, 0), 0, longestDelay));
}

void Attempts::noteWrong(const QString &user, const QByteArray &journalKey, const base::Clock &clock)
{
    const QString typed = user.first(std::min(user.size(), longestId));
    const auto lock = platform::FileLock::exclusive(m_folder / "attempts.lock");
    QJsonObject all = counters(m_folder);
    const int wrong = all.value(typed).toObject().value(QStringLiteral("wrong")).toInt();
    const QString now = base::toRfc3339(clock.now());
    all.insert(typed, QJsonObject{{QStringLiteral("wrong"), wrong + 1}, {QStringLiteral("last"), now}});
    // Nobody is signed in and nobody can be told: what cannot be noted here still was a wrong password.
    [[maybe_unused]] const auto counted = platform::writeFile(counterFile(m_folder), base::canonicalJson(all) + '\n');
    if (journalKey.isEmpty())
        return;
    const QByteArray line = base::canonicalJson(QJsonObject{{QStringLiteral("user"), typed}, {QStringLiteral("at"), now}});
    const base::SecretBytes secret(std::span(reinterpret_cast<const std::uint8_t *>(line.constData()),
                                             static_cast<std::size_t>(line.size())));
    const auto sealed = crypto::sealToKey(journalKey, secret, journalContext);
    const auto source = platform::FileSource::open(journalFile(m_folder));
    const QByteArray before = source ? source->all(largestJournal).value_or(QByteArray()) : QByteArray();
    if (sealed && before.size() < static_cast<qsizetype>(largestJournal) - 1024) {
        [[maybe_unused]] const auto noted =
            platform::writeFile(journalFile(m_folder), before + base::toBase64Url(*sealed) + '\n');
    }
}

void Attempts::noteRight(const QString &user)
{
    QJsonObject all = counters(m_folder);
    if (!all.contains(user))
        return;
    const auto lock = platform::FileLock::exclusive(m_folder / "attempts.lock");
    all = counters(m_folder);
    all.remove(user);
    [[maybe_unused]] const auto counted = platform::writeFile(counterFile(m_folder), base::canonicalJson(all) + '\n');
}

base::Result<void> Attempts::merge(const base::SecretBytes &privateKey,
                                   const std::function<base::Result<void>(const std::vector<Attempt> &attempts)> &record)
{
    std::error_code ignored;
    if (!std::filesystem::exists(journalFile(m_folder), ignored))
        return {};
    const auto lock = platform::FileLock::exclusive(m_folder / "attempts.lock");
    if (!lock)
        return std::unexpected(lock.error());
    const auto source = platform::FileSource::open(journalFile(m_folder));
    if (!source)
        return source.error().code == base::ErrorCode::NotFound ? base::Result<void>() : std::unexpected(source.error());
    const auto content = source->all(largestJournal);
    if (!content)
        return std::unexpected(content.error());
    std::vector<Attempt> attempts;
    const QList<QByteArray> lines = content->split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            attempts.push_back(attemptFrom(line, privateKey).value_or(Attempt()));
    }
    if (const auto recorded = record(attempts); !recorded)
        return recorded;
    return platform::removeFile(journalFile(m_folder));
}

base::Result<base::SecretBytes> journalPrivateKey(const base::SecretBytes &ledgerKey)
{
    return crypto::hkdf(ledgerKey, {}, journalContext);
}

base::Result<QByteArray> journalPublicKey(const base::SecretBytes &ledgerKey)
{
    const auto privateKey = journalPrivateKey(ledgerKey);
    if (!privateKey)
        return std::unexpected(privateKey.error());
    return crypto::receivingPublicKey(*privateKey);
}

} // namespace shirushi::people
