// VaultPage: 保管庫: the items of a vault, what is done with them, and the ways between. Window thread only; everything that
// reads or writes a vault is done on workers.
#pragma once

#include "vault/vaultdesk.h"
#include "widgets/theme.h"

#include <QStackedWidget>

#include <map>

class QTimer;

namespace shirushi::classify {
class Work;
}

namespace shirushi::vaults {

class ItemPage;
class ItemsPage;
class MembersPage;
class MovePage;
class NewVaultPage;
class PutPage;
class TakePage;
class VerifyPage;

class VaultPage : public QStackedWidget
{
    Q_OBJECT
public:
    VaultPage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent = nullptr);

    /// When somebody has signed in: what waits is counted.
    void begin();
    /// When the page is shown.
    void comeBack();
    /// To be put into a vault; where there is none, that is made first.
    void put(const std::vector<base::Path> &paths);
    /// The vault in this folder, which may have been made elsewhere.
    void openFolder(const base::Path &folder);
    /// When the window is locked.
    void clear();
    bool isWorking() const;
    void stop();

Q_SIGNALS:
    void workEnded();
    /// Somebody is at work on a document that is open.
    void touched();
    /// A permission was asked for.
    void requested();
    /// An item is to stand among what may be disposed of.
    void disposeWanted(const shirushi::base::Path &folder, const QString &item);
    /// How many things the vaults ask for: second copies, checks.
    void waitingChanged(int count);

private:
    void connectItems();
    void connectParts();
    void connectItem();
    void connectWhole();
    void connectOpening();
    void connectReminders();
    void noteWaiting(const base::Path &folder, int count);
    void open(const Row &row, bool isReadOnly);
    void close(const QStringList &openings);
    void tend();
    void takeOpened();
    void tellClosed(const vault::Opened &closed);
    void loadRescues();
    void finishRescue(const vault::Rescue &rescue, bool saves);
    void workOn(bool working);
    void take(const Row &row, std::int64_t counter);
    void goBack();
    void showItems();
    void showNew(const QString &why);
    void loadVaults();
    void takeVaults(const base::Result<std::vector<Known>> &vaults);
    void choose(const base::Path &folder);
    void load();
    void goOnPutting();

    VaultDesk &m_desk;
    ItemsPage *m_items;
    NewVaultPage *m_new;
    PutPage *m_put;
    ItemPage *m_item;
    TakePage *m_take;
    MembersPage *m_members;
    MovePage *m_move;
    VerifyPage *m_verify;
    bool m_fromItem = false; // 取り出す and 開ける人 go back to the item
    std::vector<Known> m_vaults;
    base::Path m_chosen;                // folder
    std::vector<base::Path> m_waiting;  // to be put in as soon as it is known into which vault
    classify::Work *m_reading = nullptr; // of the list
    int m_asked = 0;
    bool m_opening = false; // a vault's folder, or an item, or something is being closed or rescued
    QTimer *m_tending;
    bool m_isTending = false;
    int m_cleared = 0; // what was asked before is not for who comes next
    int m_saves = 0; // of everything that is open
    std::map<base::Path, int> m_asking; // what each vault asks for
};

} // namespace shirushi::vaults
