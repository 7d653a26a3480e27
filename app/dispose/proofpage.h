// ProofPage: 確かめる: do the records of disposal hold? With progress; each finding with its record. Window thread only; it is
// looked at on a worker, and nothing is written.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::classify {
class ProgressRow;
class Work;
}
namespace shirushi::vaults {
class LinesTable;
}
namespace shirushi::widgets {
class Notice;
}

namespace shirushi::disposals {

class ProofPage : public widgets::Page
{
    Q_OBJECT
public:
    ProofPage(const widgets::Theme &theme, const DisposeDesk &desk, QWidget *parent = nullptr);

    void begin(int year);
    void clear();
    bool isWorking() const { return m_work != nullptr; }
    void stop();

Q_SIGNALS:
    void left();
    void workEnded();

private:
    void look();
    void finish(const base::Result<std::vector<disposal::Finding>> &findings);

    const DisposeDesk &m_desk;
    int m_year = 0;
    widgets::TextBlock *m_title;
    widgets::Notice *m_said;
    vaults::LinesTable *m_findings;
    classify::ProgressRow *m_progress;
    QPushButton *m_back;
    QPushButton *m_again;
    classify::Work *m_work = nullptr; // while it looks
};

} // namespace shirushi::disposals
