// FilesView: the table of several files as it is seen: how wide each column is, and which has no room on a narrow
// window. Window thread only.
#pragma once

#include "classify/filetable.h"
#include "widgets/ticktable.h"

namespace shirushi::classify {

class FilesView : public widgets::TickTable
{
    Q_OBJECT
public:
    /// `table` is also its model.
    FilesView(const widgets::Theme &theme, const LabelDesk &desk, FileTable &table, QWidget *parent = nullptr);

    /// What stands in the columns does not change their width while the files are read or done: to be called
    /// when the files are others, and when they have been read.
    void fitColumns();
    QList<int> tickedRows() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int widestLabel() const;
    int widestDecision() const;

    const LabelDesk &m_desk;
    FileTable &m_table;
};

} // namespace shirushi::classify
