// HomePage: where classifying begins: the place for files, and those of the last days. Window thread only.
#pragma once

#include "classify/labeldesk.h"
#include "widgets/page.h"

class QTableView;

namespace shirushi::classify {

class RecentModel;

class HomePage : public widgets::Page
{
    Q_OBJECT
public:
    HomePage(const widgets::Theme &theme, const LabelDesk &desk, QWidget *parent = nullptr);

    /// Asks the ledger again for the last files, on a worker.
    void refresh();
    /// A line above the drop place, empty for none: that something was stopped and nothing changed.
    void say(const QString &sentence);

Q_SIGNALS:
    void pathsChosen(const std::vector<shirushi::base::Path> &paths);

private:
    void chooseFiles();
    void chooseFolder();
    void showRecent(std::vector<RecentFile> files);

    const LabelDesk &m_desk;
    RecentModel *m_recent;
    QTableView *m_table;
    widgets::TextBlock *m_none;
    widgets::TextBlock *m_said;
};

} // namespace shirushi::classify
