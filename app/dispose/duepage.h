// DuePage: 廃棄: what has been asked for and how it stands, what must still follow, and the 廃棄予定簿: what falls due this year,
// with files and other things that are added; what is ticked goes on. Files may be dropped on it. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/notice.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::classify {
class ProgressRow;
class Work;
}

namespace shirushi::disposals {

class PendingList;
class ThingTable;

class DuePage : public widgets::Page
{
    Q_OBJECT
public:
    DuePage(const widgets::Theme &theme, const DisposeDesk &desk, QWidget *parent = nullptr);

    void setPending(std::vector<Pending> pending);
    /// What was added by hand stays.
    void setDue(const Due &due);
    /// The vaults could not be read at all.
    void setFailed(const base::Error &error);
    /// Ticked, whether they stand there already or not.
    void add(const std::vector<Row> &rows);
    /// How many disposals leave something to be done with their medium.
    void setFollowUps(int count);
    /// They were asked for, or are gone.
    void drop(const std::vector<Thing> &things);
    void setReading(const QString &what);
    /// Files are read; null: not any more.
    void follow(const classify::Work *work);
    /// Stays until clear().
    void setInterrupted(const disposal::Recovered &recovered);
    void say(const QString &heading, const QString &text, widgets::NoticeTone tone);
    void clear();
    void takeFocus();

Q_SIGNALS:
    void filesWanted(const std::vector<shirushi::base::Path> &paths);
    void assetWanted();
    void goOnWanted(const std::vector<shirushi::disposals::Thing> &things);
    void runWanted(const shirushi::disposals::Pending &pending);
    /// What a request named that was refused or has lapsed is to stand on the list once more.
    void againWanted(const shirushi::disposals::Pending &pending);
    void registerWanted();
    void followUpsWanted();
    void stopWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addNotices();
    void addList();
    void setRows(std::vector<Row> due);
    void chooseFiles();
    void judge();

    std::vector<Row> m_added;
    std::vector<Row> m_due;
    QStringList m_unread; // vaults
    QString m_reading;
    widgets::Notice *m_interrupted;
    widgets::Notice *m_said;
    widgets::Notice *m_followUps;
    widgets::Notice *m_unreadNotice;
    PendingList *m_requests;
    widgets::TextBlock *m_heading;
    widgets::TextBlock *m_none;
    classify::ProgressRow *m_progress;
    ThingTable *m_table;
    QPushButton *m_files;
    QPushButton *m_remove;
    QPushButton *m_next;
};

} // namespace shirushi::disposals
