// DoorPage: what the pages before the frame have in common: the name of the program, a column in the middle,
// fields with what is wrong said beside them, and one button. Window thread only.
#pragma once

#include "base/secretbytes.h"
#include "widgets/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace shirushi::widgets {
class Notice;
class TextBlock;
}

namespace shirushi::window {

/// A field with its title above and, when there is something wrong, a sentence below.
class Field : public QWidget
{
    Q_OBJECT
public:
    Field(const widgets::Theme &theme, const QString &title, QWidget *input, const QString &note = {});

    /// Empty: nothing is wrong.
    void setWrong(const QString &sentence);

private:
    QWidget *m_input;
    widgets::TextBlock *m_wrong;
    widgets::TextBlock *m_note;
};

class DoorPage : public QWidget
{
    Q_OBJECT
public:
    DoorPage(const widgets::Theme &theme, const QString &title, const QString &lead, const QString &action);

Q_SIGNALS:
    /// Of the button that addBack() or addOther() put beside the main one.
    void otherWanted();

protected:
    const widgets::Theme &theme() const { return m_theme; }
    QVBoxLayout *column() const { return m_column; }
    QPushButton *action() const { return m_action; }
    QLineEdit *addLine(const QString &title, const QString &note, Field **field);
    /// Puts two fields of the column side by side, where the last of them stands.
    void pair(QWidget *one, QWidget *other);
    QLineEdit *addPassword(const QString &title, const QString &note, Field **field);
    /// In place of what the button says; empty: what it said at first.
    void setActionText(const QString &text);
    /// A quiet button at the left of the main one.
    QPushButton *addOther(const QString &text);
    void addBack();
    /// Below the buttons, by itself: something else that can be done here.
    void addBelow(QWidget *widget);
    /// A sentence above the button; empty: none.
    void setProblem(const QString &sentence);
    void setBusy(bool busy, const QString &what = {});

private:
    const widgets::Theme &m_theme;
    QVBoxLayout *m_column;
    widgets::Notice *m_problem;
    QPushButton *m_action;
    QString m_actionText;
    QHBoxLayout *m_foot;
    QVBoxLayout *m_below;
    QWidget *m_fields;
};

/// The line's text as bytes to be stretched; the line is emptied.
base::SecretBytes takePassword(QLineEdit *line);

} // namespace shirushi::window
