// SettingsPage: what there is to set: the rules in force, where the class is shown by default, and, for an
// administrator, the people of the office and the designated methods.
// Window thread only.
#pragma once

#include "widgets/page.h"
#include "widgets/section.h"
#include "window/frontdoor.h"

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace shirushi::widgets {
class CheckLine;
class Notice;
}

namespace shirushi::window {

class OfficeSection;

class SettingsPage : public widgets::Page, public widgets::Section
{
    Q_OBJECT
public:
    SettingsPage(const widgets::Theme &theme, FrontDoor &door, QWidget *parent = nullptr);
    void refresh();
    void comeBack() override { refresh(); }
    bool isWorking() const override;

Q_SIGNALS:
    void changed();
    /// Shared folder or roster are others now.
    void officeChanged();
    void workEnded();

private:
    void save();

    const widgets::Theme &m_theme;
    FrontDoor &m_door;
    QComboBox *m_rules;
    widgets::CheckLine *m_header;
    widgets::CheckLine *m_name;
    OfficeSection *m_office;
    widgets::Notice *m_said;
    QPushButton *m_save;
    QVBoxLayout *m_peoplePlace;
    QWidget *m_people = nullptr; // of who administers the office
};

} // namespace shirushi::window
