#include "cli/addresscommands.h"

#include "base/clock.h"
#include "cli/exitcode.h"
#include "cli/labeldesk.h"
#include "cli/output.h"
#include "platform/filesource.h"
#include "sending/addressbook.h"

#include <QCoreApplication>

namespace shirushi::cli {

namespace {

using sending::Contact;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

const std::vector<std::string> contactOptions{"name", "kana", "organisation", "kind", "mail", "telephone",
                                              "age-key", "certificate", "stripped", "user", "password-file"};

sending::AddressBook bookOf(Desk &desk)
{
    return sending::AddressBook({desk.ledger, desk.session, desk.clock});
}

// "none" empties a member.
QString given(const Arguments &arguments, const char *option, const QString &before)
{
    if (!arguments.has(option))
        return before;
    return arguments.text(option) == u"none" ? QString() : arguments.text(option);
}

base::Result<void> apply(const Arguments &arguments, Contact &contact)
{
    constexpr std::uint64_t largestCertificate = 64 * 1024;
    contact.name = given(arguments, "name", contact.name);
    contact.kana = given(arguments, "kana", contact.kana);
    contact.organisation = given(arguments, "organisation", contact.organisation);
    contact.kind = given(arguments, "kind", contact.kind);
    contact.mail = given(arguments, "mail", contact.mail);
    contact.telephone = given(arguments, "telephone", contact.telephone);
    contact.ageKey = given(arguments, "age-key", contact.ageKey);
    if (arguments.has("stripped"))
        contact.stripped = given(arguments, "stripped", {}).split(u',', Qt::SkipEmptyParts);
    if (!arguments.has("certificate"))
        return {};
    contact.certificate.clear();
    if (arguments.text("certificate") == u"none")
        return {};
    const auto source = platform::FileSource::open(arguments.path("certificate"));
    auto bytes = source ? source->all(largestCertificate) : std::unexpected(source.error());
    if (!bytes)
        return std::unexpected(bytes.error());
    contact.certificate = std::move(*bytes);
    return {};
}

QJsonObject json(const Contact &contact)
{
    return {{QStringLiteral("id"), contact.id},
            {QStringLiteral("name"), contact.name},
            {QStringLiteral("kana"), contact.kana},
            {QStringLiteral("organisation"), contact.organisation},
            {QStringLiteral("kind"), contact.kind},
            {QStringLiteral("mail"), contact.mail},
            {QStringLiteral("telephone"), contact.telephone},
            {QStringLiteral("ageKey"), contact.ageKey},
            {QStringLiteral("certificate"), !contact.certificate.isEmpty()},
            {QStringLiteral("stripped"), QJsonArray::fromStringList(contact.stripped)},
            {QStringLiteral("checkedAt"), contact.checkedAt ? base::toRfc3339(*contact.checkedAt) : QString()},
            {QStringLiteral("checkedBy"), contact.checkedBy},
            {QStringLiteral("altered"), contact.altered}};
}

int tell(const base::Result<Contact> &contact, const Arguments &arguments)
{
    if (!contact)
        return failed(contact.error());
    if (arguments.has("json"))
        printJson({json(*contact)});
    else
        standardOutput() << contact->id << Qt::endl;
    return AllDone;
}

// Signs in and does one thing with the contact of one id.
template <typename Deed>
int withOne(const std::vector<std::string> &words, const std::vector<std::string> &options, Deed deed)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {options, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (arguments->rest().size() != 1)
        return wrongUsage(tr("Please name one number of the address book."));
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    sending::AddressBook book = bookOf(**desk);
    return tell(deed(book, QString::fromStdString(arguments->rest().front()), *arguments), *arguments);
}

} // namespace

int runAddressAdd(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {contactOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    if (!arguments->rest().empty())
        return wrongUsage(tr("This command takes no files."));
    Contact contact;
    if (const auto applied = apply(*arguments, contact); !applied)
        return failed(applied.error());
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    return tell(bookOf(**desk).add(contact), *arguments);
}

int runAddressChange(const std::vector<std::string> &words)
{
    return withOne(words, contactOptions, [](sending::AddressBook &book, const QString &id, const Arguments &arguments) {
        auto contact = book.contact(id);
        if (!contact)
            return contact;
        if (const auto applied = apply(arguments, *contact); !applied)
            return base::Result<Contact>(std::unexpected(applied.error()));
        return book.change(*contact);
    });
}

int runAddressCheck(const std::vector<std::string> &words)
{
    return withOne(words, signInOptions, [](sending::AddressBook &book, const QString &id, const Arguments &) { return book.markChecked(id); });
}

int runAddressRemove(const std::vector<std::string> &words)
{
    return withOne(words, signInOptions, [](sending::AddressBook &book, const QString &id, const Arguments &) {
        auto contact = book.contact(id);
        if (!contact)
            return contact;
        if (const auto removed = book.remove(id); !removed)
            return base::Result<Contact>(std::unexpected(removed.error()));
        return contact;
    });
}

int runAddressList(const std::vector<std::string> &words)
{
    QString problem;
    const auto arguments = Arguments::parse(words, {signInOptions, {"json"}}, problem);
    if (!arguments)
        return wrongUsage(problem);
    QStringList wanted;
    for (const std::string &word : arguments->rest())
        wanted += QString::fromStdString(word);
    auto desk = openDesk(*arguments);
    if (!desk)
        return failed(desk.error());
    const auto contacts = bookOf(**desk).find(wanted.join(u' '));
    if (!contacts)
        return failed(contacts.error());
    QJsonArray array;
    for (const Contact &contact : *contacts) {
        if (arguments->has("json")) {
            array.append(json(contact));
            continue;
        }
        standardOutput() << contact.id << '\t' << line(contact.name) << '\t' << line(contact.organisation) << '\t' << contact.kind << '\t'
                         << contact.mail << '\t' << contact.telephone << '\t'
                         << (contact.altered ? tr("changed without a record") : contact.isChecked() ? tr("checked") : tr("not checked")) << '\n';
    }
    if (arguments->has("json"))
        printJson(array);
    standardOutput().flush();
    return AllDone;
}

} // namespace shirushi::cli
