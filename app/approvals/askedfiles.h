// AskedFiles: the files that a request is about: chosen or dropped, read on a worker with progress and a way to stop,
// shown with their labels. Window thread only.
#pragma once

#include "approvals/askedfilemodel.h"
#include "widgets/theme.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace shirushi::classify {
class Work;
}
namespace shirushi::widgets {
class Notice;
class Table;
class TextBlock;
}

namespace shirushi::approvals {

class AskedFiles : public QWidget
{
    Q_OBJECT
public:
    AskedFiles(const widgets::Theme &theme, const AskingDesk &desk, QWidget *parent = nullptr);

    const std::vector<AskedFile> &files() const { return m_model->files(); }
    void setFiles(std::vector<AskedFile> files);
    /// While others are read, they wait their turn.
    void add(const std::vector<base::Path> &paths);
    /// Their labels may be others by now.
    void readAgain();
    bool isReading() const { return m_work != nullptr; }
    void stop();

Q_SIGNALS:
    void changed();
    /// Of files that have no class that could be believed.
    void classifyWanted(const std::vector<shirushi::base::Path> &paths);
    void workEnded();

private:
    void choose();
    void removeChosen();
    void read(const std::vector<base::Path> &paths);
    void showState();
    std::vector<base::Path> unclassified() const;

    const AskingDesk &m_desk;
    AskedFileModel *m_model;
    widgets::Table *m_table;
    widgets::TextBlock *m_none;
    QPushButton *m_remove;
    QWidget *m_progress;
    QProgressBar *m_bar;
    widgets::TextBlock *m_name;
    widgets::Notice *m_unclassified;
    classify::Work *m_work = nullptr; // while it reads
    std::vector<base::Path> m_next;   // what came meanwhile
};

} // namespace shirushi::approvals
