// ReceivedPage: what came out of a parcel: the files with their labels, what has no class and who decides it. Window thread
// only.
#pragma once

#include "send/senddesk.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::approvals {
class AskedFileModel;
}
namespace shirushi::widgets {
class Table;
}

namespace shirushi::send {

class ReceivedPage : public widgets::Page
{
    Q_OBJECT
public:
    ReceivedPage(const widgets::Theme &theme, const SendDesk &desk, const approvals::AskingDesk &files, QWidget *parent = nullptr);

    void setReceived(const sending::Received &received, const base::Path &folder);
    void clear();

Q_SIGNALS:
    void nextWanted();
    void classifyWanted(const std::vector<shirushi::base::Path> &paths);
    void storeWanted(const std::vector<shirushi::base::Path> &paths);

private:
    void addUnclassified(const sending::Received &received);

    const SendDesk &m_desk;
    QWidget *m_head = nullptr;
    approvals::AskedFileModel *m_model;
    widgets::Table *m_table;
    std::vector<base::Path> m_unclassified;
    QPushButton *m_next;
};

} // namespace shirushi::send
