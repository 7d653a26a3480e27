#include "window/rail.h"

#include "widgets/button.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

Rail::Rail(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_group(new QButtonGroup(this)), m_above(new QVBoxLayout),
      m_below(new QVBoxLayout)
{
    setObjectName(QStringLiteral("rail"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(176);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 1, 12);
    layout->setSpacing(0);
    m_above->setSpacing(0);
    m_below->setSpacing(0);
    layout->addLayout(m_above);
    layout->addStretch(1);
    layout->addLayout(m_below);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
}

int Rail::add(Picture picture, const QString &title, bool below)
{
    QPushButton *button = makeButton(QLatin1Char(' ') + title, ButtonKind::Rail);
    button->setAccessibleName(title);
    button->setCheckable(true);
    button->setIcon(icon(picture, m_theme, Ink::Text));
    button->setIconSize({22, 22});
    const auto entry = static_cast<int>(m_group->buttons().size());
    m_group->addButton(button, entry);
    connect(button, &QAbstractButton::toggled, button, [this, button, picture](bool on) {
        button->setIcon(icon(picture, m_theme, on ? Ink::Action : Ink::Text));
    });
    (below ? m_below : m_above)->addWidget(button);
    return entry;
}

void Rail::setBadge(int entry, int count)
{
    QAbstractButton *button = m_group->button(entry);
    auto *badge = button->findChild<QLabel *>();
    if (!badge) {
        badge = new QLabel;
        badge->setObjectName(QStringLiteral("badge"));
        badge->setAlignment(Qt::AlignCenter);
        badge->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto *row = new QHBoxLayout(button);
        row->setContentsMargins(0, 0, 14, 0);
        row->addStretch(1);
        row->addWidget(badge);
    }
    const QString title = button->text().trimmed();
    badge->setText(count > 99 ? QStringLiteral("99+") : QString::number(count));
    badge->setVisible(count > 0);
    button->setAccessibleName(count > 0 ? tr("%1, %n waiting", nullptr, count).arg(title) : title);
}

void Rail::setCurrent(int entry)
{
    if (QAbstractButton *button = m_group->button(entry))
        button->setChecked(true);
}

} // namespace shirushi::window
