// Header: the program's name, the rules in force, the ledger's state, who is signed in, and the lock.
// Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QDateTime>
#include <QWidget>

class QLabel;
class QPushButton;

namespace shirushi::widgets {
class TextBlock;
}

namespace shirushi::window {

struct Person;

/// What is known of the ledger.
enum class LedgerState {
    Open,       // it can be written; nobody has looked at every entry
    Checking,
    Whole,      // every entry was looked at
    Questioned, // there are findings
};

class Header : public QWidget
{
    Q_OBJECT
public:
    explicit Header(const widgets::Theme &theme, QWidget *parent = nullptr);
    void setState(const QString &rules, const Person &person);
    /// How many seconds are left until it locks itself; 0: that is not said.
    void setLocksIn(int seconds);
    /// `checkedAt`: when every entry was looked at.
    void setLedger(LedgerState state, const QDateTime &checkedAt = {});

Q_SIGNALS:
    void lockWanted();
    void ledgerWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    const widgets::Theme &m_theme;
    QLabel *m_rules;
    QLabel *m_locksIn;
    QPushButton *m_ledger;
    QLabel *m_person;
    QString m_rulesText;
};

} // namespace shirushi::window
