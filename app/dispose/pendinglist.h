// PendingList: what has been asked for and how it stands; what is permitted goes on from here, and what was refused or has lapsed
// can be put on the list once more. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QPushButton;

namespace shirushi::vaults {
class LinesTable;
}

namespace shirushi::disposals {

class PendingList : public QWidget
{
    Q_OBJECT
public:
    explicit PendingList(const widgets::Theme &theme, QWidget *parent = nullptr);

    void setPending(std::vector<Pending> pending);
    /// False where nothing can be gone on with.
    bool takeFocus();

Q_SIGNALS:
    void runWanted(const shirushi::disposals::Pending &pending);
    void againWanted(const shirushi::disposals::Pending &pending);

private:
    void judge();
    const Pending *chosen() const;

    std::vector<Pending> m_pending;
    vaults::LinesTable *m_requests;
    QPushButton *m_run;
    QPushButton *m_again;
};

} // namespace shirushi::disposals
