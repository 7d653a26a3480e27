#include "classify/filetable.h"

#include "widgets/chipdelegate.h"
#include "workflow/objection.h"
#include "workflow/request.h"

#include <algorithm>
#include <set>

namespace shirushi::classify {

using widgets::Chips;

namespace {

bool isDone(const FileRow &row)
{
    return row.outcome && !row.outcome->error;
}

bool wantsApproval(const FileRow &row)
{
    return row.decision && row.outcome && row.outcome->error && workflow::isHelpedByRequest(row.outcome->objection);
}

bool isAlike(const FileRow &one, const FileRow &other)
{
    return one.decision->classes == other.decision->classes && one.decision->reason == other.decision->reason;
}

} // namespace

FileTable::FileTable(const LabelDesk &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk) {}

void FileTable::setFiles(const std::vector<base::Path> &paths)
{
    beginResetModel();
    m_rows.clear();
    for (const base::Path &path : paths) {
        FileRow row;
        row.file.path = path;
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

int FileTable::find(const base::Path &path) const
{
    // Sorted by path: filesBelow() and the drop hand them over that way.
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), path,
                                        [](const FileRow &row, const base::Path &other) { return row.file.path < other; });
    return found == m_rows.end() || found->file.path != path ? -1 : static_cast<int>(found - m_rows.begin());
}

void FileTable::setRead(const labelling::FileLabel &file)
{
    const int number = find(file.path);
    if (number < 0)
        return;
    FileRow &row = m_rows[static_cast<std::size_t>(number)];
    row.file = file;
    row.read = true;
    Q_EMIT dataChanged(index(number, 0), index(number, ColumnCount - 1));
}

void FileTable::setSource(const QList<int> &rows, const QString &answer)
{
    for (const int number : rows) {
        m_rows[static_cast<std::size_t>(number)].source = answer;
        Q_EMIT dataChanged(index(number, 0), index(number, ColumnCount - 1));
    }
}

QString FileTable::commonSource(const QList<int> &rows) const
{
    const QString first = rows.isEmpty() ? QString() : row(rows.front()).source;
    const bool alike = std::all_of(rows.begin(), rows.end(), [&](int number) { return row(number).source == first; });
    return alike ? first : QString();
}

bool FileTable::anyLabelled() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const FileRow &row) { return row.file.label.has_value(); });
}

void FileTable::setDecision(const QList<int> &rows, const Decision &decision)
{
    const policy::Question *asked = sourceQuestion(*m_desk.rules());
    const bool source = asked && !decision.path.empty() && decision.path.front().first == asked->id;
    for (const int number : rows) {
        FileRow &row = m_rows[static_cast<std::size_t>(number)];
        if (row.read && row.file.status == labelling::FileStatus::Unreadable)
            continue;
        row.decision = decision;
        if (source)
            row.source = decision.path.front().second;
        row.outcome.reset();
        Q_EMIT dataChanged(index(number, 0), index(number, ColumnCount - 1));
    }
}

void FileTable::setOutcome(const labelling::LabelOutcome &outcome)
{
    const int number = find(outcome.path);
    if (number < 0)
        return;
    m_rows[static_cast<std::size_t>(number)].outcome = outcome;
    Q_EMIT dataChanged(index(number, 0), index(number, ColumnCount - 1));
}

void FileTable::clearOutcomes()
{
    for (FileRow &row : m_rows)
        row.outcome.reset();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QList<int> FileTable::ready() const
{
    QList<int> numbers;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const FileRow &row = m_rows[i];
        if (row.decision && (!row.outcome || row.outcome->error))
            numbers.append(static_cast<int>(i));
    }
    return numbers;
}

LoweringWish FileTable::refused(int like) const
{
    const auto first = std::find_if(m_rows.begin(), m_rows.end(), wantsApproval);
    if (first == m_rows.end())
        return {};
    const bool isMeant = like >= 0 && like < rowCount() && wantsApproval(row(like));
    const FileRow &model = isMeant ? row(like) : *first;
    LoweringWish wish{{}, model.decision->reason, model.decision->classes};
    for (const FileRow &row : m_rows) {
        if (wantsApproval(row) && isAlike(row, model) && wish.files.size() < workflow::mostFiles)
            wish.files.push_back(row.file.path);
    }
    return wish;
}

