// Wizard: one file, or several that are to get the same class, from the questions to a decision; for one file
// on to the deed and its result. Esc ends it anywhere before the deed, and nothing has been changed then.
// Window thread only; reading and labelling run on workers.
#pragma once

#include "classify/confirmpage.h"
#include "classify/undo.h"
#include "policy/questionnaire.h"

#include <QStackedWidget>

namespace shirushi::classify {

class DirectPage;
class QuestionPage;
class RemovalPage;
class ResultPage;
class StatePage;

class Wizard : public QStackedWidget
{
    Q_OBJECT
public:
    Wizard(const widgets::Theme &theme, LabelDesk &desk, QWidget *parent = nullptr);

    /// Reads `path`, asks, labels it, shows the result.
    void start(const base::Path &path);
    /// Only comes to a decision about `files`; by the questions or, if `directly`, by picking. `source` answers
    /// the question where they come from; empty: that is still to be asked.
    void decide(std::vector<labelling::FileLabel> files, bool directly, const QString &source);

    /// While a file is being written, nothing may take the desk away.
    bool isWorking() const { return m_working; }

Q_SIGNALS:
    void decided(const shirushi::classify::Decision &decision);
    void finished(); // back to the beginning, after the deed
    void aborted();  // back, and nothing was changed
    void workEnded();
    /// Somebody must approve it.
    void requestWanted(const shirushi::classify::LoweringWish &wish);
    void storeWanted(const std::vector<shirushi::base::Path> &paths);

private:
    /// A page on the way, with all it was shown with: going back is showing the one before.
    struct Stop {
        enum class Place { State, Question, Direct, Confirm, Removal } place = Place::Question;
        std::optional<policy::Questionnaire> questionnaire; // as far as it had come
        policy::Classes classes; // chosen (Confirm), or preset (Direct)
        Way way = Way::Direct;
        QString text; // the lead (Direct), or a first wording of the reason (Confirm)
    };

    void begin(std::vector<labelling::FileLabel> files);
    void goTo(Stop stop);
    void back();
    void show(const Stop &stop);
    void ask();
    void answer(const QString &answerId);
    void goOn(policy::Questionnaire questionnaire);
    void chooseDirectly();
    void inherit(const policy::Questionnaire &questionnaire);
    void proposeLowering();
    Proposal proposalFor(const Stop &stop) const;
    void suggestReason(const policy::Classes &target);
    void carryOut(const Decision &decision);
    void takeAway(const QString &reason);
    void wantRequest();
    void tryAgain();
    void undo();
    const label::Label *labelOfTheFile() const;
    const label::Label *labelOfAll() const;
    QString subject() const;

    LabelDesk &m_desk;
    StatePage *m_state;
    QuestionPage *m_question;
    DirectPage *m_direct;
    ConfirmPage *m_confirm;
    RemovalPage *m_removal;
    ResultPage *m_result;

    std::vector<labelling::FileLabel> m_files;
    std::shared_ptr<const policy::Pack> m_pack;
    std::vector<Stop> m_way;
    std::optional<Done> m_done;
    std::optional<Decision> m_decision;
    std::optional<QString> m_removalReason; // in place of a decision
    bool m_decideOnly = false;
    bool m_working = false;
    int m_run = 0; // a worker's answer that belongs to an earlier file is dropped
};

} // namespace shirushi::classify
