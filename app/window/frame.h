// Frame: what who is signed in works in: header, rail, and the page that was chosen in it. No page knows its neighbours: what one asks
// of another goes through here. Window thread only.
#pragma once

#include "base/path.h"
#include "widgets/icons.h"
#include "widgets/section.h"
#include "window/desks.h"

#include <QWidget>

#include <vector>

class QStackedWidget;

namespace shirushi::approvals {
class ApprovalsPage;
}
namespace shirushi::classify {
class ClassifyPage;
}
namespace shirushi::disposals {
class DisposePage;
}
namespace shirushi::review {
class ReviewPage;
class Verification;
}
namespace shirushi::send {
class ReceivePage;
class SendPage;
}
namespace shirushi::vaults {
class VaultPage;
}

namespace shirushi::window {

class CheckPlace;
class Header;
class HelpPage;
class Rail;
class ReadOnlyBand;
class SettingsPage;

class Frame : public QWidget
{
    Q_OBJECT
public:
    /// Theme and desks must outlive it.
    Frame(const widgets::Theme &theme, const Desks &desks);

    /// Somebody is signed in. `anew`: not who was here before.
    void enter(bool anew);
    /// To classify them.
    void open(const std::vector<base::Path> &paths);
    /// 送れるか確認, with them where there are any.
    void check(const std::vector<base::Path> &paths);

    bool isWorking() const;
    /// workEnded() follows.
    void stop();
    /// Locked by hand: nothing stays.
    void clear();
    /// Locked by itself: everything but what is secret stays, behind the door, for the same person.
    void conceal();
    /// Nothing is read for the ledger's state any more.
    void forgetLedger();
    /// In the last minute before it locks itself; 0: somebody has touched it.
    void setLocksIn(int seconds);

Q_SIGNALS:
    void lockWanted();
    void workEnded();
    /// Somebody is at work on a document in another program.
    void touched();

private:
    struct Entry {
        widgets::Section *section;
        bool writes; // into the ledger
    };
    struct Place {
        widgets::Picture picture;
        QString title;
        bool isBelow = false;
        bool writes = false;
    };

    void build();
    void addPages();
    /// Its number in the rail. What it says of its work and of what waits is heard.
    template <typename PageClass>
    int add(PageClass *page, const Place &place);
    void connectPages();
    void connectOffice();
    void showPage(int number);
    void showLedger();
    bool isInTheOffice() const;

    const widgets::Theme &m_theme;
    Desks m_desks;
    review::Verification *m_verification;
    Header *m_header;
    Rail *m_rail;
    QStackedWidget *m_pages;
    ReadOnlyBand *m_readOnly;
    std::vector<Entry> m_entries; // by the page's number
    classify::ClassifyPage *m_classify;
    CheckPlace *m_check;
    send::SendPage *m_send;
    send::ReceivePage *m_receive;
    vaults::VaultPage *m_vault;
    disposals::DisposePage *m_dispose;
    approvals::ApprovalsPage *m_approvals;
    review::ReviewPage *m_review;
    SettingsPage *m_settings;
    HelpPage *m_help;
    struct {
        int classify, check, send, vault, dispose, approvals, review, help;
    } m_numbers{};
};

} // namespace shirushi::window
