#include "window/checkplace.h"

#include "send/checkpage.h"

#include <QVBoxLayout>

namespace shirushi::window {

CheckPlace::CheckPlace(const widgets::Theme &theme, send::CheckDesk &desk) : m_theme(theme), m_desk(desk)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

send::CheckPage *CheckPlace::page()
{
    if (!m_page) {
        m_page = new send::CheckPage(m_theme, m_desk, send::CheckPage::Place::Frame);
        layout()->addWidget(m_page);
        connect(m_page, &send::CheckPage::workEnded, this, &CheckPlace::workEnded);
        connect(m_page, &send::CheckPage::sendWanted, this, &CheckPlace::sendWanted);
    }
    return m_page;
}

void CheckPlace::open(const std::vector<base::Path> &paths)
{
    page()->open(paths);
}

void CheckPlace::comeBack()
{
    page()->comeBack();
}

void CheckPlace::clear()
{
    if (m_page)
        m_page->begin();
}

bool CheckPlace::isWorking() const
{
    return m_page && m_page->isWorking();
}

} // namespace shirushi::window
