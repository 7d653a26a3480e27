// FileTable: several files, where each comes from, what it has, what it is to get, and how that went. The first
// column is for the view's tick boxes and empty. Window thread only.
#pragma once

#include "classify/decision.h"
#include "classify/undo.h"
#include "widgets/chip.h"

#include <QAbstractTableModel>

namespace shirushi::classify {

struct FileRow {
    labelling::FileLabel file;
    QString source; // the answer to sourceQuestion(), empty while it is not known
    std::optional<Decision> decision;
    std::optional<labelling::LabelOutcome> outcome;
    bool read = false; // `file` is complete
};

class FileTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TickColumn, NameColumn, SourceColumn, NowColumn, NewColumn, RemarkColumn, ColumnCount };

    explicit FileTable(const LabelDesk &desk, QObject *parent = nullptr);

    void setFiles(const std::vector<base::Path> &paths);
    void setRead(const labelling::FileLabel &file);
    void setSource(const QList<int> &rows, const QString &answer);
    /// Rows that cannot be read get none. A source that was asked on the way is the rows' source.
    void setDecision(const QList<int> &rows, const Decision &decision);
    void setOutcome(const labelling::LabelOutcome &outcome);
    /// After undoing: nothing has been done, the decisions stay.
    void clearOutcomes();

    const std::vector<FileRow> &rows() const { return m_rows; }
    const FileRow &row(int number) const { return m_rows[static_cast<std::size_t>(number)]; }
    /// The source that all of these rows have; empty where there is none, or several.
    QString commonSource(const QList<int> &rows) const;
    bool anyLabelled() const;
    /// Rows with a decision that has not been carried out.
    QList<int> ready() const;
    /// The rows that were refused for want of somebody's approval, as one request: those with the same class and reason
    /// as the row `like`, or, where that was not refused, as the first that was.
    LoweringWish refused(int like) const;
    /// How many requests that are, all in all.
    int refusedKinds() const;
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
    bool isVoid(const FileRow &row, int column) const; // the cell says that there is nothing
    int find(const base::Path &path) const;

    const LabelDesk &m_desk;
    std::vector<FileRow> m_rows;
};

} // namespace shirushi::classify
