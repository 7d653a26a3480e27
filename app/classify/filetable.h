// FileTable: several files, what each has, what it is to get, and how that went. Window thread only.
#pragma once

#include "classify/decision.h"
#include "classify/undo.h"
#include "widgets/chip.h"

#include <QAbstractTableModel>

namespace shirushi::classify {

struct FileRow {
    labelling::FileLabel file;
    std::optional<Decision> decision;
    std::optional<labelling::LabelOutcome> outcome;
    bool read = false; // `file` is complete
};

class FileTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, NowColumn, NewColumn, RemarkColumn, ColumnCount };

    explicit FileTable(const LabelDesk &desk, QObject *parent = nullptr);

    void setFiles(const std::vector<base::Path> &paths);
    void setRead(const labelling::FileLabel &file);
    void setDecision(const QList<int> &rows, const Decision &decision);
    void setOutcome(const labelling::LabelOutcome &outcome);
    /// After undoing: nothing has been done, the decisions stay.
    void clearOutcomes();

    const std::vector<FileRow> &rows() const { return m_rows; }
    const FileRow &row(int number) const { return m_rows[static_cast<std::size_t>(number)]; }
    /// Rows with a decision that has not been carried out.
    QList<int> ready() const;
    /// What the folder or medium counts as: the strictest of what the files have or are to get (最高度の分類).
    std::optional<policy::Classes> strictest() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    widgets::Chips chipsNow(const FileRow &row) const;
    widgets::Chips chipsNew(const FileRow &row) const;
    QString remark(const FileRow &row) const;
    QString text(const FileRow &row, int column) const;
    int find(const base::Path &path) const;

    const LabelDesk &m_desk;
    std::vector<FileRow> m_rows;
};

} // namespace shirushi::classify
