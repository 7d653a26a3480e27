// ReceivePage: 受け取る: opening a parcel, and what came out of it. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/section.h"
#include "widgets/theme.h"

#include <QStackedWidget>

namespace shirushi::send {

class ReceivedPage;
class UnpackPage;

class ReceivePage : public QStackedWidget, public widgets::Section
{
    Q_OBJECT
public:
    ReceivePage(const widgets::Theme &theme, SendDesk &desk, const approvals::AskingDesk &files, QWidget *parent = nullptr);

    void comeBack() override;
    /// What was typed goes.
    void conceal() override;
    void clear() override;
    bool isWorking() const override;
    void stop() override;

Q_SIGNALS:
    void classifyWanted(const std::vector<shirushi::base::Path> &paths);
    void storeWanted(const std::vector<shirushi::base::Path> &paths);
    void workEnded();

private:
    UnpackPage *m_unpack;
    ReceivedPage *m_received;
};

} // namespace shirushi::send
