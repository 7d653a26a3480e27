#include "classify/directpage.h"

#include "classify/meaningcard.h"
#include "widgets/button.h"
#include "widgets/language.h"
#include "widgets/levelbutton.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"
#include "widgets/wraprow.h"

#include <QButtonGroup>
#include <QKeyEvent>

#include <algorithm>

namespace shirushi::classify {

using namespace widgets;

DirectPage::DirectPage(const Theme &theme, QWidget *parent)
    : Page(theme, parent), m_subject(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_lead(new TextBlock(theme, TextKind::Body, {}, Ink::Dim)), m_axes(new QVBoxLayout),
      m_meaning(new MeaningCard(theme))
{
    auto *columns = new TwoColumns(340);
    body()->addWidget(columns, 1);
    columns->left()->setSpacing(4);
    columns->left()->addWidget(m_subject);
    columns->left()->addWidget(new TextBlock(theme, TextKind::Title, tr("Choose the class")));
    columns->left()->addWidget(m_lead);
    columns->left()->addLayout(m_axes);
    columns->left()->addStretch(1);
    columns->right()->addWidget(m_meaning);
    columns->right()->addStretch(1);

    QPushButton *back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    m_next = makeButton(tr("Next(&N)"), ButtonKind::Main);
    addToFootLeft(back);
    addToFootRight(m_next);
    connect(back, &QPushButton::clicked, this, &DirectPage::wentBack);
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT chosen(m_classes); });
}

void DirectPage::setRules(std::shared_ptr<const policy::Pack> pack, const policy::Classes &preset,
                          const QString &subject, const QString &lead)
{
    m_pack = std::move(pack);
    m_classes.clear();
    m_subject->setText(subject);
    m_lead->setText(lead);
    m_lead->setVisible(!lead.isEmpty());
    for (QWidget *widget : std::as_const(m_axisWidgets)) {
        widget->hide();
        widget->deleteLater();
    }
    m_axisWidgets.clear();
    for (const policy::Axis &axis : m_pack->axes) {
        if (const auto found = preset.find(axis.id); found != preset.end() && axis.level(found->second))
            m_classes[axis.id] = found->second;
        addAxis(axis);
    }
    m_meaning->setSoFar(*m_pack, m_classes);
    const policy::Axis &first = m_pack->axes.front();
    const auto chosen = m_classes.find(first.id);
    showLevel(first.id, chosen == m_classes.end() ? first.levels.front().id : chosen->second);
    m_next->setEnabled(m_classes.size() == m_pack->axes.size());
    scrollToTop();
    // The level that is chosen has the focus, so that the arrow keys go on from there.
    const auto buttons = m_axisWidgets.front()->findChildren<LevelButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [](LevelButton *button) { return button->isChecked(); });
    m_opening = true;
    (found == buttons.end() ? buttons.front() : *found)->setFocus(Qt::OtherFocusReason);
    m_opening = false;
}

void DirectPage::addAxis(const policy::Axis &axis)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 10, 0, 6);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme(), TextKind::Heading, inWindowLanguage(axis.title)));
    auto *row = new WrapRow;
    column->addLayout(row);
    auto *group = new QButtonGroup(box);
    for (const policy::Level &level : axis.levels) {
        auto *button = new LevelButton(theme(), level.shortName, level.tone);
        button->setAccessibleName(inWindowLanguage(level.name));
        button->setAccessibleDescription(level.criterion.quote);
        const auto chosen = m_classes.find(axis.id);
        button->setChecked(chosen != m_classes.end() && chosen->second == level.id);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &LevelButton::focused, this, [this, axis = axis.id, level = level.id, button] {
            showLevel(axis, level);
            if (!m_opening)
                reveal(button);
        });
        connect(button, &QAbstractButton::toggled, this, [this, axis = axis.id, level = level.id](bool on) {
            if (on)
                choose(axis, level);
        });
    }
    m_axes->addWidget(box);
    box->show(); // at once, so that it can take the focus
    m_axisWidgets.append(box);
}

void DirectPage::showLevel(const QString &axis, const QString &level)
{
    const QString &name = inWindowLanguage(m_pack->axis(axis)->level(level)->name);
    m_meaning->setLevel(*m_pack, tr("“%1” is").arg(name), axis, level);
}

void DirectPage::choose(const QString &axis, const QString &level)
{
    m_classes[axis] = level;
    m_meaning->setSoFar(*m_pack, m_classes);
    m_next->setEnabled(m_classes.size() == m_pack->axes.size());
}

void DirectPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT aborted();
    else if (event->key() == Qt::Key_Backspace)
        Q_EMIT wentBack();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_next->isEnabled())
        m_next->click();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::classify
