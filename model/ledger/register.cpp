#include "ledger/register.h"

#include "platform/replacement.h"
#include "print/csv.h"
#include "print/tableform.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace shirushi::ledger {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::ledger", text);
}

struct KindTitle {
    const char *kind;
    const char *title;
};

constexpr KindTitle kindTitles[] = {
    {"founded", QT_TRANSLATE_NOOP("shirushi::ledger", "Office set up")},
    {"roster", QT_TRANSLATE_NOOP("shirushi::ledger", "Roster changed")},
    {"let-in", QT_TRANSLATE_NOOP("shirushi::ledger", "Administrator let in")},
    {"label", QT_TRANSLATE_NOOP("shirushi::ledger", "Labelled")},
    {"label-removed", QT_TRANSLATE_NOOP("shirushi::ledger", "Label removed")},
    {"question", QT_TRANSLATE_NOOP("shirushi::ledger", "Class asked for")},
    {"undone", QT_TRANSLATE_NOOP("shirushi::ledger", "Undone")},
    {"sign-in-failed", QT_TRANSLATE_NOOP("shirushi::ledger", "Sign-in failed")},
    {"accepted", QT_TRANSLATE_NOOP("shirushi::ledger", "Findings accepted")},
    {"lost", QT_TRANSLATE_NOOP("shirushi::ledger", "Lost entry")},
    {"request", QT_TRANSLATE_NOOP("shirushi::ledger", "Request")},
    {"approval", QT_TRANSLATE_NOOP("shirushi::ledger", "Approval")},
    {"refusal", QT_TRANSLATE_NOOP("shirushi::ledger", "Refusal")},
    {"withdrawal", QT_TRANSLATE_NOOP("shirushi::ledger", "Withdrawal")},
    {"paper-decision", QT_TRANSLATE_NOOP("shirushi::ledger", "Decision on paper")},
    {"countersign", QT_TRANSLATE_NOOP("shirushi::ledger", "Countersigned")},
    {"exception-report", QT_TRANSLATE_NOOP("shirushi::ledger", "Exception reported")},
    {"designation", QT_TRANSLATE_NOOP("shirushi::ledger", "Designation")},
    {"send-check", QT_TRANSLATE_NOOP("shirushi::ledger", "Sending checked")},
    {"vault-created", QT_TRANSLATE_NOOP("shirushi::ledger", "Vault made")},
    {"vault-put", QT_TRANSLATE_NOOP("shirushi::ledger", "Put into a vault")},
    {"vault-got", QT_TRANSLATE_NOOP("shirushi::ledger", "Taken out of a vault")},
    {"vault-saved", QT_TRANSLATE_NOOP("shirushi::ledger", "Saved in a vault")},
    {"vault-changed", QT_TRANSLATE_NOOP("shirushi::ledger", "Item of a vault changed")},
    {"vault-members", QT_TRANSLATE_NOOP("shirushi::ledger", "Members of a vault changed")},
    {"vault-relocked", QT_TRANSLATE_NOOP("shirushi::ledger", "Locked anew in a vault")},
    {"vault-recovered", QT_TRANSLATE_NOOP("shirushi::ledger", "Recovered from a vault")},
    {"vault-moved", QT_TRANSLATE_NOOP("shirushi::ledger", "Moved into another vault")},
    {"vault-copied", QT_TRANSLATE_NOOP("shirushi::ledger", "Second copy made")},
    {"vault-checked", QT_TRANSLATE_NOOP("shirushi::ledger", "Vault checked")},
    {"vault-left", QT_TRANSLATE_NOOP("shirushi::ledger", "Vault taken off the list")},
    {"vault-joined", QT_TRANSLATE_NOOP("shirushi::ledger", "Vault first used here")},
    {"vault-opened", QT_TRANSLATE_NOOP("shirushi::ledger", "Opened in a vault")},
    {"vault-closed", QT_TRANSLATE_NOOP("shirushi::ledger", "Closed in a vault")},
    {"vault-discarded", QT_TRANSLATE_NOOP("shirushi::ledger", "Rescue item thrown away")},
    {"disposal-listed", QT_TRANSLATE_NOOP("shirushi::ledger", "Disposals listed")},
    {"disposal-begun", QT_TRANSLATE_NOOP("shirushi::ledger", "Disposal begun")},
    {"disposed", QT_TRANSLATE_NOOP("shirushi::ledger", "Disposed of")},
    {"erased", QT_TRANSLATE_NOOP("shirushi::ledger", "Erased")},
    {"key-exported", QT_TRANSLATE_NOOP("shirushi::ledger", "Own key exported")},
    {"reviewed", QT_TRANSLATE_NOOP("shirushi::ledger", "Reviewed")},
    {"backup", QT_TRANSLATE_NOOP("shirushi::ledger", "Backup made")},
    {"restored", QT_TRANSLATE_NOOP("shirushi::ledger", "Restored from a backup")},
};

