#include "send/receivepage.h"

#include "send/receivedpage.h"
#include "send/unpackpage.h"

namespace shirushi::send {

ReceivePage::ReceivePage(const widgets::Theme &theme, SendDesk &desk, const approvals::AskingDesk &files, QWidget *parent)
    : QStackedWidget(parent), m_unpack(new UnpackPage(theme, desk)), m_received(new ReceivedPage(theme, desk, files))
{
    addWidget(m_unpack);
    addWidget(m_received);
    connect(m_unpack, &UnpackPage::opened, this, [this](const sending::Received &received, const base::Path &folder) {
        m_unpack->clear();
        setCurrentWidget(m_received);
        m_received->setReceived(received, folder);
    });
    connect(m_unpack, &UnpackPage::workEnded, this, &ReceivePage::workEnded);
    connect(m_received, &ReceivedPage::classifyWanted, this, &ReceivePage::classifyWanted);
    connect(m_received, &ReceivedPage::storeWanted, this, &ReceivePage::storeWanted);
    connect(m_received, &ReceivedPage::nextWanted, this, [this] {
        setCurrentWidget(m_unpack);
        m_unpack->setFocus(Qt::OtherFocusReason);
    });
}

void ReceivePage::comeBack()
{
    currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ReceivePage::conceal()
{
    m_unpack->conceal();
}

void ReceivePage::clear()
{
    m_unpack->clear();
    m_received->clear();
    setCurrentWidget(m_unpack);
}

bool ReceivePage::isWorking() const
{
    return m_unpack->isWorking();
}

void ReceivePage::stop()
{
    m_unpack->stop();
}

} // namespace shirushi::send
