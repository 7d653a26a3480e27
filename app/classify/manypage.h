// ManyPage: several files in a table: a source and a class for those that are ticked, by picking or by the
// questions, or by the questions for the row that is double-clicked; then all
// of them labelled with progress and a way to stop. A file is labelled wholly or not at all. Window thread only;
// reading and labelling run on workers.
#pragma once

#include "classify/filetable.h"
#include "widgets/page.h"

#include <atomic>

class QMenu;
class QProgressBar;
class QPushButton;

namespace shirushi::widgets {
class ChipRow;
class Notice;
}

namespace shirushi::classify {

class FilesView;
class StoreOffer;
class Work;

class ManyPage : public widgets::Page
{
    Q_OBJECT
public:
    ManyPage(const widgets::Theme &theme, LabelDesk &desk, QWidget *parent = nullptr);
    ~ManyPage() override;

    /// Shows the files at once and reads their labels on a worker. `paths` are sorted.
    void setFiles(const std::vector<base::Path> &paths);
    /// For the rows that wantsDecision() named.
    void setDecision(const Decision &decision);

    /// To the table, on its current row.
    void takeFocus();

    bool isWorking() const { return m_labelling; }
    void stop();
    FileTable &table() { return *m_table; }

Q_SIGNALS:
    void decisionWanted(const std::vector<shirushi::labelling::FileLabel> &files, bool directly, const QString &source);
    void finished();
    void workEnded();
    /// Somebody must approve it.
    void requestWanted(const shirushi::classify::LoweringWish &wish);
    /// To be put into a vault.
    void storeWanted(const std::vector<shirushi::base::Path> &files);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void wantDecision(const QList<int> &rows, bool directly);
    void readAll();
    void carryOut();
    void showMoved(int done, int total, const QString &what, int left);
    void offerVault();
    void ended(std::size_t ordered, std::size_t reached);
    void undo();
    void showDetail();
    void update();
    void buildBody();
    void buildTable();
    void buildFoot();
    void fillSourceMenu();
    void setSource(const QString &answer);

    LabelDesk &m_desk;
    FileTable *m_table;
    FilesView *m_view;
    widgets::TextBlock *m_title;
    widgets::ChipRow *m_strictest;
    QWidget *m_strictestRow;
    widgets::Notice *m_notice;
    StoreOffer *m_offer;
    QWidget *m_progress;
    widgets::TextBlock *m_progressHeading;
    widgets::TextBlock *m_progressLine;
    QProgressBar *m_bar;
    widgets::TextBlock *m_selected;
    widgets::TextBlock *m_detail; // what happened to the row in focus, in full
    QPushButton *m_all;
    QPushButton *m_source;
    QMenu *m_sourceMenu;
    QPushButton *m_choose;
    QPushButton *m_ask;
    QPushButton *m_undo;
    QPushButton *m_request;
    QPushButton *m_stop;
    QPushButton *m_main;
    QList<int> m_deciding;
    Work *m_work = nullptr;
    bool m_labelling = false;
    bool m_settling = false; // for a moment after the last file
    int m_run = 0;
    std::shared_ptr<std::atomic<bool>> m_stopReading;
};

} // namespace shirushi::classify
