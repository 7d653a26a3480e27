// ItemsPage: 保管庫: which vault, what is in it and how each item stands, and the deeds for the one that is chosen. Files may
// be dropped on it. Window thread only.
#pragma once

#include "vault/itemmodel.h"
#include "widgets/notice.h"
#include "widgets/page.h"

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class Table;
}

namespace shirushi::vaults {

class ItemsPage : public widgets::Page
{
    Q_OBJECT
public:
    ItemsPage(const widgets::Theme &theme, const VaultDesk &desk, QWidget *parent = nullptr);

    /// `chosen`: its folder.
    void setVaults(const std::vector<Known> &vaults, const base::Path &chosen);
    /// The vaults of this desktop could not be found.
    void setFailed(const base::Error &error);
    void setReading(const QString &what);
    void setOverview(Overview overview);
    /// The chosen vault cannot be read.
    void setProblem(const QString &problem);
    void say(const QString &heading, const QString &text, widgets::NoticeTone tone);
    void choose(const QString &item);
    /// What is open at this desktop, of whatever vault.
    void setOpened(const std::vector<vault::Opened> &opened);
    void setRescues(std::vector<vault::Rescue> rescues);
    void setOpening(bool opening);
    void clear();
    void takeFocus();
    const std::optional<Overview> &overview() const { return m_overview; }

Q_SIGNALS:
    void vaultChosen(const shirushi::base::Path &folder);
    void newWanted();
    void folderWanted();
    void putWanted(const std::vector<shirushi::base::Path> &paths);
    void detailsWanted(const QString &item);
    void takeWanted(const shirushi::vaults::Row &row);
    void moveWanted(const shirushi::vaults::Row &row);
    /// Its time is up, or soon: it is to stand among what may be disposed of.
    void disposeWanted(const shirushi::vaults::Row &row);
    void openWanted(const shirushi::vaults::Row &row, bool isReadOnly);
    void closeWanted(const QString &opening);
    void closeAllWanted();
    void rescueWanted(const shirushi::vault::Rescue &rescue, bool saves);
    void membersWanted();
    void settleWanted();
    void verifyWanted();
    /// There is a second copy of what is in the vault, in this place.
    void copied(const QString &where);
    void takeOffWanted(const shirushi::vaults::Known &vault);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addHead();
    void addOpening();
    void addReminders();
    void showReminders();
    void askWhere();
    void closeForm();
    void addTable();
    void openChosen();
    void confirmDiscarding();
    void addFootButtons();
    void refilter();
    void showState();
    void judge();
    const Row *chosen() const;
    void setFilesOf(bool folders);

    ItemModel *m_model;
    std::vector<Known> m_vaults;
    std::optional<Overview> m_overview;
    bool m_isRead = false; // which vaults there are
    QString m_problem;
    QString m_reading;
    widgets::Notice *m_said;
    widgets::TextBlock *m_empty;
    QComboBox *m_vault;
    QWidget *m_vaultBox;
    widgets::Notice *m_unsettled;
    widgets::Notice *m_rescue;
    QPushButton *m_saveRescue;
    QPushButton *m_discard;
    QVBoxLayout *m_formPlace;
    QWidget *m_form = nullptr; // asks before something is recorded or thrown away
    QWidget *m_openBox;
    widgets::TextBlock *m_openText;
    std::vector<vault::Opened> m_opened;
    std::vector<vault::Rescue> m_rescues;
    bool m_opening = false; // one is being opened or closed
    widgets::Notice *m_copy;
    QPushButton *m_noteCopy;
    widgets::Notice *m_check;
    widgets::Notice *m_wrong;
    QPushButton *m_takeOff;
    QWidget *m_filterRow;
    QLineEdit *m_words;
    QPushButton *m_due;
    widgets::TextBlock *m_none;
    widgets::Table *m_table;
    QWidget *m_deeds;
    QPushButton *m_open;
    QPushButton *m_read;
    QPushButton *m_close;
    QPushButton *m_details;
    QPushButton *m_take;
    QPushButton *m_move;
    QPushButton *m_dispose;
    QPushButton *m_verify;
    QPushButton *m_members;
    QPushButton *m_folder;
    QPushButton *m_put;
    QString m_chosen; // stays chosen when the list is another one
};

} // namespace shirushi::vaults
