// CheckFacts: what somebody may state about a sending and the rules ask for, a line each to tick. Window thread only.
#pragma once

#include "policy/pack.h"
#include "widgets/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace shirushi::widgets {
class CheckLine;
}

namespace shirushi::send {

class CheckFacts : public QWidget
{
    Q_OBJECT
public:
    explicit CheckFacts(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// Hidden where there are none. A line that was there stays, and so does the focus on it.
    void setFacts(const std::vector<policy::Fact> &facts, const QStringList &given);

Q_SIGNALS:
    void stated(const QString &fact, bool on);

private:
    widgets::CheckLine *lineOf(const policy::Fact &fact);

    const widgets::Theme &m_theme;
    QVBoxLayout *m_column;
    std::vector<std::pair<QString, widgets::CheckLine *>> m_lines;
};

} // namespace shirushi::send
