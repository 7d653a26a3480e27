// SentPage: 送ったもの: those whose password has not been told, whose receipt is not confirmed, that are overdue, or all;
// and what can be recorded about the one that is chosen. Window thread only; recording is done on a worker.
#pragma once

#include "send/sentmodel.h"
#include "widgets/page.h"

class QButtonGroup;
class QPushButton;

namespace shirushi::widgets {
class Notice;
class Table;
class WrapRow;
}

namespace shirushi::send {

class SentForm;

class SentPage : public widgets::Page
{
    Q_OBJECT
public:
    SentPage(const widgets::Theme &theme, SendDesk &desk, SentModel &model, QWidget *parent = nullptr);

    void refresh();
    /// What lies somewhere without a record.
    void setUnrecorded(const std::vector<sending::Unfinished> &left);
    void say(const QString &heading, const QString &text, bool isGood);
    /// Begins with those that are overdue where there are any and no password waits.
    void begin();
    void clear();
    bool isWorking() const { return m_working; }

Q_SIGNALS:
    void tellWanted(const shirushi::send::Item &item);
    void missentWanted(const shirushi::send::Item &item);
    /// Something was recorded: the list is another one.
    void changed();
    void left();
    void workEnded();

protected:

private:
    void addFilter();
    void addTable();
    void addDeeds();
    void show(SentModel::Show show);
    const Item *chosen() const;
    void judge();
    void open();
    void askReceipt();
    void askErasing();
    void showForm(SentForm *form);
    void closeForm();
    template <typename Deed>
    void carryOut(Deed deed, const QString &said);

    SendDesk &m_desk;
    SentModel &m_model;
    widgets::Notice *m_said;
    widgets::Notice *m_overdue;
    widgets::Notice *m_unrecorded;
    QButtonGroup *m_filter;
    widgets::WrapRow *m_filterRow;
    widgets::TextBlock *m_none;
    widgets::Table *m_table;
    QPushButton *m_confirm;
    QPushButton *m_missent;
    QPushButton *m_erase;
    QVBoxLayout *m_formPlace;
    SentForm *m_form = nullptr;
    QPushButton *m_tell;
    QString m_chosen; // stays chosen when the list is another one
    bool m_working = false;
};

} // namespace shirushi::send
