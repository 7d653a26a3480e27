#include "review/entrywords.h"

#include "base/clock.h"
#include "widgets/language.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>

namespace shirushi::review {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::review", text);
}

struct Words {
    const char *kind;
    const char *text;
};

constexpr std::array words{
    Words{"label", QT_TRANSLATE_NOOP("shirushi::review", "Class shown")},
    Words{"label-removed", QT_TRANSLATE_NOOP("shirushi::review", "Class removed")},
    Words{"designation", QT_TRANSLATE_NOOP("shirushi::review", "Class designated")},
    Words{"question", QT_TRANSLATE_NOOP("shirushi::review", "Question referred")},
    Words{"undone", QT_TRANSLATE_NOOP("shirushi::review", "Not carried out")},
    Words{"request", QT_TRANSLATE_NOOP("shirushi::review", "Approval asked for")},
    Words{"approval", QT_TRANSLATE_NOOP("shirushi::review", "Approved")},
    Words{"refusal", QT_TRANSLATE_NOOP("shirushi::review", "Not approved")},
    Words{"withdrawal", QT_TRANSLATE_NOOP("shirushi::review", "Request withdrawn")},
    Words{"paper-decision", QT_TRANSLATE_NOOP("shirushi::review", "Decision on paper recorded")},
    Words{"countersign", QT_TRANSLATE_NOOP("shirushi::review", "Shared duties countersigned")},
    Words{"exception-report", QT_TRANSLATE_NOOP("shirushi::review", "Exception reported")},
    Words{"send-check", QT_TRANSLATE_NOOP("shirushi::review", "Sending checked")},
    Words{"published", QT_TRANSLATE_NOOP("shirushi::review", "Published")},
    Words{"publication-check", QT_TRANSLATE_NOOP("shirushi::review", "Published copy compared")},
    Words{"roster", QT_TRANSLATE_NOOP("shirushi::review", "Roster changed")},
    Words{"let-in", QT_TRANSLATE_NOOP("shirushi::review", "Administrator let in")},
    Words{"sign-in-failed", QT_TRANSLATE_NOOP("shirushi::review", "Wrong password")},
    Words{"sent", QT_TRANSLATE_NOOP("shirushi::review", "Sent")},
    Words{"password-told", QT_TRANSLATE_NOOP("shirushi::review", "Password told")},
    Words{"password-forgotten", QT_TRANSLATE_NOOP("shirushi::review", "Password erased untold")},
    Words{"receipt", QT_TRANSLATE_NOOP("shirushi::review", "Receipt confirmed")},
    Words{"draft", QT_TRANSLATE_NOOP("shirushi::review", "Mail drafted")},
    Words{"missent", QT_TRANSLATE_NOOP("shirushi::review", "Mis-sent")},
    Words{"address", QT_TRANSLATE_NOOP("shirushi::review", "Address book changed")},
    Words{"received", QT_TRANSLATE_NOOP("shirushi::review", "Received")},
    Words{"vault-created", QT_TRANSLATE_NOOP("shirushi::review", "Vault made")},
    Words{"vault-joined", QT_TRANSLATE_NOOP("shirushi::review", "Vault first used here")},
    Words{"vault-put", QT_TRANSLATE_NOOP("shirushi::review", "Put into a vault")},
    Words{"vault-got", QT_TRANSLATE_NOOP("shirushi::review", "Taken out of a vault")},
    Words{"vault-saved", QT_TRANSLATE_NOOP("shirushi::review", "Saved in a vault")},
    Words{"vault-changed", QT_TRANSLATE_NOOP("shirushi::review", "Item of a vault changed")},
    Words{"vault-members", QT_TRANSLATE_NOOP("shirushi::review", "Members of a vault changed")},
    Words{"vault-relocked", QT_TRANSLATE_NOOP("shirushi::review", "Locked anew in a vault")},
    Words{"vault-recovered", QT_TRANSLATE_NOOP("shirushi::review", "Recovered from a vault")},
    Words{"vault-moved", QT_TRANSLATE_NOOP("shirushi::review", "Moved into another vault")},
    Words{"vault-copied", QT_TRANSLATE_NOOP("shirushi::review", "Second copy made")},
    Words{"vault-checked", QT_TRANSLATE_NOOP("shirushi::review", "Vault checked")},
    Words{"vault-left", QT_TRANSLATE_NOOP("shirushi::review", "Vault taken off the list")},
    Words{"vault-opened", QT_TRANSLATE_NOOP("shirushi::review", "Opened in a vault")},
    Words{"vault-closed", QT_TRANSLATE_NOOP("shirushi::review", "Closed in a vault")},
    Words{"vault-discarded", QT_TRANSLATE_NOOP("shirushi::review", "Rescue item thrown away")},
    Words{"disposal-listed", QT_TRANSLATE_NOOP("shirushi::review", "Disposals listed")},
    Words{"disposal-begun", QT_TRANSLATE_NOOP("shirushi::review", "Disposal begun")},
    Words{"disposed", QT_TRANSLATE_NOOP("shirushi::review", "Disposed of")},
    Words{"erased", QT_TRANSLATE_NOOP("shirushi::review", "Erased")},
    Words{"key-exported", QT_TRANSLATE_NOOP("shirushi::review", "Own key exported")},
    Words{"founded", QT_TRANSLATE_NOOP("shirushi::review", "Ledger founded")},
    Words{"reviewed", QT_TRANSLATE_NOOP("shirushi::review", "Records reviewed")},
    Words{"accepted", QT_TRANSLATE_NOOP("shirushi::review", "Findings accepted")},
    Words{"lost", QT_TRANSLATE_NOOP("shirushi::review", "Lost entry")},
    Words{"backup", QT_TRANSLATE_NOOP("shirushi::review", "Backup made")},
    Words{"restored", QT_TRANSLATE_NOOP("shirushi::review", "Restored from a backup")},
};

