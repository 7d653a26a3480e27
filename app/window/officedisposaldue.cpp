// Of OfficeDisposal: what falls due, and files that are added to it.
#include "base/clock.h"
#include "labelling/target.h"
#include "vault/memory.h"
#include "window/officedisposal.h"
#include "window/officeturn.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace shirushi::window {

using base::Result;
using namespace disposals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

disposals::Row dueRow(const vaults::Row &item, const base::Path &vault, const QString &vaultName)
{
    disposals::Row row;
    row.thing = disposal::ItemPlace{vault, item.id};
    row.name = item.name;
    row.place = tr("Vault %1").arg(vaultName);
    row.policy = item.policy;
    row.classes = item.classes;
    row.lastDay = item.lastDay;
    row.key = item.id;
    return row;
}

// By its real place, as it is planned and recorded.
Row fileRow(const base::Path &path, const OfficeDesk &desk)
{
    std::error_code problem;
    const base::Path folder = std::filesystem::canonical(path.parent_path(), problem);
    const base::Path file = problem ? path : folder / path.filename();
    const labelling::FileLabel label = desk.read(file);
    Row row;
    row.thing = file;
    row.name = base::toDisplay(file.filename());
    row.place = base::toDisplay(file.parent_path());
    if (label.label) {
        row.policy = label.label->policy;
        row.classes = label.label->classes;
    }
    row.key = base::toDisplay(file);
    return row;
}

// Copies that who is signed in took out of a vault, as far as they lie where they were put.
std::vector<Row> takenOut(OfficeDesk &desk)
{
    std::map<base::Path, QDateTime> copies;
    static_cast<void>(takeTurn<bool>(desk, false, [&](OpenOffice &open) -> Result<bool> {
        ledger::Query query;
        query.kinds = {vault::gotKind, vault::recoveredKind};
        query.users = {open.session.user()};
        const auto visited = open.ledger.visit(query, [&](const ledger::Entry &entry) {
            copies[base::toPath(entry.draft.file)] = entry.at;
            return true;
        });
        if (!visited)
            return std::unexpected(visited.error());
        return true;
    }));
    std::vector<Row> rows;
    std::error_code ignored;
    for (const auto &[file, at] : copies) {
        if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, ignored)))
            continue;
        rows.push_back(fileRow(file, desk));
        rows.back().note = tr("A copy that you took out of a vault on %1").arg(base::toJapaneseDate(at.toLocalTime().date()));
    }
    return rows;
}

} // namespace

Result<Due> OfficeDisposal::due(base::Progress &progress) const
{
    const auto waiting = pending();
    if (!waiting)
        return std::unexpected(waiting.error());
    std::vector<Thing> asked;
    for (const Pending &one : *waiting) {
        const bool isEnded = !one.mayRun && one.state != approvals::State::Waiting;
        const auto left = isEnded ? Result<std::vector<Thing>>() : remaining(one.id);
        if (left)
            asked.insert(asked.end(), left->begin(), left->end());
    }
    Due due;
    std::vector<Row> &rows = due.rows;
    rows = takenOut(m_desk);
    const auto known = m_desk.vaultDesk().vaults();
    if (!known)
        return std::unexpected(known.error());
    for (const vaults::Known &vault : *known) {
        const auto overview = vault.problem.isEmpty() ? m_desk.vaultDesk().overview(vault.folder, progress) : Result<vaults::Overview>();
        if (!vault.problem.isEmpty() || !overview)
            due.unread += tr("%1: %2").arg(vault.name, overview ? vault.problem : overview.error().message);
        if (!overview || !overview->amMember)
            continue;
        for (const vaults::Row &item : overview->rows) {
            if (item.isDue)
                rows.push_back(dueRow(item, vault.folder, vault.name));
        }
    }
    std::erase_if(rows, [&](const Row &row) { return std::ranges::find(asked, row.thing) != asked.end(); });
    std::ranges::stable_sort(rows, {}, [](const Row &row) { return row.lastDay.isValid() ? row.lastDay : QDate(9999, 1, 1); });
    return due;
}

std::vector<Row> OfficeDisposal::read(const std::vector<base::Path> &paths, base::Progress &progress) const
{
    std::vector<base::Path> files;
    std::error_code ignored;
    for (const base::Path &path : paths) {
        const bool isFolder = std::filesystem::is_directory(std::filesystem::symlink_status(path, ignored));
        const std::vector<base::Path> below = isFolder ? labelling::filesBelow(path) : std::vector<base::Path>{path};
        files.insert(files.end(), below.begin(), below.end());
    }
    std::vector<Row> rows;
    for (const base::Path &file : files) {
        if (progress.cancelled())
            return rows;
        progress.report(rows.size(), files.size(), base::toDisplay(file.filename()));
        rows.push_back(fileRow(file, m_desk));
    }
    return rows;
}

} // namespace shirushi::window
