// CheckPlace: 送れるか確認 in the frame. Its pages are many, and not everybody asks: they are made when it is first shown. Window thread
// only.
#pragma once

#include "base/path.h"
#include "widgets/section.h"
#include "widgets/theme.h"

#include <QWidget>

#include <vector>

namespace shirushi::send {
class CheckDesk;
class CheckPage;
}

namespace shirushi::window {

class CheckPlace : public QWidget, public widgets::Section
{
    Q_OBJECT
public:
    CheckPlace(const widgets::Theme &theme, send::CheckDesk &desk);

    /// Begins anew with them.
    void open(const std::vector<base::Path> &paths);
    void comeBack() override;
    void clear() override;
    bool isWorking() const override;

Q_SIGNALS:
    void workEnded();
    /// The rules permit these files to be sent, and who checked it wants to go on.
    void sendWanted(const std::vector<shirushi::base::Path> &files, const QString &destination, const QString &channel,
                    const QStringList &given);

private:
    send::CheckPage *page();

    const widgets::Theme &m_theme;
    send::CheckDesk &m_desk;
    send::CheckPage *m_page = nullptr;
};

} // namespace shirushi::window