QString localTime(const QDateTime &at)
{
    return at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QStringList csvHeadings()
{
    return {tr("No."), tr("Date and time"), tr("Person"), tr("Name"), tr("Kind"), tr("What was done"), tr("File"),
            tr("Class before"), tr("Class after"), tr("Reason"), tr("Content hash"), tr("SHA-256")};
}

QStringList csvRow(const Entry &entry, const RegisterWords &words)
{
    const EntryDraft &draft = entry.draft;
    return {QString::number(entry.seq), localTime(entry.at), entry.user, words.personName(entry.user), draft.kind,
            titleOfKind(draft.kind), draft.file, words.classNames(draft.before), words.classNames(draft.after),
            draft.reason, draft.contentHash, draft.sha256};
}

std::vector<print::TableColumn> formColumns()
{
    return {{tr("No."), 5, true}, {tr("Date and time"), 13}, {tr("Name"), 9}, {tr("What was done"), 9},
            {tr("File"), 24}, {tr("Class"), 16}, {tr("Reason"), 16}};
}

QStringList formRow(const Entry &entry, const RegisterWords &words)
{
    const QDateTime at = entry.at.toLocalTime();
    return {QString::number(entry.seq), base::toJapaneseDate(at.date()) + at.toString(QStringLiteral(" HH:mm")),
            words.personName(entry.user), titleOfKind(entry.draft.kind), entry.draft.file,
            words.classNames(entry.draft.after), entry.draft.reason};
}

base::Result<platform::Replacement> openTarget(const base::Path &file, std::optional<platform::FileSource> &old)
{
    auto source = platform::FileSource::open(file);
    if (!source && source.error().code != base::ErrorCode::NotFound)
        return std::unexpected(source.error());
    if (!source)
        return platform::Replacement::create(file);
    old.emplace(std::move(*source));
    return platform::Replacement::of(*old);
}

} // namespace

QString titleOfKind(const QString &kind)
{
    for (const KindTitle &known : kindTitles) {
        if (kind == QLatin1String(known.kind))
            return tr(known.title);
    }
    return kind;
}

QString classNames(const policy::Library &library, const QJsonValue &side)
{
    const QJsonObject object = side.toObject();
    const auto pack = library.find(object.value(QStringLiteral("policy")).toString());
    QJsonObject classes = object.value(QStringLiteral("classes")).toObject();
    QStringList names;
    // In the order of the policy, then what it does not know.
    if (pack) {
        for (const policy::Axis &axis : pack->axes) {
            const QString id = classes.take(axis.id).toString();
            const policy::Level *level = axis.level(id);
            if (level)
                names += level->mark.isEmpty() ? level->shortName : level->mark;
            else if (!id.isEmpty())
                names += axis.id + u'=' + id;
        }
    }
    for (auto axis = classes.begin(); axis != classes.end(); ++axis)
        names += axis.key() + u'=' + axis.value().toString();
    return names.join(pack ? pack->marks.separator : QStringLiteral("・"));
}

base::Result<std::int64_t> exportRegister(Ledger &ledger, const Query &query, RegisterFormat format,
                                          const RegisterWords &words, const RegisterForm &form, const base::Path &file,
                                          const base::Clock &clock)
{
    std::optional<platform::FileSource> old;
    auto target = openTarget(file, old);
    if (!target)
        return std::unexpected(target.error());
    print::TableForm table{form.title, form.subject, form.notes, form.approvals, clock.now(), true, formColumns(), {}};
    std::int64_t count = 0;
    base::Result<void> written;
    if (format == RegisterFormat::Csv)
        written = target->write(print::csvMark() + print::csvRecord(csvHeadings()));
    const auto visited = ledger.visit(query, [&](const Entry &entry) {
        ++count;
        if (format == RegisterFormat::Csv)
            written = target->write(print::csvRecord(csvRow(entry, words)));
        else if (format == RegisterFormat::JsonLines)
            written = target->write(QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact) + '\n');
        else
            table.rows.push_back(formRow(entry, words));
        return written.has_value() && table.rows.size() <= print::TableForm::mostRows;
    });
    if (!visited)
        return std::unexpected(visited.error());
    if (written && format == RegisterFormat::Pdf) {
        const auto pdf = print::toPdf(table);
        if (!pdf)
            return std::unexpected(pdf.error());
        written = target->write(*pdf);
    }
    if (written)
        written = target->commit();
    if (!written)
        return std::unexpected(written.error());
    return count;
}

} // namespace shirushi::ledger
