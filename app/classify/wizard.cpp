#include "classify/wizard.h"

#include "classify/directpage.h"
#include "classify/questionpage.h"
#include "classify/removalpage.h"
#include "classify/resultpage.h"
#include "classify/statepage.h"
#include "classify/work.h"
#include "widgets/language.h"

#include <algorithm>

namespace shirushi::classify {

Wizard::Wizard(const widgets::Theme &theme, LabelDesk &desk, QWidget *parent)
    : QStackedWidget(parent), m_desk(desk), m_state(new StatePage(theme)), m_question(new QuestionPage(theme)),
      m_direct(new DirectPage(theme)), m_confirm(new ConfirmPage(theme)), m_removal(new RemovalPage(theme)),
      m_result(new ResultPage(theme))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_state, m_question, m_direct, m_confirm, m_removal, m_result})
        addWidget(page);
    connect(m_state, &StatePage::questionsWanted, this, &Wizard::ask);
    connect(m_state, &StatePage::directWanted, this, &Wizard::chooseDirectly);
    connect(m_state, &StatePage::loweringWanted, this, &Wizard::proposeLowering);
    connect(m_state, &StatePage::removalWanted, this, [this] { goTo({Stop::Place::Removal, {}, {}, Way::Direct, {}}); });
    connect(m_state, &StatePage::keptAsItIs, this, &Wizard::aborted);
    connect(m_state, &StatePage::aborted, this, &Wizard::aborted);
    connect(m_question, &QuestionPage::answered, this, &Wizard::answer);
    connect(m_question, &QuestionPage::wentBack, this, &Wizard::back);
    connect(m_question, &QuestionPage::directChosen, this, &Wizard::chooseDirectly);
    connect(m_question, &QuestionPage::aborted, this, &Wizard::aborted);
    connect(m_direct, &DirectPage::chosen, this, [this](const policy::Classes &classes) {
        const Stop &here = m_way.back();
        goTo({Stop::Place::Confirm, here.questionnaire, classes, here.way, {}});
    });
    connect(m_direct, &DirectPage::wentBack, this, &Wizard::back);
    connect(m_direct, &DirectPage::aborted, this, &Wizard::aborted);
    connect(m_confirm, &ConfirmPage::decided, this, &Wizard::carryOut);
    connect(m_confirm, &ConfirmPage::wentBack, this, &Wizard::back);
    connect(m_confirm, &ConfirmPage::otherClassWanted, this, &Wizard::chooseDirectly);
    connect(m_confirm, &ConfirmPage::aborted, this, &Wizard::aborted);
    connect(m_removal, &RemovalPage::confirmed, this, &Wizard::takeAway);
    connect(m_removal, &RemovalPage::wentBack, this, &Wizard::back);
    connect(m_removal, &RemovalPage::aborted, this, &Wizard::aborted);
    connect(m_result, &ResultPage::undoWanted, this, &Wizard::undo);
    connect(m_result, &ResultPage::againWanted, this, &Wizard::tryAgain);
    connect(m_result, &ResultPage::requestWanted, this, &Wizard::wantRequest);
    connect(m_result, &ResultPage::finished, this, &Wizard::finished);
    connect(m_result, &ResultPage::storeWanted, this, [this](const base::Path &path) { Q_EMIT storeWanted({path}); });
}

void Wizard::start(const base::Path &path)
{
    m_decideOnly = false;
    m_state->setReading(path);
    setCurrentWidget(m_state);
    const int run = ++m_run;
    inBackground(this, [desk = &m_desk, path] { return desk->read(path); },
                 [this, run](const labelling::FileLabel &file) {
                     if (run != m_run)
                         return;
                     begin({file});
                     if (StatePage::hasSomethingToSay(file))
                         goTo({Stop::Place::State, {}, {}, Way::Direct, {}});
                     else
                         ask();
                 });
}

void Wizard::decide(std::vector<labelling::FileLabel> files, bool directly, const QString &source)
{
    ++m_run;
    m_decideOnly = true;
    begin(std::move(files));
    policy::Questionnaire questionnaire(m_pack);
    const bool known = !source.isEmpty() && questionnaire.answer(source);
    if (known && (questionnaire.inherits() || !directly))
        goOn(std::move(questionnaire));
    else if (known)
        goTo({Stop::Place::Direct, questionnaire, questionnaire.classes(), Way::Direct, {}});
    else if (directly)
        chooseDirectly();
    else
        ask();
}

void Wizard::begin(std::vector<labelling::FileLabel> files)
{
    m_files = std::move(files);
    m_pack = m_desk.rules();
    m_way.clear();
    m_done.reset();
    m_decision.reset();
    m_removalReason.reset();
}