constexpr std::array rosterChanges{
    Words{"added", QT_TRANSLATE_NOOP("shirushi::review", "Person added")},
    Words{"changed", QT_TRANSLATE_NOOP("shirushi::review", "Person changed")},
    Words{"reissued", QT_TRANSLATE_NOOP("shirushi::review", "Access issued anew")},
    Words{"closed", QT_TRANSLATE_NOOP("shirushi::review", "Account closed")},
    Words{"switches", QT_TRANSLATE_NOOP("shirushi::review", "Office settings changed")},
    Words{"recovery-code", QT_TRANSLATE_NOOP("shirushi::review", "Recovery code made")},
    Words{"recovered", QT_TRANSLATE_NOOP("shirushi::review", "Recovery code used")},
};

template <std::size_t size>
QString find(const std::array<Words, size> &table, const QString &name)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&name](const Words &entry) { return name == QLatin1String(entry.kind); });
    return found == table.end() ? QString() : tr(found->text);
}

} // namespace

QString kindText(const QString &kind)
{
    const QString text = find(words, kind);
    return text.isEmpty() ? kind : text;
}

QString deedText(const ledger::Entry &entry)
{
    if (entry.draft.kind == QStringLiteral("roster")) {
        const QString change = find(rosterChanges, entry.draft.details.value(QStringLiteral("change")).toString());
        if (!change.isEmpty())
            return change;
    }
    if (entry.draft.kind == QStringLiteral("label") && entry.draft.before.isObject())
        return tr("Class changed");
    return kindText(entry.draft.kind);
}

std::vector<KindGroup> kindGroups()
{
    const auto list = [](std::initializer_list<const char *> kinds) {
        QStringList names;
        for (const char *kind : kinds)
            names += QString::fromLatin1(kind);
        return names;
    };
    return {
        {tr("Classifying"), list({"label", "label-removed", "designation", "question", "undone"})},
        {tr("Requests and approvals"), list({"request", "approval", "refusal", "withdrawal", "paper-decision",
                                             "countersign", "exception-report"})},
        {tr("Sending"), list({"sent", "password-told", "password-forgotten", "receipt", "draft", "missent", "received", "send-check",
                                "address"})},
        {tr("Publishing"), list({"published", "publication-check"})},
        {tr("Vault"), list({"vault-created", "vault-joined", "vault-put", "vault-got", "vault-saved", "vault-changed", "vault-members", "vault-relocked",
                            "vault-recovered", "vault-moved", "vault-copied", "vault-checked", "vault-left", "vault-opened", "vault-closed", "vault-discarded"})},
        {tr("Disposals"), list({"disposal-listed", "disposal-begun", "disposed", "erased"})},
        {tr("People"), list({"roster", "let-in", "sign-in-failed", "key-exported"})},
        {tr("The ledger itself"), list({"founded", "reviewed", "accepted", "lost", "backup", "restored"})},
    };
}

policy::Classes classesOf(const QJsonValue &side)
{
    policy::Classes classes;
    const QJsonObject levels = side.toObject().value(QStringLiteral("classes")).toObject();
    for (auto axis = levels.begin(); axis != levels.end(); ++axis)
        classes[axis.key()] = axis.value().toString();
    return classes;
}

QString policyOf(const QJsonValue &side)
{
    return side.toObject().value(QStringLiteral("policy")).toString();
}

QString fileNameOf(const ledger::Entry &entry)
{
    const QString &path = entry.draft.file;
    const qsizetype slash = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    return path.mid(slash + 1);
}

QString shortTime(const QDateTime &time, QDate today)
{
    const QDateTime local = time.toLocalTime();
    const QString clock = local.toString(QStringLiteral("HH:mm"));
    if (widgets::windowLanguage() != QStringLiteral("ja"))
        return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + clock;
    const QString day = local.date().year() == today.year()
                            ? QStringLiteral("%1月%2日").arg(local.date().month()).arg(local.date().day())
                            : base::toJapaneseDate(local.date());
    return day + u' ' + clock;
}

} // namespace shirushi::review
