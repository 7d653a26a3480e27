#include "approvals/askedfilemodel.h"

#include "widgets/chipdelegate.h"

#include <algorithm>

namespace shirushi::approvals {

using namespace widgets;

AskedFileModel::AskedFileModel(const AskingDesk &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk) {}

void AskedFileModel::setFiles(std::vector<AskedFile> files)
{
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
}

void AskedFileModel::addFiles(const std::vector<AskedFile> &files)
{
    beginResetModel();
    for (const AskedFile &file : files) {
        const auto known = std::find_if(m_files.begin(), m_files.end(),
                                        [&file](const AskedFile &other) { return other.path == file.path; });
        if (known == m_files.end())
            m_files.push_back(file);
        else {
            const QString name = file.name.isEmpty() ? known->name : file.name;
            *known = file;
            known->name = name;
        }
    }
    endResetModel();
}

void AskedFileModel::removeRows(const QList<int> &rows)
{
    beginResetModel();
    std::vector<AskedFile> kept;
    for (int row = 0; row < rowCount(); ++row) {
        if (!rows.contains(row))
            kept.push_back(std::move(m_files[static_cast<std::size_t>(row)]));
    }
    m_files = std::move(kept);
    endResetModel();
}

int AskedFileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int AskedFileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AskedFileModel::data(const QModelIndex &index, int role) const
{
    const AskedFile &file = m_files[static_cast<std::size_t>(index.row())];
    const auto chips = [&] {
        const auto pack = m_desk.rulesOf(file.policy);
        return pack ? chipsOf(*pack, file.classes, ChipSize::Short) : chipsOf(file.classes);
    };
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (index.column() == ClassColumn && !file.classes.empty()) {
        if (role == ChipsRole)
            return QVariant::fromValue(chips());
        return role == Qt::AccessibleTextRole ? spoken(chips()) : QVariant();
    }
    if (!isText)
        return {};
    switch (index.column()) {
    case NameColumn:
        return role == Qt::ToolTipRole ? base::toDisplay(file.path)
               : file.name.isEmpty()     ? base::toDisplay(file.path.filename())
                                         : file.name;
    case RemarkColumn:
        return file.wantsClass && role == Qt::DisplayRole ? tr("Classify it") : file.problem;
    default:
        return {};
    }
}

QVariant AskedFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("File");
    case ClassColumn:
        return tr("Class");
    default:
        return m_remarkTitle.isEmpty() ? tr("What to do first") : m_remarkTitle;
    }
}

} // namespace shirushi::approvals
