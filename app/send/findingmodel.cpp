#include "send/findingmodel.h"

namespace shirushi::send {

namespace {

QString certaintyText(label::Certainty certainty)
{
    switch (certainty) {
    case label::Certainty::Sure: return FindingModel::tr("It is there");
    case label::Certainty::Likely: return FindingModel::tr("Likely hidden");
    case label::Certainty::Possible: break;
    }
    return FindingModel::tr("Please look");
}

} // namespace

void FindingModel::setFiles(const std::vector<sending::PublishedFile> &files)
{
    beginResetModel();
    m_rows.clear();
    m_found = 0;
    for (const sending::PublishedFile &file : files) {
        for (const auto &[kind, count] : file.hidden.counts)
            m_found += count;
        for (const label::HiddenFinding &finding : file.hidden.findings)
            m_rows.push_back({base::toDisplay(file.path.filename()), finding});
    }
    endResetModel();
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case FileColumn: return row.file;
    case KindColumn: return label::titleOf(row.finding.kind);
    case WhereColumn: return row.finding.where;
    case ExcerptColumn: return row.finding.excerpt;
    case CertaintyColumn: return certaintyText(row.finding.certainty);
    default: return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn: return tr("File");
    case KindColumn: return tr("What");
    case WhereColumn: return tr("Where");
    case ExcerptColumn: return tr("What it says");
    case CertaintyColumn: return tr("How sure");
    default: return {};
    }
}

} // namespace shirushi::send
