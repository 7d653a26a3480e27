// DeputyForm: 代決: for whom somebody stands in, from which day to which; and ending it before its last day.
// Window thread only.
#pragma once

#include "window/peopleforms.h"

namespace shirushi::widgets {
class DateChoice;
}

namespace shirushi::window {

class DeputyForm : public PeopleForm
{
    Q_OBJECT
public:
    DeputyForm(const widgets::Theme &theme, PeopleDesk &desk, const Member &member);

private:
    void carryOut() override;
    void addPresent();
    Member m_member;
    QComboBox *m_standsFor;
    widgets::DateChoice *m_from;
    widgets::DateChoice *m_until;
};

} // namespace shirushi::window
