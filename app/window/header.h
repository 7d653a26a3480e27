// Header: the program's name, the rules in force, the ledger's state, who is signed in, and the lock.
// Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QWidget>

class QLabel;

namespace shirushi::widgets {
class TextBlock;
}

namespace shirushi::window {

struct Person;

class Header : public QWidget
{
    Q_OBJECT
public:
    explicit Header(const widgets::Theme &theme, QWidget *parent = nullptr);
    void setState(const QString &rules, const Person &person);

Q_SIGNALS:
    void lockWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QLabel *m_rules;
    QLabel *m_person;
    QString m_rulesText;
};

} // namespace shirushi::window
