// RegisterPage: 廃棄記録簿 of a fiscal year: what went, why, by whose permission and how; printed, checked, signed off; and what
// must still follow. Window thread only; reading and writing are done on workers.
#pragma once

#include "dispose/disposedesk.h"
#include "review/verification.h"
#include "widgets/notice.h"
#include "widgets/page.h"

class QComboBox;
class QPushButton;

namespace shirushi::review {
class SignOffCard;
}
namespace shirushi::vaults {
class LinesTable;
}

namespace shirushi::disposals {

class RecordCard;

class RegisterPage : public widgets::Page
{
    Q_OBJECT
public:
    RegisterPage(const widgets::Theme &theme, const DisposeDesk &desk, review::ReviewDesk &reviews, review::Verification &verification, QWidget *parent = nullptr);

    /// `onlyOpen`: what must still follow, of the newest year that has any.
    void begin(bool onlyOpen = false);
    void clear();
    bool isWorking() const;

Q_SIGNALS:
    void left();
    void proofWanted(int year);
    /// What must follow is to be done: with the medium that its data lay on.
    void followUpWanted(const shirushi::disposal::Asset &medium);
    void workEnded();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addHead();
    void addList();
    void load();
    void setYears(const std::vector<int> &years, int openYear);
    void fail(const base::Error &error);
    void show(const base::Result<Register> &found);
    void showChosen();
    void judge();
    int year() const;
    const Line *chosen() const;
    void save(const QString &name, const QString &ending, std::function<base::Result<void>(const base::Path &)> write);
    void askForSignOff();
    void say(const QString &heading, const QString &text, widgets::NoticeTone tone);

    const DisposeDesk &m_desk;
    review::Verification &m_verification;
    Register m_register;
    bool m_isRead = false;
    bool m_hasFailed = false; // why stands above
    QComboBox *m_year;
    QPushButton *m_onlyOpen;
    widgets::Notice *m_said;
    review::SignOffCard *m_signOffCard;
    widgets::TextBlock *m_state;
    widgets::TextBlock *m_scope;
    widgets::TextBlock *m_none;
    vaults::LinesTable *m_table;
    std::vector<std::size_t> m_shown; // numbers of lines
    RecordCard *m_card;
    std::vector<QPushButton *> m_exports;
    QPushButton *m_back;
    QPushButton *m_verify;
    QPushButton *m_signOff;
    bool m_saving = false;
    int m_asked = 0;
};

} // namespace shirushi::disposals
