#include "dispose/thingmodel.h"

#include "widgets/chip.h"
#include "widgets/chipdelegate.h"

#include <QSet>

namespace shirushi::disposals {

using namespace widgets;

namespace {

Chips chipsFor(const DisposeDesk &desk, const Row &row)
{
    if (row.classes.empty())
        return {};
    const auto pack = desk.rulesOf(row.policy);
    return pack ? chipsOf(*pack, row.classes, ChipSize::Short) : chipsOf(row.classes);
}

} // namespace

QString idOf(const Thing &thing)
{
    if (const auto *path = std::get_if<base::Path>(&thing))
        return QStringLiteral("file:") + QString::fromLatin1(path->c_str()); // byte for byte
    if (const auto *place = std::get_if<disposal::ItemPlace>(&thing))
        return QStringLiteral("item:") + place->id + u':' + QString::fromLatin1(place->vault.c_str());
    const auto &asset = std::get<disposal::Asset>(thing);
    QString id = QStringLiteral("asset:") + QStringList{asset.kind, asset.name, asset.number}.join(QChar(0));
    for (const auto &[axis, level] : asset.classes)
        id += QChar(0) + axis + u'=' + level;
    return id;
}

void ThingModel::setRows(std::vector<Shown> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ThingModel::add(const std::vector<Shown> &rows)
{
    QSet<QString> known;
    for (const Shown &one : m_rows)
        known.insert(idOf(one.row.thing));
    std::vector<Shown> fresh;
    for (const Shown &one : rows) {
        const QString id = idOf(one.row.thing);
        if (!known.contains(id))
            fresh.push_back(one);
        known.insert(id);
    }
    const int first = rowCount();
    if (fresh.empty())
        return first;
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    endInsertRows();
    return first;
}

int ThingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ThingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ThingModel::text(const Shown &shown, int column) const
{
    switch (column) {
    case NameColumn:
        return shown.row.place.isEmpty() ? shown.row.name : QString(shown.row.name + u'\n' + shown.row.place);
    case ClassColumn:
        return tr("No class");
    case RemarkColumn:
        return shown.row.problem.isEmpty() ? shown.remark : shown.row.problem;
    default:
        return {};
    }
}

QVariant ThingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Shown &shown = m_rows[static_cast<std::size_t>(index.row())];
    const bool isClass = index.column() == ClassColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (isClass && !shown.row.classes.empty())
            return spoken(chipsFor(m_desk, shown.row));
        return text(shown, index.column() == TickColumn ? static_cast<int>(NameColumn) : index.column()).replace(u'\n', u' ');
    case ChipsRole:
        if (const Chips chips = isClass ? chipsFor(m_desk, shown.row) : Chips(); !chips.isEmpty())
            return QVariant::fromValue(chips);
        return {};
    case DimRole:
        return isClass && shown.row.classes.empty();
    default:
        return {};
    }
}

QVariant ThingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {QString(), tr("What"), tr("Class"), tr("Remark")};
    return titles[section];
}

} // namespace shirushi::disposals
