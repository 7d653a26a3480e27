// Of ItemsPage: what is open, what could not be saved, and the buttons of the chosen item.
#include "send/sentform.h"
#include "vault/itemspage.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace shirushi::vaults {

using namespace widgets;

// What is open, and what could not be saved.
void ItemsPage::addOpening()
{
    auto *box = new QWidget;
    auto *inside = new QHBoxLayout(box);
    inside->setContentsMargins(0, 6, 0, 2);
    inside->setSpacing(10);
    inside->addWidget(m_saveRescue);
    inside->addWidget(m_discard);
    inside->addStretch(1);
    m_rescue->add(box);
    body()->addWidget(m_rescue);
    body()->addLayout(m_formPlace);
    QPushButton *all = makeButton(tr("Close all of them(&K)"), ButtonKind::Small);
    auto *row = new QHBoxLayout(m_openBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_openText, 1);
    row->addWidget(all);
    body()->addWidget(m_openBox);
    connect(all, &QPushButton::clicked, this, &ItemsPage::closeAllWanted);
    connect(m_discard, &QPushButton::clicked, this, &ItemsPage::confirmDiscarding);
    connect(m_saveRescue, &QPushButton::clicked, this, [this] {
        if (!m_rescues.empty())
            Q_EMIT rescueWanted(vault::Rescue(m_rescues.front()), true);
    });
}

void ItemsPage::confirmDiscarding()
{
    if (m_rescues.empty() || m_form)
        return;
    auto *form = new send::SentForm(theme(), {tr("Throw it away"), tr("What was written into %1 is gone then. This cannot be undone.").arg(m_rescues.front().name),
                                              {}, tr("Throw it away(&X)")});
    m_form = form;
    m_formPlace->addWidget(form);
    form->show();
    form->setFocus(Qt::OtherFocusReason);
    reveal(form);
    showState();
    connect(form, &send::SentForm::cancelled, this, &ItemsPage::closeForm);
    connect(form, &send::SentForm::confirmed, this, [this, rescue = m_rescues.front()] {
        closeForm();
        Q_EMIT rescueWanted(rescue, false);
    });
}

void ItemsPage::setOpened(const std::vector<vault::Opened> &opened)
{
    m_opened.clear();
    std::vector<vault::Opened> here;
    for (const vault::Opened &one : opened) {
        if (one.state == vault::OpenState::Closed)
            continue;
        m_opened.push_back(one);
        if (m_overview && one.vault == m_overview->vault.folder)
            here.push_back(one);
    }
    m_model->setOpened(std::move(here));
    showState();
}

void ItemsPage::setRescues(std::vector<vault::Rescue> rescues)
{
    m_rescues = std::move(rescues);
    showState();
}

void ItemsPage::setOpening(bool opening)
{
    m_opening = opening;
    judge();
}

// A double click: opens what may be opened, and shows the rest.
void ItemsPage::openChosen()
{
    for (QPushButton *button : {m_open, m_read}) {
        if (button->isVisibleTo(this) && button->isEnabled()) {
            button->click();
            return;
        }
    }
    m_details->click();
}

// In one row, or in two columns where the window is narrow.

} // namespace shirushi::vaults
