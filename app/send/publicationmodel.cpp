#include "send/publicationmodel.h"

#include "send/sentmodel.h"

namespace shirushi::send {

namespace {

QString timeText(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy/MM/dd HH:mm"));
}

QString comparedText(const sending::PublicationRecord &record)
{
    if (!record.comparedAt.isValid())
        return PublicationModel::tr("Not compared yet");
    const QString said = record.compared == u"same"         ? PublicationModel::tr("The same")
                         : record.compared == u"only-label" ? PublicationModel::tr("Only the label differs")
                                                            : PublicationModel::tr("Differs");
    return PublicationModel::tr("%1 (%2)").arg(said, timeText(record.comparedAt));
}

} // namespace

void PublicationModel::setRecords(std::vector<sending::PublicationRecord> records)
{
    beginResetModel();
    m_records = std::move(records);
    endResetModel();
}

int PublicationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int PublicationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PublicationModel::data(const QModelIndex &index, int role) const
{
    const sending::PublicationRecord &record = recordAt(index.row());
    if (role == Qt::ToolTipRole && index.column() == FileColumn)
        return record.file;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case TimeColumn: return timeText(record.at);
    case FileColumn: return nameOf(record.file);
    case PlaceColumn: return record.place;
    case ComparedColumn: return comparedText(record);
    default: return {};
    }
}

QVariant PublicationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Published on");
    case FileColumn: return tr("File");
    case PlaceColumn: return tr("Where");
    case ComparedColumn: return tr("Last compared");
    default: return {};
    }
}

} // namespace shirushi::send
