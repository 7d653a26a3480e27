// RequestCard: what a request is about: the deed, for whom, the files with their classes, the purpose, and who
// must approve in the article's own word. Only shows. Window thread only.
#pragma once

#include "approvals/approvaldesk.h"
#include "widgets/theme.h"
#include "widgets/twocolumns.h"

class QVBoxLayout;

namespace shirushi::approvals {

class RequestCard : public widgets::TwoColumns
{
    Q_OBJECT
public:
    RequestCard(const widgets::Theme &theme, const Item &item, const ApprovalDesk &desk, QWidget *parent = nullptr);

private:
    void say(QVBoxLayout *column, const QString &title, const QString &text);
    void addFiles(const Item &item, const ApprovalDesk &desk);
    void addNeeds(const Item &item);
    void addGiven(const Item &item);

    const widgets::Theme &m_theme;
};

/// 令和8年4月1日
QString dayText(QDate day);

} // namespace shirushi::approvals
