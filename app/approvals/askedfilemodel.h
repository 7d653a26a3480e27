// AskedFileModel: the files of a request that is being made, as rows. Window thread only.
#pragma once

#include "approvals/askingdesk.h"

#include <QAbstractTableModel>

namespace shirushi::approvals {

class AskedFileModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ClassColumn, RemarkColumn, ColumnCount };

    explicit AskedFileModel(const AskingDesk &desk, QObject *parent = nullptr);

    void setFiles(std::vector<AskedFile> files);
    /// Over what is said beside a file, where that is not what to do first.
    void setRemarkTitle(const QString &title) { m_remarkTitle = title; }
    /// Those that are there already take the place of what was known of them.
    void addFiles(const std::vector<AskedFile> &files);
    void removeRows(const QList<int> &rows);
    const std::vector<AskedFile> &files() const { return m_files; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const AskingDesk &m_desk;
    std::vector<AskedFile> m_files;
    QString m_remarkTitle;
};

} // namespace shirushi::approvals
