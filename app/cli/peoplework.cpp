#include "cli/peoplework.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "crypto/keys.h"
#include "policy/library.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

} // namespace

base::Result<std::shared_ptr<const policy::Pack>> packOf(const people::Office &office)
{
    const auto settings = people::readSettings(office.settingsFile());
    if (!settings)
        return std::unexpected(settings.error());
    auto pack = policy::Library::load(office.policyFolder()).find(settings->policy);
    if (!pack)
        return base::failure(base::ErrorCode::NotFound, settings->policy, tr("The rules of this office are not installed."));
    return pack;
}

base::Result<std::unique_ptr<PeopleWork>> openPeopleWork(const Arguments &arguments)
{
    people::Office office = officeFromEnvironment();
    auto work = openForWork(office, arguments);
    if (!work)
        return std::unexpected(work.error());
    if (!work->ledger.isWritable()) {
        return base::failure(base::ErrorCode::Damaged, base::toDisplay(office.ledgerFile()),
                             tr("The ledger can only be read at present: nothing was changed."));
    }
    auto pack = packOf(office);
    if (!pack)
        return std::unexpected(pack.error());
    return std::make_unique<PeopleWork>(
        PeopleWork{std::move(office), std::move(work->session), std::move(work->ledger), std::move(*pack)});
}

bool keepsPasswordRules(const policy::Pack &pack, const base::SecretBytes &password, const people::PasswordOwner &owner)
{
    const people::PasswordVerdict verdict = people::judgePassword(pack.passwords, password, owner);
    for (const people::PasswordProblem &problem : verdict.problems) {
        const QString &article = problem.citation.article;
        printNotice(tr("Password"), article.isEmpty() ? problem.sentence
                                                      : tr("%1 (%2)").arg(problem.sentence, article));
    }
    return verdict.isAllowed();
}

QJsonObject toJson(const people::Office &office, const people::Person &person)
{
    QJsonArray deputies;
    for (const people::Deputy &deputy : person.deputies) {
        deputies.append(QJsonObject{{QStringLiteral("standsFor"), deputy.standsFor},
                                    {QStringLiteral("from"), deputy.from.toString(Qt::ISODate)},
                                    {QStringLiteral("until"), deputy.until.toString(Qt::ISODate)}});
    }
    const auto slot = people::readSlot(office.slotFile(person.id));
    QJsonObject json{{QStringLiteral("id"), person.id},
                     {QStringLiteral("name"), person.name},
                     {QStringLiteral("kana"), person.kana},
                     {QStringLiteral("department"), person.department},
                     {QStringLiteral("role"), person.role},
                     {QStringLiteral("administrator"), person.administrator},
                     {QStringLiteral("keyId"), crypto::keyIdOf(person.signingKey)},
                     {QStringLiteral("since"), base::toRfc3339(person.since)},
                     {QStringLiteral("closed"), person.closed ? QJsonValue(base::toRfc3339(*person.closed)) : QJsonValue()},
                     {QStringLiteral("signsInHere"), slot.has_value()},
                     {QStringLiteral("temporaryPassword"), slot && slot->mustChange},
                     {QStringLiteral("deputies"), deputies}};
    return json;
}

} // namespace shirushi::cli
