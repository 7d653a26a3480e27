// SignOffCard: what is about to be signed off as reviewed, in words, with a note; then that it is done.
// Window thread only; the desk is asked on a worker.
#pragma once

#include "review/reviewdesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class Notice;
}

namespace shirushi::review {

class SignOffCard : public QWidget
{
    Q_OBJECT
public:
    SignOffCard(const widgets::Theme &theme, ReviewDesk &desk, QWidget *parent = nullptr);

    /// Shows itself. `words` say what `filter` finds, `proof` that the ledger is whole.
    void ask(const Filter &filter, const QString &words, const QString &proof);
    /// Says again what `filter` finds, if that is what it still asks about: counting may end later than the asking began.
    void setWords(const Filter &filter, const QString &words);
    void close();
    bool isWorking() const { return m_working; }

Q_SIGNALS:
    void signedOff();
    void closed();
    void workEnded(); // whatever came of it

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void carryOut();
    void showQuestion(const QString &words);
    void showEnd(const base::Result<ledger::Entry> &entry);

    ReviewDesk &m_desk;
    Filter m_filter;
    QString m_proof;
    widgets::Notice *m_notice;
    QWidget *m_form;
    QLineEdit *m_note;
    QPushButton *m_sign;
    QPushButton *m_leave;
    bool m_working = false;
};

} // namespace shirushi::review
