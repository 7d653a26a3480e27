// VerifyPage: 確かめる: is everything in the vault what it should be? With progress; each finding with its item or file.
// Window thread only; it is looked at on a worker, and nothing is written.
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

class LinesTable;

class VerifyPage : public widgets::Page
{
    Q_OBJECT
public:
    VerifyPage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent = nullptr);

    void begin(const Known &vault);
    void clear();
    bool isWorking() const { return m_work != nullptr; }
    void stop();

Q_SIGNALS:
    void left();
    void workEnded();

private:
    void look();
    void finish(const base::Result<std::vector<vault::Finding>> &findings);

    VaultDesk &m_desk;
    Known m_vault;
    widgets::TextBlock *m_title = nullptr;
    widgets::Notice *m_said;
    LinesTable *m_findings;
    classify::ProgressRow *m_progress;
    QPushButton *m_back;
    QPushButton *m_again;
    classify::Work *m_work = nullptr; // while it looks
};

} // namespace shirushi::vaults
