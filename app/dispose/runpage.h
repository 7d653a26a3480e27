// RunPage: 廃棄する: what was permitted, or needs no permission, is named and counted once more, confirmed, and then disposed of
// with progress and a way to stop between files; what became of each is said. What a person does is recorded from here.
// Window thread only; the work is done on a worker.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/notice.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::classify {
class ProgressRow;
class Work;
}
namespace shirushi::widgets {
class CheckLine;
}

namespace shirushi::disposals {

class AssetList;
class OutcomeList;
class PlanCard;
class ThingTable;

class RunPage : public widgets::Page
{
    Q_OBJECT
public:
    RunPage(const widgets::Theme &theme, DisposeDesk &desk, QWidget *parent = nullptr);

    void begin(const Pending &pending);
    /// What needs no permission.
    void begin(const Order &order, bool isErasure);
    /// It was recorded.
    void forget(const disposal::Asset &asset);
    void say(const QString &heading, const QString &text, widgets::NoticeTone tone);
    void clear();
    bool isWorking() const { return m_work != nullptr; }
    void stop();

Q_SIGNALS:
    void left();
    /// A person does this, and says so afterwards.
    void recordWanted(const shirushi::disposals::Order &order, const shirushi::disposal::Asset &asset);
    /// Something is gone.
    void changed(const std::vector<shirushi::disposals::Thing> &things);
    void workEnded();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addNotices();
    void load();
    void add(const std::vector<base::Path> &files);
    void look(const Order &order);
    void show(const base::Result<Outlook> &outlook);
    void showRows();
    void showChosen();
    void judge();
    void carryOut();
    void finish(const base::Result<std::vector<Outcome>> &outcomes, std::size_t asked);
    void showOutcomes(const std::vector<Outcome> &outcomes, std::size_t asked);

    DisposeDesk &m_desk;
    Order m_order;
    bool m_isErasure = false;
    bool m_isListed = true;
    std::vector<Planned> m_planned; // of files and items
    widgets::TextBlock *m_title;
    widgets::TextBlock *m_lead;
    OutcomeList *m_outcome;
    widgets::Notice *m_unlisted;
    widgets::Notice *m_warning;
    widgets::Notice *m_stuck;
    ThingTable *m_table;
    PlanCard *m_card;
    AssetList *m_assets;
    widgets::CheckLine *m_sure;
    classify::ProgressRow *m_looking;
    classify::ProgressRow *m_progress;
    QPushButton *m_back;
    QPushButton *m_run;
    classify::Work *m_work = nullptr; // while it looks or runs
};

} // namespace shirushi::disposals
