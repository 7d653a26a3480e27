// AddressPage: 宛先帳: a search, the list, and what can be done about the one that is chosen. Window thread only; the book
// is read and written on workers.
#pragma once

#include "send/addressmodel.h"
#include "widgets/page.h"

#include <functional>

class QLineEdit;
class QPushButton;
class QTimer;

namespace shirushi::widgets {
class Notice;
class Table;
}

namespace shirushi::send {

class AddressForm;

class AddressPage : public widgets::Page
{
    Q_OBJECT
public:
    AddressPage(const widgets::Theme &theme, SendDesk &desk, QWidget *parent = nullptr);

    /// All of them.
    void begin();
    /// With a form for somebody who is not in it yet.
    void begin(const sending::Contact &wanted);
    void clear();
    bool isWorking() const { return m_working; }

Q_SIGNALS:
    void left();
    /// Somebody was added or changed.
    void saved(const shirushi::send::BookEntry &entry);
    void workEnded();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addList();
    void load(const QString &chosen = {});
    void show(std::vector<BookEntry> entries, const QString &chosen);
    const BookEntry *chosen() const;
    void judge();
    void open(const sending::Contact &contact);
    void close();
    void check();
    void remove();
    void putBack();
    template <typename Deed, typename Finished>
    void carryOut(Deed deed, Finished finished);
    void say(bool isGood, const QString &heading, const QString &text = {});

    SendDesk &m_desk;
    AddressModel *m_model;
    widgets::Notice *m_said;
    QPushButton *m_undo;
    QLineEdit *m_search;
    widgets::TextBlock *m_none;
    widgets::Table *m_table;
    QPushButton *m_change;
    QPushButton *m_check;
    QPushButton *m_remove;
    QPushButton *m_add;
    QVBoxLayout *m_formPlace;
    AddressForm *m_form = nullptr;
    QTimer *m_wait;
    sending::Contact m_removed; // the last one; without an id: none
    bool m_working = false;
    int m_asked = 0;
};

} // namespace shirushi::send