int FileTable::refusedKinds() const
{
    std::set<std::pair<policy::Classes, QString>> kinds;
    for (const FileRow &row : m_rows) {
        if (wantsApproval(row))
            kinds.emplace(row.decision->classes, row.decision->reason);
    }
    return static_cast<int>(kinds.size());
}

std::optional<policy::Classes> FileTable::strictest() const
{
    const auto pack = m_desk.rules();
    std::optional<policy::Classes> classes;
    for (const FileRow &row : m_rows) {
        const label::Label *label = labelOf(row.file, *pack);
        if (!label && !row.decision)
            continue;
        const policy::Classes &own = row.decision ? row.decision->classes : label->classes;
        classes = classes ? policy::strictest(*pack, *classes, own) : own;
    }
    return classes;
}

int FileTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FileTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Chips FileTable::chipsNow(const FileRow &row) const
{
    if (!row.file.label || isDone(row))
        return {};
    const auto pack = m_desk.rulesOf(row.file.label->policy);
    return pack ? widgets::chipsOf(*pack, row.file.label->classes, widgets::ChipSize::Short)
                : widgets::chipsOf(row.file.label->classes);
}

Chips FileTable::chipsNew(const FileRow &row) const
{
    if (!row.decision)
        return {};
    return widgets::chipsOf(*m_desk.rules(), row.decision->classes, widgets::ChipSize::Short);
}

QString FileTable::remark(const FileRow &row) const
{
    if (row.outcome && row.outcome->error)
        return row.outcome->error->message;
    if (row.outcome) {
        if (!row.outcome->notices.isEmpty())
            return tr("Done. %1").arg(row.outcome->notices.join(QLatin1Char(' ')));
        return row.outcome->source == labelling::LabelSource::Sidecar ? tr("Done, in a label file beside it (.xmp)")
                                                                      : tr("Done");
    }
    if (row.read && row.file.status == labelling::FileStatus::Unreadable)
        return row.file.problem ? row.file.problem->message : tr("The file cannot be read");
    if (row.decision) {
        switch (row.decision->way) {
        case Way::Answered:
            return tr("By the questions");
        case Way::Direct:
            return tr("Chosen");
        case Way::Inherited:
            return tr("Taken over from the source");
        }
    }
    if (row.file.label && row.file.label->policy != m_desk.rules()->id)
        return tr("A label of other rules");
    return row.file.foreign.empty() ? QString() : tr("Also: %1").arg(row.file.foreign.front().name);
}

QString FileTable::text(const FileRow &row, int column) const
{
    switch (column) {
    case NameColumn:
        return fileName(isDone(row) ? row.outcome->newPath : row.file.path);
    case SourceColumn: {
        const QString source = sourceText(*m_desk.rules(), row.source);
        return source.isEmpty() ? tr("Not said") : source;
    }
    case NowColumn:
        if (!chipsNow(row).isEmpty())
            return {};
        if (isDone(row))
            return tr("As chosen");
        if (!row.read)
            return tr("Looking …");
        return row.file.status == labelling::FileStatus::Unreadable ? tr("Unreadable") : tr("None");
    case NewColumn:
        return row.decision ? QString() : tr("Not decided yet");
    case RemarkColumn:
        return remark(row);
    default:
        return {};
    }
}

bool FileTable::isVoid(const FileRow &row, int column) const
{
    return (column == SourceColumn && row.source.isEmpty()) || (column == NowColumn && !row.file.label && !isDone(row))
           || (column == NewColumn && !row.decision);
}

QVariant FileTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FileRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const Chips chips = index.column() == NowColumn ? chipsNow(row)
                        : index.column() == NewColumn ? chipsNew(row)
                                                      : Chips();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case widgets::ChipsRole:
        return QVariant::fromValue(chips);
    case widgets::DimRole:
        return isVoid(row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == TickColumn)
            return tr("Choose %1").arg(fileName(row.file.path));
        return chips.isEmpty() ? text(row, index.column()) : widgets::spoken(chips);
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? base::toDisplay(row.file.path) : text(row, index.column());
    default:
        return {};
    }
}

QVariant FileTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (section == TickColumn && (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole))
        return tr("Choose all");
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {QString(), tr("File"), tr("Source"), tr("Shown now"), tr("Class to be put"), tr("How")};
    return titles[section];
}

} // namespace shirushi::classify
