// MembersPage: 開ける人: of a vault or of one item, changed by ticks; what must be locked anew for that is, with progress and a
// way to stop. Also finishes what was interrupted. Window thread only; the work is done on a worker.
#pragma once

#include "vault/vaultdesk.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::classify {
class ProgressRow;
class Work;
}
namespace shirushi::widgets {
class Notice;
}

namespace shirushi::vaults {

class PeopleList;

class MembersPage : public widgets::Page
{
    Q_OBJECT
public:
    MembersPage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent = nullptr);

    /// Of the vault.
    void begin(const Overview &overview);
    /// Of one item.
    void begin(const base::Path &folder, const Details &details);
    /// Finishes what was interrupted in the vault, at once.
    void settle(const Overview &overview);
    void clear();
    bool isWorking() const { return m_work != nullptr; }
    void stop();

Q_SIGNALS:
    void left();
    void workEnded();

private:
    void show(std::vector<Person> people, const QStringList &members);
    MemberChange change() const;
    void judge();
    void carryOut(bool settles);
    void finish(const base::Result<vault::Relocked> &relocked);

    VaultDesk &m_desk;
    base::Path m_folder;
    QString m_item;       // empty: of the vault
    QStringList m_before; // ids
    bool m_mayChange = false;
    widgets::TextBlock *m_title = nullptr;
    widgets::TextBlock *m_lead;
    widgets::Notice *m_said;
    QPushButton *m_finish;
    PeopleList *m_people;
    widgets::TextBlock *m_none;
    widgets::TextBlock *m_escrow;
    widgets::TextBlock *m_note;
    classify::ProgressRow *m_progress;
    QPushButton *m_back;
    QPushButton *m_change;
    classify::Work *m_work = nullptr; // while it is locked anew
};

} // namespace shirushi::vaults
