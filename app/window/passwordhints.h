// PasswordHints: the rules for a new password, each ticked as soon as it is kept, and how strong it is. Follows a
// line while it is typed in. Window thread only.
#pragma once

#include "people/passwordrules.h"
#include "widgets/theme.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QVBoxLayout;

namespace shirushi::widgets {
class TextBlock;
}

namespace shirushi::window {

class PasswordHints : public QWidget
{
    Q_OBJECT
public:
    PasswordHints(const widgets::Theme &theme, QLineEdit *line);

    /// `owner` is asked again at each key: name and id may still be typed.
    void setRules(const policy::PasswordRules &rules, std::function<people::PasswordOwner()> owner);
    bool isAllowed() const { return m_allowed; }
    /// The first rule that is broken; empty where none is.
    const QString &firstProblem() const { return m_problem; }
    void look();

private:
    QLineEdit *m_line;
    policy::PasswordRules m_rules;
    std::function<people::PasswordOwner()> m_owner;
    widgets::TextBlock *m_text;
    widgets::TextBlock *m_strength;
    bool m_allowed = false;
    QString m_problem;
};

} // namespace shirushi::window