const label::Label *Wizard::labelOfTheFile() const
{
    return m_files.size() == 1 ? labelOf(m_files.front(), *m_pack) : nullptr;
}

// The class that every one of the files shows; null where they differ.
const label::Label *Wizard::labelOfAll() const
{
    const label::Label *first = labelOf(m_files.front(), *m_pack);
    const bool alike = first && std::all_of(m_files.begin(), m_files.end(), [&](const labelling::FileLabel &file) {
        const label::Label *own = labelOf(file, *m_pack);
        return own && own->classes == first->classes;
    });
    return alike ? first : nullptr;
}

QString Wizard::subject() const
{
    return m_files.size() == 1 ? fileName(m_files.front().path)
                               : tr("%n files", nullptr, static_cast<int>(m_files.size()));
}

void Wizard::goTo(Stop stop)
{
    m_way.push_back(std::move(stop));
    show(m_way.back());
}

void Wizard::back()
{
    if (m_way.size() < 2) {
        Q_EMIT aborted();
        return;
    }
    m_way.pop_back();
    show(m_way.back());
}

void Wizard::show(const Stop &stop)
{
    switch (stop.place) {
    case Stop::Place::State:
        setCurrentWidget(m_state);
        m_state->setFile(m_files.front(), m_desk);
        break;
    case Stop::Place::Question:
        setCurrentWidget(m_question);
        m_question->setQuestion(m_pack, *stop.questionnaire, subject());
        break;
    case Stop::Place::Direct:
        setCurrentWidget(m_direct);
        m_direct->setRules(m_pack, stop.classes, subject(), stop.text);
        break;
    case Stop::Place::Confirm:
        setCurrentWidget(m_confirm);
        m_confirm->setProposal(proposalFor(stop));
        suggestReason(stop.classes);
        break;
    case Stop::Place::Removal:
        setCurrentWidget(m_removal);
        m_removal->setFile(m_files.front(), m_desk);
        suggestReason({});
        break;
    }
}

void Wizard::ask()
{
    policy::Questionnaire questionnaire(m_pack);
    if (questionnaire.current())
        goTo({Stop::Place::Question, std::move(questionnaire), {}, Way::Answered, {}});
    else
        chooseDirectly();
}

void Wizard::answer(const QString &answerId)
{
    policy::Questionnaire next = *m_way.back().questionnaire;
    if (next.answer(answerId))
        goOn(std::move(next));
}

// To the next question, or to what the answers have led to.
void Wizard::goOn(policy::Questionnaire questionnaire)
{
    if (questionnaire.inherits()) {
        inherit(questionnaire);
    } else if (questionnaire.isFinished()) {
        const policy::Classes classes = questionnaire.classes();
        goTo({Stop::Place::Confirm, std::move(questionnaire), classes, Way::Answered, {}});
    } else {
        goTo({Stop::Place::Question, std::move(questionnaire), {}, Way::Answered, {}});
    }
}

void Wizard::chooseDirectly()
{
    Stop stop{Stop::Place::Direct, {}, {}, Way::Direct, {}};
    if (!m_way.empty()) {
        stop.questionnaire = m_way.back().questionnaire;
        stop.classes = m_way.back().classes;
        if (stop.classes.empty() && stop.questionnaire)
            stop.classes = stop.questionnaire->classes();
    }
    if (const label::Label *label = labelOfTheFile(); label && stop.classes.empty())
        stop.classes = label->classes;
    goTo(std::move(stop));
}

void Wizard::inherit(const policy::Questionnaire &questionnaire)
{
    if (const label::Label *label = labelOfAll()) {
        goTo({Stop::Place::Confirm, questionnaire, label->classes, Way::Inherited, {}});
        return;
    }
    const bool anyShown = std::any_of(m_files.begin(), m_files.end(), [this](const labelling::FileLabel &file) {
        return labelOf(file, *m_pack) != nullptr;
    });
    QString lead = anyShown ? tr("The files do not all show the same class. Choose one for all of them, or go back "
                                 "and tick only those that show the same.")
                            : tr("Choose what the source shows. It is taken over as it is.");
    const auto &found = m_files.front().label;
    if (m_files.size() == 1 && found) {
        const auto other = m_desk.rulesOf(found->policy);
        lead = other ? tr("The file carries “%1” of other rules (%2). It is not translated: choose what the rules "
                          "in force here say.")
                           .arg(policy::classText(*other, found->classes), widgets::inWindowLanguage(other->shortTitle))
                     : tr("The file carries a label of rules that are not installed here. Choose what the rules in "
                          "force here say.");
    }
    goTo({Stop::Place::Direct, questionnaire, {}, Way::Inherited, lead});
}

