// SentForm: one question about a sending before something is recorded that cannot be taken back. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QFrame>

class QLineEdit;
class QPushButton;

namespace shirushi::send {

class SentForm : public QFrame
{
    Q_OBJECT
public:
    struct Words {
        QString heading;
        QString text;
        QString line; // what is asked for; empty: nothing
        QString deed; // of the button
    };
    SentForm(const widgets::Theme &theme, const Words &words, QWidget *parent = nullptr);

    void setBusy(bool busy);

Q_SIGNALS:
    void confirmed(const QString &line);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_line = nullptr;
    QPushButton *m_deed;
    bool m_busy = false;
};

} // namespace shirushi::send
