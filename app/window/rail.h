// Rail: the pages by name at the left, one of them open. Window thread only.
#pragma once

#include "widgets/icons.h"

#include <QWidget>

class QButtonGroup;
class QPushButton;
class QVBoxLayout;

namespace shirushi::window {

class Rail : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// Entries count from 0, in the order they are added; `below` puts one at the lower end.
    int add(widgets::Picture picture, const QString &title, bool below);
    void setCurrent(int entry);
    /// How much waits there; 0 takes the number away.
    void setBadge(int entry, int count);

Q_SIGNALS:
    void chosen(int entry);

private:
    const widgets::Theme &m_theme;
    QButtonGroup *m_group;
    QVBoxLayout *m_above;
    QVBoxLayout *m_below;
};

} // namespace shirushi::window
