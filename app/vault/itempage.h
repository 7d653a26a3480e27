// ItemPage: one item: what it is, how long it is kept, who may open it, what was done to it, and its older contents. Window
// thread only; a vault is read and written on workers.
#pragma once

#include "vault/vaultdesk.h"
#include "widgets/notice.h"
#include "widgets/page.h"

#include <optional>

class QPushButton;

namespace shirushi::widgets {
class CheckLine;
class ChipRow;
}

namespace shirushi::vaults {

class KeepingForm;
class LinesTable;

class ItemPage : public widgets::Page
{
    Q_OBJECT
public:
    ItemPage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent = nullptr);

    void begin(const base::Path &folder, const QString &item);
    /// It may have changed meanwhile.
    void lookAgain();
    void clear();
    bool isWorking() const { return m_working; }
    const std::optional<Details> &details() const { return m_details; }

Q_SIGNALS:
    void left();
    void takeWanted(const QString &item, std::int64_t counter);
    void membersWanted(const shirushi::vaults::Details &details);
    void disposeWanted();
    void workEnded();

private:
    void addFacts();
    void addKeeping();
    void addMembers();
    void addHistory();
    void show(const Details &details);
    void showFacts(const Details &details);
    void judge();
    void save();
    void say(const QString &heading, const QString &text, widgets::NoticeTone tone);

    VaultDesk &m_desk;
    base::Path m_folder;
    QString m_item;
    std::optional<Details> m_details;
    widgets::Notice *m_said;
    widgets::TextBlock *m_title = nullptr;
    QWidget *m_content;
    widgets::TextBlock *m_state;
    widgets::ChipRow *m_chips;
    widgets::TextBlock *m_noClass;
    widgets::TextBlock *m_facts;
    KeepingForm *m_keeping;
    widgets::CheckLine *m_final;
    QPushButton *m_save;
    widgets::TextBlock *m_openers;
    QPushButton *m_members;
    LinesTable *m_history;
    QWidget *m_older;
    LinesTable *m_versions;
    QPushButton *m_takeOlder;
    QPushButton *m_back;
    QPushButton *m_dispose;
    QPushButton *m_take;
    bool m_working = false;
    bool m_isNew = false; // not shown yet
    int m_asked = 0;
};

} // namespace shirushi::vaults
