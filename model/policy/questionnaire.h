// Questionnaire: one walk through a pack's questions, from the source of the file to a level on every axis.
// A value: copying it is how one goes back. Pure; any thread.
#pragma once

#include "policy/classification.h"

#include <memory>

namespace shirushi::policy {

/// A question that the person could not answer, and is put to somebody else. A question that leaves several
/// axes open (入手元) is recorded once an axis.
struct OpenQuestion {
    QString question;   // id
    QString text;       // as asked
    QString referredTo; // role id
    QString axis;
    QString level; // how the file is handled until it is answered
    bool operator==(const OpenQuestion &) const = default;
};

class Questionnaire
{
public:
    explicit Questionnaire(std::shared_ptr<const Pack> pack);

    /// The question to ask now; null when all is decided, or the label is to be inherited.
    const Question *current() const;

    /// What answering `answerId` ("?" for わからない) would mean, without answering; an empty outcome for an
    /// answer it does not have.
    Outcome outcomeOf(const QString &answerId) const;
    /// Answers the current question. False (and nothing changes) for an answer it does not have.
    bool answer(const QString &answerId);
    /// Takes the last answer back; false at the beginning.
    bool back();

    bool isFinished() const;
    bool inherits() const { return m_inherits; }
    bool asksPublishOn() const { return m_asksPublishOn; }
    QString domain() const { return m_domain; }
    /// The levels decided so far.
    const Classes &classes() const { return m_classes; }
    const std::vector<OpenQuestion> &openQuestions() const { return m_open; }
    /// Question and answer ids, in the order they were given: goes into the record as the reason.
    const std::vector<std::pair<QString, QString>> &path() const { return m_path; }
    /// The steps in order ("source", axis ids) and which is current (steps().size() when finished).
    QStringList steps() const;
    int currentStep() const;

private:
    void enterStep(int step);
    void apply(const Question &question, const Outcome &outcome, bool wasUnknown);
    void decide(const Question &question, const QString &axis, const QString &level, bool provisional);

    std::shared_ptr<const Pack> m_pack;
    QString m_current;
    int m_step = 0;
    bool m_inherits = false;
    bool m_asksPublishOn = false;
    QString m_domain;
    Classes m_classes;
    std::vector<OpenQuestion> m_open;
    std::vector<std::pair<QString, QString>> m_path;
};

} // namespace shirushi::policy
