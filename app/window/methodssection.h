// MethodsSection 「指定された方法」: in the settings, for who administers the office: which methods of encryption the CISO has
// designated. Window thread only.
#pragma once

#include "widgets/theme.h"
#include "window/peopledesk.h"

#include <QWidget>

namespace shirushi::widgets {
class CheckLine;
class Notice;
}

namespace shirushi::window {

class MethodsSection : public QWidget
{
    Q_OBJECT
public:
    MethodsSection(const widgets::Theme &theme, PeopleDesk &desk, QWidget *parent = nullptr);

private:
    void refresh();
    void save();

    PeopleDesk &m_desk;
    widgets::Notice *m_state;
    std::vector<std::pair<QString, widgets::CheckLine *>> m_lines; // by the format's word
};

} // namespace shirushi::window
