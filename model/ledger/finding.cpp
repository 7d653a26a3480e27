#include "ledger/finding.h"

#include <QCoreApplication>

#include <array>

namespace shirushi::ledger {

namespace {

struct Words {
    FindingKind kind;
    const char *name;
    const char *sentence; // %1: the entry's number, %2: the subject
};

constexpr std::array words{
    Words{FindingKind::EntryChanged, "entry-changed",
          QT_TRANSLATE_NOOP("shirushi::ledger", "Entry %1 was changed after it was written.")},
    Words{FindingKind::EntryMissing, "entry-missing",
          QT_TRANSLATE_NOOP("shirushi::ledger", "Entry %1 was removed.")},
    Words{FindingKind::EntryMoved, "entry-moved",
          QT_TRANSLATE_NOOP("shirushi::ledger", "Entry %1 stands in another entry's place.")},
    Words{FindingKind::EntryInserted, "entry-inserted",
          QT_TRANSLATE_NOOP("shirushi::ledger", "Entry %1 was inserted; nobody wrote it here.")},
    Words{FindingKind::EntryUnreadable, "entry-unreadable",
          QT_TRANSLATE_NOOP("shirushi::ledger", "Entry %1 cannot be read.")},
    Words{FindingKind::SignerUnknown, "signer-unknown",
          QT_TRANSLATE_NOOP("shirushi::ledger", "Entry %1 is signed by somebody who was not in the roster then (%2).")},
    Words{FindingKind::RosterInvalid, "roster-invalid",
          QT_TRANSLATE_NOOP("shirushi::ledger", "Entry %1 changes the roster, but not with the office's root key.")},
    Words{FindingKind::ClockSetBack, "clock-set-back",
          QT_TRANSLATE_NOOP("shirushi::ledger", "Entry %1 is dated before the entry in front of it: the clock was set back.")},
    Words{FindingKind::TailCut, "tail-cut",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The newest entries were cut off, from entry %1 on.")},
    Words{FindingKind::RolledBack, "rolled-back",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The ledger was replaced by an older copy: entries from %1 on are gone (%2).")},
    Words{FindingKind::HistoryRewritten, "history-rewritten",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The entries do not lead to the sealed checkpoint (%2).")},
    Words{FindingKind::CheckpointMissing, "checkpoint-missing",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The checkpoint file beside the ledger is gone (%2).")},
    Words{FindingKind::CheckpointInvalid, "checkpoint-invalid",
          QT_TRANSLATE_NOOP("shirushi::ledger", "A checkpoint is not one that somebody of this office signed (%2).")},
    Words{FindingKind::TreeChanged, "tree-changed",
          QT_TRANSLATE_NOOP("shirushi::ledger", "A stored hash over the entries from %1 on was changed.")},
    Words{FindingKind::DeedChanged, "deed-changed",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The record of unfinished work at entry %1 was changed.")},
    Words{FindingKind::AttachmentChanged, "attachment-changed",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The file that is kept with entry %1 was changed or removed.")},
    Words{FindingKind::ContactChanged, "contact-changed",
          QT_TRANSLATE_NOOP("shirushi::ledger", "Somebody in the address book was changed or removed without a record (%2). Please compare what stands there.")},
    Words{FindingKind::PageDamaged, "page-damaged",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The ledger file is damaged: it cannot be read from entry %1 on.")},
    Words{FindingKind::RosterChanged, "roster-changed",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The roster was changed without the office's root key, or cannot be read (%2). If this file is taken away, the next sign-in writes it anew as the ledger has it.")},
    Words{FindingKind::RosterRolledBack, "roster-rolled-back",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The roster is not the newest one that the ledger knows (%2).")},
    Words{FindingKind::SlotChanged, "slot-changed",
          QT_TRANSLATE_NOOP("shirushi::ledger", "A key file is not that of the person it names (%2).")},
    Words{FindingKind::RootChanged, "root-changed",
          QT_TRANSLATE_NOOP("shirushi::ledger", "The office's root key is not the one that this ledger was founded with.")},
};

const Words &wordsOf(FindingKind kind)
{
    return words[static_cast<std::size_t>(kind)];
}

} // namespace

QString nameOf(FindingKind kind)
{
    return QString::fromLatin1(wordsOf(kind).name);
}

std::optional<FindingKind> findingKind(const QString &name)
{
    for (const Words &entry : words) {
        if (name == QLatin1String(entry.name))
            return entry.kind;
    }
    return std::nullopt;
}

QString sentence(const Finding &finding)
{
    QString text = QCoreApplication::translate("shirushi::ledger", wordsOf(finding.kind).sentence);
    text.replace(QStringLiteral("%1"), QString::number(finding.seq));
    return text.replace(QStringLiteral("%2"), finding.subject);
}

bool blocksWriting(FindingKind kind)
{
    // A wrong clock is the reviewer's to judge; the roster, key files and address book do not touch what was recorded.
    return kind != FindingKind::ClockSetBack && kind != FindingKind::RosterRolledBack
           && kind != FindingKind::SlotChanged && kind != FindingKind::ContactChanged;
}

QJsonObject toJson(const Finding &finding)
{
    return {{QStringLiteral("kind"), nameOf(finding.kind)},
            {QStringLiteral("seq"), static_cast<qint64>(finding.seq)},
            {QStringLiteral("subject"), finding.subject},
            {QStringLiteral("evidence"), finding.evidence}};
}

std::optional<Finding> findingFromJson(const QJsonObject &json)
{
    const auto kind = findingKind(json.value(QStringLiteral("kind")).toString());
    if (!kind)
        return std::nullopt;
    return Finding{*kind, json.value(QStringLiteral("seq")).toInteger(), json.value(QStringLiteral("subject")).toString(),
                   json.value(QStringLiteral("evidence")).toString()};
}

} // namespace shirushi::ledger
