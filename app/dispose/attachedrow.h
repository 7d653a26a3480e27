// AttachedRow: a photo or a scanned certificate: chosen, taken away again, and where it is kept: in a vault, or in the ledger.
// Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace shirushi::widgets {
class TextBlock;
}

namespace shirushi::disposals {

class AttachedRow : public QWidget
{
    Q_OBJECT
public:
    explicit AttachedRow(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// Empty: none.
    void attach(const base::Path &file);
    /// What is chosen stays chosen, as far as it is there.
    void setVaults(const std::vector<VaultPlace> &vaults);
    Attached attached() const;
    /// When it is recorded: where it went. Empty: there is none.
    QString keptText() const;

private:
    void judge();

    base::Path m_file;
    std::vector<VaultPlace> m_vaults;
    widgets::TextBlock *m_name;
    QPushButton *m_detach;
    QWidget *m_whereBox;
    QComboBox *m_where;
    widgets::TextBlock *m_note;
};

} // namespace shirushi::disposals
