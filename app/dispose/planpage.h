// PlanPage: why something is disposed of, what would be done with each thing here, and who permits it; then it is asked for, or,
// where the reason needs no permission (消去), leads on. Nothing is touched. Window thread only; it is looked at on a worker.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::approvals {
class ProspectCard;
}
namespace shirushi::classify {
class ProgressRow;
class Work;
}
namespace shirushi::widgets {
class Notice;
}

namespace shirushi::disposals {

class PlanCard;
class ReasonForm;
class ThingTable;

class PlanPage : public widgets::Page
{
    Q_OBJECT
public:
    PlanPage(const widgets::Theme &theme, DisposeDesk &desk, QWidget *parent = nullptr);

    /// The reason is the one that was chosen when the person went back from here last.
    void begin(const std::vector<Thing> &things);
    /// What stood against it may be seen to.
    void lookAgain();
    void clear();
    /// There is something to be planned.
    bool isPending() const { return !m_things.empty(); }
    bool isWorking() const { return m_work || m_asking; }
    void stop();

Q_SIGNALS:
    void left();
    /// `things` were asked for.
    void asked(const std::vector<shirushi::disposals::Thing> &things, bool isShared);
    /// No permission is needed.
    void runWanted(const shirushi::disposals::Order &order, bool isErasure);
    void classifyWanted(const std::vector<shirushi::base::Path> &paths);
    void workEnded();

private:
    void addProblem();
    Order order() const;
    bool isLookedAt() const;
    QString deedText() const;
    void look();
    void show(const base::Result<Outlook> &outlook);
    void showChosen();
    void judge();
    void carryOut();
    void finish(const base::Result<approvals::Asked> &asked);

    DisposeDesk &m_desk;
    std::vector<Thing> m_things;
    std::optional<Outlook> m_outlook;
    widgets::Notice *m_said;
    ReasonForm *m_reason;
    widgets::Notice *m_problem;
    QPushButton *m_leaveOut;
    QPushButton *m_classify;
    ThingTable *m_table;
    PlanCard *m_card;
    approvals::ProspectCard *m_prospect;
    classify::ProgressRow *m_progress;
    QPushButton *m_back;
    QPushButton *m_go;
    classify::Work *m_work = nullptr; // while it looks
    QString m_lookedAt; // the reason that was
    bool m_looksAgain = false;        // the reason changed meanwhile
    bool m_asking = false;
    bool m_keepsReason = false; // when it is cleared
};

} // namespace shirushi::disposals
