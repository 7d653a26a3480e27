// OfficeSection: in the settings, what ties this computer to the office: the shared folder, the roster, and key files that are
// carried between desktops. Window thread only; a file server is asked on a worker.
#pragma once

#include "widgets/theme.h"
#include "window/frontdoor.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class Notice;
class TextBlock;
}

namespace shirushi::window {

class OfficeSection : public QWidget
{
    Q_OBJECT
public:
    OfficeSection(const widgets::Theme &theme, FrontDoor &door, QWidget *parent = nullptr);
    void refresh();
    bool isWorking() const { return m_working; }

Q_SIGNALS:
    /// The ledger was opened anew, or other people are in the office.
    void changed();
    void workEnded();

private:
    void chooseFolder();
    void setFolder();
    void importRoster();
    void takeKeysAlong();
    void letIn();
    void carryOut(std::function<base::Result<QString>()> deed);

    FrontDoor &m_door;
    QLineEdit *m_folder;
    QPushButton *m_set;
    widgets::TextBlock *m_roster;
    widgets::Notice *m_said;
    bool m_working = false;
};

} // namespace shirushi::window
