// Of ItemsPage: what the vault asks for: a second copy, a check; and a vault that is not there.
#include "send/sentform.h"
#include "vault/itemspage.h"
#include "vault/itemwords.h"
#include "widgets/button.h"
#include "widgets/textblock.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace shirushi::vaults {

using namespace widgets;

namespace {

QWidget *rowOf(QPushButton *button)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 6, 0, 2);
    row->addWidget(button);
    row->addStretch(1);
    return box;
}

} // namespace

void ItemsPage::addReminders()
{
    m_copy->add(rowOf(m_noteCopy));
    QPushButton *check = makeButton(tr("Check it now(&I)"), ButtonKind::Small);
    m_check->add(rowOf(check));
    m_wrong->add(rowOf(m_takeOff));
    for (Notice *notice : {m_copy, m_check, m_wrong})
        body()->addWidget(notice);
    connect(m_noteCopy, &QPushButton::clicked, this, &ItemsPage::askWhere);
    connect(check, &QPushButton::clicked, this, &ItemsPage::verifyWanted);
    connect(m_takeOff, &QPushButton::clicked, this, [this] {
        const int index = m_vault->currentIndex();
        if (index >= 0 && index < static_cast<int>(m_vaults.size()))
            Q_EMIT takeOffWanted(Known(m_vaults[static_cast<std::size_t>(index)]));
    });
}

void ItemsPage::showReminders()
{
    const int copies = m_overview ? m_model->copyDueCount() : 0;
    m_copy->setText(tr("Of %n items there should be a second copy, and none is known", nullptr, copies),
                    tr("Copy the whole folder of the vault to another medium or server: it stays encrypted. Then record where the copy is. "
                       "When the content has changed, or after a time, you are reminded again."));
    m_copy->setVisible(copies > 0);
    m_noteCopy->setEnabled(!m_form && m_overview && m_overview->amMember);
    const bool isCheckDue = m_overview && m_overview->isCheckDue;
    m_check->setText(tr("This vault is due for a check"),
                     isCheckDue && m_overview->checkedAt.isValid()
                         ? tr("Something in it is kept for long, or it lies on a medium that can be carried away. It was checked last: %1").arg(timeText(m_overview->checkedAt))
                         : tr("Something in it is kept for long, or it lies on a medium that can be carried away. It has not been checked here yet."));
    m_check->setVisible(isCheckDue);
    const bool isWrong = !m_problem.isEmpty();
    const bool hasVault = isWrong && !m_vaults.empty();
    m_wrong->setText(tr("This vault cannot be read"),
                     hasVault ? m_problem + u'\n' + tr("You can take it off the list. Nothing is deleted; it comes back when you open its folder again.") : m_problem);
    m_wrong->setVisible(isWrong);
    m_takeOff->setVisible(hasVault);
}

void ItemsPage::askWhere()
{
    if (m_form || !m_overview)
        return;
    auto *form = new send::SentForm(theme(), {tr("Record a second copy"), tr("Everything that is in the vault now was copied to another place."),
                                              tr("Where the copy is (medium, server, room)"), tr("Record it(&U)")});
    m_form = form;
    m_formPlace->addWidget(form);
    form->show();
    form->setFocus(Qt::OtherFocusReason);
    reveal(form);
    showState();
    connect(form, &send::SentForm::cancelled, this, &ItemsPage::closeForm);
    connect(form, &send::SentForm::confirmed, this, [this](const QString &where) {
        closeForm();
        Q_EMIT copied(where);
    });
}

void ItemsPage::closeForm()
{
    m_form->deleteLater();
    m_form = nullptr;
    showState();
}

} // namespace shirushi::vaults
