#include "cli/usercommands.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/peoplework.h"
#include "people/joining.h"
#include "people/leaving.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

bool isMissing(const Arguments &arguments, std::initializer_list<const char *> needed, QString &problem)
{
    for (const char *name : needed) {
        if (arguments.text(name).isEmpty()) {
            problem = tr("%1 is missing.").arg(QStringLiteral("--") + QLatin1String(name));
            return true;
        }
    }
    return false;
}

std::optional<bool> yesOrNo(const QString &text)
{
    return text == u"yes" ? std::optional(true) : text == u"no" ? std::optional(false) : std::nullopt;
}

int tell(const PeopleWork &work, const people::Roster &roster, const QString &id, const Arguments &arguments)
{
    if (arguments.has("json"))
        printJson({toJson(work.office, *roster.find(id))});
    else
        standardOutput() << id << Qt::endl;
    return AllDone;
}

} // namespace

int runUserAdd(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words,
                                            {{"user", "password-file", "id", "name", "role", "kana", "department",
                                              "initial-password-file"},
                                             {"json", "administrator"}},
                                            problem);
    if (!arguments || isMissing(*arguments, {"id", "name", "role", "initial-password-file"}, problem))
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    const auto password = readPasswordFile(arguments->path("initial-password-file"));
    if (!password)
        return failed(password.error());
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    auto administration = (*work)->administration();
    if (!administration)
        return failed(administration.error());
    const people::NewPerson person{arguments->text("id"), arguments->text("name"), arguments->text("role"),
                                   arguments->text("kana"), arguments->text("department"), arguments->has("administrator")};
    // Told and not refused: it is a temporary one. Where the rules let it stay, it must keep them.
    const bool keepsRules = keepsPasswordRules(*(*work)->pack, *password, {person.id, person.name, person.kana});
    if (!keepsRules && !(*work)->pack->passwords.changeInitial)
        return SomeFailed;
    if (const auto added = administration->add(*(*work)->pack, person, *password); !added)
        return failed(added.error());
    return tell(**work, administration->roster(), person.id, *arguments);
}

int runUserAdmit(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(
        words, {{"user", "password-file", "role", "department"}, {"json", "administrator"}}, problem);
    if (!arguments || isMissing(*arguments, {"role"}, problem))
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one application."));
    const auto application = people::readApplication(base::Path(arguments->rest().front()));
    if (!application)
        return failed(application.error());
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    auto administration = (*work)->administration();
    if (!administration)
        return failed(administration.error());
    const people::NewPerson person{application->id, application->name, arguments->text("role"), application->kana,
                                   arguments->has("department") ? arguments->text("department") : application->department,
                                   arguments->has("administrator")};
    const auto admitted = administration->admit(*(*work)->pack, person, application->signingKey, application->receivingKey);
    if (!admitted)
        return failed(admitted.error());
    return tell(**work, administration->roster(), person.id, *arguments);
}

int runUserList(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    const people::Office office = officeFromEnvironment();
    if (const auto session = signIn(office, *arguments); !session)
        return failed(session.error());
    const auto roster = people::readRoster(office.rosterFile());
    if (!roster)
        return failed(roster.error());
    if (arguments->has("json")) {
        QJsonArray array;
        for (const people::Person &person : roster->persons)
            array.append(toJson(office, person));
        printJson(array);
        return AllDone;
    }
    for (const people::Person &person : roster->persons) {
        standardOutput() << person.id << '\t' << line(person.name) << '\t' << line(person.department) << '\t' << person.role
                         << '\t' << (person.administrator ? tr("administrator") : QString()) << '\t'
                         << (person.closed ? tr("closed") : QString()) << '\n';
    }
    standardOutput().flush();
    return AllDone;
}

int runUserChange(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words,
                                            {{"user", "password-file", "role", "department", "name", "kana",
                                              "administrator", "deputy-for", "from", "until"},
                                             {"json"}},
                                            problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one person by their id."));
    const auto administrator = yesOrNo(arguments->text("administrator"));
    if (arguments->has("administrator") && !administrator)
        return wrongUsage(tr("--administrator takes yes or no."));
    const people::Deputy deputy{arguments->text("deputy-for"),
                                QDate::fromString(arguments->text("from"), Qt::ISODate),
                                QDate::fromString(arguments->text("until"), Qt::ISODate)};
    const bool endsDeputies = deputy.standsFor == u"none";
    if (arguments->has("deputy-for") && !endsDeputies && (!deputy.from.isValid() || !deputy.until.isValid()))
        return wrongUsage(tr("A deputy needs a first and a last day: --from 2026-04-01 --until 2026-04-30."));
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    auto administration = (*work)->administration();
    if (!administration)
        return failed(administration.error());
    const QString id = QString::fromStdString(arguments->rest().front());
    const people::Person *known = administration->roster().find(id);
    people::Person person = known ? *known : people::Person{};
    person.id = id;
    for (const auto &[option, member] :
         {std::pair{"role", &person.role}, {"department", &person.department}, {"name", &person.name}, {"kana", &person.kana}}) {
        if (arguments->has(option))
            *member = arguments->text(option);
    }
    person.administrator = administrator.value_or(person.administrator);
    if (endsDeputies)
        person.deputies.clear();
    else if (arguments->has("deputy-for"))
        person.deputies.push_back(deputy);
    if (const auto changed = administration->change(*(*work)->pack, person); !changed)
        return failed(changed.error());
    return tell(**work, administration->roster(), id, *arguments);
}

int runUserClose(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {{"user", "password-file", "reason"}, {"json"}}, problem);
    if (!arguments || isMissing(*arguments, {"reason"}, problem))
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one person by their id."));
    auto work = openPeopleWork(*arguments);
    if (!work)
        return failed(work.error());
    auto administration = (*work)->administration();
    if (!administration)
        return failed(administration.error());
    const QString id = QString::fromStdString(arguments->rest().front());
    const auto open = people::leavingChecklist((*work)->ledger, id);
    if (!open)
        return failed(open.error());
    QJsonArray checklist;
    for (const people::LeavingItem &item : *open) {
        printNotice(item.subject, tr("%1 (entry %2)").arg(item.sentence).arg(item.seq));
        checklist.append(toJson(item));
    }
    if (const auto closed = administration->close(id, arguments->text("reason")); !closed)
        return failed(closed.error());
    if (arguments->has("json")) {
        QJsonObject json = toJson((*work)->office, *administration->roster().find(id));
        json.insert(QStringLiteral("checklist"), checklist);
        printJson({json});
    } else {
        standardOutput() << id << Qt::endl;
    }
    return AllDone;
}

} // namespace shirushi::cli
