// DecisionForm: comment, how long it holds, and the two answers in the article's own word; by who is signed in,
// or by somebody else in a short sign-in beside them. Window thread only.
#pragma once

#include "approvals/approvaldesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class Choice;
class DateChoice;
class TextBlock;
}

namespace shirushi::approvals {

class DecisionForm : public QWidget
{
    Q_OBJECT
public:
    /// With `approvers` the form asks who it is and for their password; without, it is who is signed in.
    DecisionForm(const widgets::Theme &theme, const QString &word, bool sharesDuties,
                 const std::vector<Approver> &approvers, QWidget *parent = nullptr);

    /// What is wrong, in place; empty: nothing.
    void setProblem(const QString &sentence);
    void takeFocus();

Q_SIGNALS:
    /// `user` is empty for who is signed in; the password line is emptied by then.
    void decided(bool approve, const shirushi::approvals::Words &words, const QString &user,
                 std::shared_ptr<shirushi::base::SecretBytes> password);

private:
    void decide(bool approve);

    bool m_asksWho;
    widgets::Choice *m_who = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_comment;
    QLineEdit *m_reason = nullptr;
    widgets::DateChoice *m_until;
    widgets::TextBlock *m_problem;
};

} // namespace shirushi::approvals
