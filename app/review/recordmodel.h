// RecordModel: one part of the ledger's entries as rows, the newest first. Never more than one part is in
// memory; older() and newer() go from one to the next. Window thread only; the desk is asked on a worker.
#pragma once

#include "review/reviewdesk.h"
#include "widgets/chip.h"

#include <QAbstractTableModel>

namespace shirushi::review {

class RecordModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, DeedColumn, FileColumn, ClassColumn, PersonColumn, ColumnCount };
    static constexpr std::int64_t partSize = 100;

    explicit RecordModel(const ReviewDesk &desk, QObject *parent = nullptr);

    /// From the newest that `filter` finds, or from the entry below `before`.
    void show(const Filter &filter, std::int64_t before = 0);
    void older();
    void newer();
    void clear();

    bool hasOlder() const { return m_more; }
    bool hasNewer() const { return m_starts.size() > 1; }
    /// How many entries stand in front of this part; only known where it was reached from the newest.
    std::int64_t offset() const { return m_fromNewest ? static_cast<std::int64_t>(m_starts.size() - 1) * partSize : -1; }
    const ledger::Entry &entryAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    QString nameOf(const QString &user) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The rows are there; or why not.
    void loaded(const QString &problem);

private:
    void load();
    QString text(const ledger::Entry &entry, int column) const;
    widgets::Chips chips(const ledger::Entry &entry, bool full) const;

    const ReviewDesk &m_desk;
    Filter m_filter;
    std::vector<std::int64_t> m_starts; // `before` of each part on the way here
    bool m_fromNewest = true;
    bool m_more = false;
    std::vector<ledger::Entry> m_rows;
    std::vector<Someone> m_people;
    int m_asked = 0; // an answer to an older question is let go
};

/// The class afterwards, in the words of the rules it was given by.
widgets::Chips chipsOf(const ReviewDesk &desk, const QJsonValue &side, widgets::ChipSize size);

} // namespace shirushi::review
