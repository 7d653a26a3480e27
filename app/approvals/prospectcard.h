// ProspectCard: what would come of a request: why it cannot be asked for, who decides in the article's own word, and
// the article. Only shows. Window thread only.
#pragma once

#include "approvals/askingdesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace shirushi::approvals {

class ProspectCard : public QWidget
{
    Q_OBJECT
public:
    explicit ProspectCard(const widgets::Theme &theme, QWidget *parent = nullptr);
    void setProspect(const Prospect &prospect);

private:
    void addDecider(const Decider &decider);

    const widgets::Theme &m_theme;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
};

} // namespace shirushi::approvals
