// LinesModel: rows of words that are only read. Window thread only.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace shirushi::vaults {

class LinesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit LinesModel(QStringList titles, QObject *parent = nullptr) : QAbstractTableModel(parent), m_titles(std::move(titles)) {}

    /// Each has as many texts as there are titles.
    void setLines(std::vector<QStringList> lines);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_titles;
    std::vector<QStringList> m_lines;
};

} // namespace shirushi::vaults
