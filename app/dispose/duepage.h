// DuePage: 廃棄: what has been asked for and how it stands, and the 廃棄予定簿: what falls due this year, with files and other
// things that are added; what is ticked goes on. Files may be dropped on it. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/notice.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::vaults {
class LinesTable;
}

namespace shirushi::disposals {

class ThingTable;

class DuePage : public widgets::Page
{
    Q_OBJECT
public:
    DuePage(const widgets::Theme &theme, const DisposeDesk &desk, QWidget *parent = nullptr);

    void setPending(std::vector<Pending> pending);
    const std::vector<Pending> &pending() const { return m_pending; }
    /// What was added by hand stays.
    void setDue(const std::vector<Row> &due);
    /// Ticked.
    void add(const std::vector<Row> &rows);
    /// They were asked for, or are gone.
    void drop(const std::vector<Thing> &things);
    void setReading(const QString &what);
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
    void registerWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addPending();
    void addList();
    void chooseFiles();
    void judge();
    const Pending *chosen() const;

    std::vector<Pending> m_pending;
    std::vector<Row> m_added;
    std::vector<Row> m_due;
    QString m_reading;
    widgets::Notice *m_interrupted;
    widgets::Notice *m_said;
    QWidget *m_pendingBox;
    vaults::LinesTable *m_requests;
    QPushButton *m_run;
    widgets::TextBlock *m_heading;
    widgets::TextBlock *m_none;
    ThingTable *m_table;
    QPushButton *m_remove;
    QPushButton *m_next;
};

} // namespace shirushi::disposals
