// ReadOnlyBand: above every page that writes, while the ledger can only be read: that it is so, why, and who can
// put it right. Window thread only.
#pragma once

#include "review/verification.h"
#include "widgets/theme.h"

#include <QWidget>

namespace shirushi::widgets {
class Notice;
}

namespace shirushi::window {

class ReadOnlyBand : public QWidget
{
    Q_OBJECT
public:
    ReadOnlyBand(const widgets::Theme &theme, review::Verification &verification, QWidget *parent = nullptr);

    /// Whether the page below it writes.
    void setPageWrites(bool writes);

Q_SIGNALS:
    void detailsWanted();

private:
    void refresh();

    review::Verification &m_verification;
    widgets::Notice *m_notice;
    bool m_writes = false;
};

} // namespace shirushi::window
