#include "send/addressmodel.h"

#include "send/contactwords.h"

#include <algorithm>

namespace shirushi::send {

void AddressModel::setEntries(std::vector<BookEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int AddressModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const BookEntry &entry) { return entry.contact.id == id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int AddressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AddressModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AddressModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const BookEntry &entry = entryAt(index.row());
    switch (index.column()) {
    case NameColumn:
        return entry.contact.name;
    case OrganisationColumn:
        return entry.contact.organisation;
    case KindColumn:
        return titleIn(m_desk.destinations(), entry.contact.kind);
    case MailColumn:
        return entry.contact.mail;
    case TelephoneColumn:
        return entry.contact.telephone;
    default:
        return checkText(entry);
    }
}

QVariant AddressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case OrganisationColumn:
        return tr("Organisation");
    case KindColumn:
        return tr("Kind");
    case MailColumn:
        return tr("Mail address");
    case TelephoneColumn:
        return tr("Telephone");
    default:
        return tr("Check");
    }
}

} // namespace shirushi::send