void Wizard::proposeLowering()
{
    const policy::Axis &axis = m_pack->axes.front();
    policy::Classes classes = labelOfTheFile()->classes;
    classes[axis.id] = axis.levels.back().id;
    goTo({Stop::Place::Confirm, {}, classes, Way::Direct, tr("Published")});
}

Proposal Wizard::proposalFor(const Stop &stop) const
{
    Proposal proposal;
    proposal.pack = m_pack;
    proposal.classes = stop.classes;
    proposal.way = stop.way;
    proposal.files = m_files;
    proposal.marks = m_desk.markDefaults();
    proposal.decideOnly = m_decideOnly;
    proposal.reason = stop.text;
    if (const label::Label *label = labelOfTheFile()) {
        proposal.publishOn = label->publishOn;
        proposal.domain = label->domain;
    }
    if (const auto &questionnaire = stop.questionnaire) {
        proposal.path = questionnaire->path();
        proposal.open = questionnaire->openQuestions();
        proposal.asksPublishOn = questionnaire->asksPublishOn();
        if (!questionnaire->domain().isEmpty())
            proposal.domain = questionnaire->domain();
        if (questionnaire->isFinished() && !questionnaire->inherits())
            proposal.answered = questionnaire->classes();
    }
    proposal.asksPublishOn |= proposal.publishOn.isValid();
    return proposal;
}

// A lower class that somebody has approved, or none at all, needs exactly the reason that they approved. Several files
// go into one request.
void Wizard::suggestReason(const policy::Classes &target)
{
    const label::Label *label = labelOf(m_files.front(), *m_pack);
    if (!label)
        return;
    inBackground(this, [desk = &m_desk, hash = label->contentHash, target] { return desk->approvedReason(hash, target); },
                 [this, hash = label->contentHash, target](const QString &reason) {
                     const label::Label *now = m_files.empty() ? nullptr : labelOf(m_files.front(), *m_pack);
                     if (!now || now->contentHash != hash || m_way.empty() || m_way.back().classes != target)
                         return;
                     if (m_way.back().place == Stop::Place::Removal)
                         m_removal->suggestReason(reason);
                     else
                         m_confirm->suggestReason(reason);
                 });
}

void Wizard::carryOut(const Decision &decision)
{
    if (m_decideOnly) {
        Q_EMIT decided(decision);
        return;
    }
    m_decision = decision;
    const labelling::LabelOrder order = orderFor(m_files.front().path, decision);
    setCurrentWidget(m_result);
    m_result->setWorking(order.path, tr("Putting the class on the file"));
    m_working = true;
    inBackground(this,
                 [desk = &m_desk, order] {
                     base::NoProgress quiet;
                     return desk->label({order}, quiet).front();
                 },
                 [this, order](const labelling::LabelOutcome &outcome) {
                     m_working = false;
                     m_done = Done{m_files.front(), outcome};
                     if (outcome.error)
                         m_result->setFailed(tr("The class could not be put on the file"), outcome);
                     else
                         m_result->setDone(*m_done, order, *m_pack);
                     Q_EMIT workEnded();
                 });
}

void Wizard::takeAway(const QString &reason)
{
    m_removalReason = reason;
    const base::Path path = m_files.front().path;
    setCurrentWidget(m_result);
    m_result->setWorking(path, tr("Taking the label away"));
    m_working = true;
    inBackground(this, [desk = &m_desk, path, reason] { return desk->remove(path, reason); },
                 [this](const labelling::LabelOutcome &outcome) {
                     m_working = false;
                     m_done = Done{m_files.front(), outcome, true};
                     if (outcome.error)
                         m_result->setFailed(tr("The label could not be taken away"), outcome);
                     else
                         m_result->setRemoved(*m_done, *m_pack);
                     Q_EMIT workEnded();
                 });
}

void Wizard::tryAgain()
{
    if (m_removalReason)
        takeAway(*m_removalReason);
    else
        carryOut(*m_decision);
}

void Wizard::wantRequest()
{
    const base::Path &file = m_files.front().path;
    Q_EMIT requestWanted(m_removalReason ? LoweringWish{{file}, *m_removalReason, {}}
                                         : LoweringWish{{file}, m_decision->reason, m_decision->classes});
}

void Wizard::undo()
{
    m_result->setWorking(m_done->outcome.newPath, tr("Undoing"));
    m_working = true;
    inBackground(this,
                 [desk = &m_desk, done = *m_done] {
                     base::NoProgress quiet;
                     return takeBack(*desk, {done}, quiet).front();
                 },
                 [this](const labelling::LabelOutcome &outcome) {
                     m_working = false;
                     m_result->setTakenBack(outcome, m_done->before.label.has_value());
                     Q_EMIT workEnded();
                 });
}

} // namespace shirushi::classify
