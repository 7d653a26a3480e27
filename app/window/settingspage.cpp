#include "window/settingspage.h"

#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"
#include "window/methodssection.h"
#include "window/officesection.h"
#include "window/peoplesection.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace shirushi::window {

using namespace widgets;

SettingsPage::SettingsPage(const Theme &theme, FrontDoor &door, QWidget *parent)
    : Page(theme, parent), m_theme(theme), m_door(door), m_rules(new Choice(theme)),
      m_header(new CheckLine(theme, tr("Show the class at the top of each page"))),
      m_name(new CheckLine(theme, tr("Show the class in the file's name"),
                           tr("Links and shortcuts to the old name no longer lead to the file."))),
      m_office(new OfficeSection(theme, door)), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_save(makeButton(tr("Save(&S)"), ButtonKind::Main)), m_peoplePlace(new QVBoxLayout)
{
    addTitle(tr("Settings"));
    body()->addSpacing(14);
    body()->addWidget(m_said);
    addText(TextKind::Heading, tr("Rules in force"));
    m_rules->setAccessibleName(tr("Rules in force"));
    body()->addWidget(m_rules);
    addText(TextKind::Small, tr("Labels that were given by other rules stay as they are."), Ink::Dim);
    body()->addSpacing(10);
    addText(TextKind::Heading, tr("Ticked at first when a file is classified"));
    body()->addWidget(m_header);
    body()->addWidget(m_name);
    body()->addSpacing(10);
    body()->addWidget(m_office);
    connect(m_office, &OfficeSection::changed, this, &SettingsPage::officeChanged);
    connect(m_office, &OfficeSection::workEnded, this, &SettingsPage::workEnded);
    body()->addSpacing(20);
    body()->addLayout(m_peoplePlace);
    body()->addStretch(1);
    addToFootRight(m_save);
    m_said->hide();
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
}

void SettingsPage::refresh()
{
    m_said->hide();
    const Preferences preferences = m_door.preferences();
    m_rules->clear();
    for (const auto &pack : m_door.offeredRules())
        m_rules->addItem(inWindowLanguage(pack->title), pack->id);
    m_rules->setCurrentIndex(qMax(0, m_rules->findData(preferences.policy)));
    m_header->setChecked(preferences.markHeader);
    m_name->setChecked(preferences.markName);
    m_office->refresh();
    delete std::exchange(m_people, nullptr);
    if (PeopleDesk *desk = m_door.peopleDesk()) {
        auto *section = new PeopleSection(m_theme, *desk, m_door.passwordRules());
        connect(section, &PeopleSection::revealWanted, this, &SettingsPage::reveal);
        m_people = new QWidget;
        auto *column = new QVBoxLayout(m_people);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(20);
        column->addWidget(section);
        column->addWidget(new MethodsSection(m_theme, *desk));
        m_peoplePlace->addWidget(m_people);
    }
    m_rules->setFocus(Qt::OtherFocusReason);
}

bool SettingsPage::isWorking() const
{
    return m_office->isWorking();
}

void SettingsPage::save()
{
    const auto saved = m_door.setPreferences({m_rules->currentData().toString(), m_header->isChecked(), m_name->isChecked()});
    m_said->setTone(saved ? NoticeTone::Good : NoticeTone::Wrong);
    m_said->setText(saved ? tr("Saved") : saved.error().message);
    m_said->show();
    if (saved)
        Q_EMIT changed();
}

} // namespace shirushi::window
