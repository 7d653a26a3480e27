// IntegrityBand: is the ledger whole? One sentence, the findings one by one, and looking again. Below it, for as
// long as no shared folder is set, what cannot be found without one. Window thread only.
#pragma once

#include "review/verification.h"
#include "widgets/theme.h"

#include <QWidget>

class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace shirushi::widgets {
class Notice;
class TextBlock;
}

namespace shirushi::review {

class IntegrityBand : public QWidget
{
    Q_OBJECT
public:
    IntegrityBand(const widgets::Theme &theme, Verification &verification, QWidget *parent = nullptr);

Q_SIGNALS:
    void entryWanted(std::int64_t seq);
    /// An administrator wants to take the ledger as it stands.
    void acceptanceWanted();

private:
    void refresh();
    void move(int done, int total);
    void addFindings();
    QString heading() const;
    QString explanation() const;

    const widgets::Theme &m_theme;
    Verification &m_verification;
    widgets::Notice *m_notice;
    QWidget *m_findings = nullptr;
    QProgressBar *m_progress;
    QPushButton *m_again;
    QPushButton *m_stop;
    QPushButton *m_accept;
    widgets::TextBlock *m_alone; // no shared folder
};

/// Why nothing can be recorded at present and who can change that; empty while everything can.
QString readOnlyReason(const Verification &verification);

} // namespace shirushi::review
