// PackPage: how the parcel is made: the format with what its recipient needs, whether the names are hidden, where it goes;
// then the making, with progress and a way to stop. Window thread only; packing is done on a worker.
#pragma once

#include "send/senddesk.h"
#include "widgets/page.h"

class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace shirushi::classify {
class ProgressRow;
class Work;
}
namespace shirushi::widgets {
class CheckLine;
class Notice;
}

namespace shirushi::send {

class PackExtras;

class PackPage : public widgets::Page
{
    Q_OBJECT
public:
    PackPage(const widgets::Theme &theme, SendDesk &desk, QWidget *parent = nullptr);

    void begin(const Plan &plan, const Prospect &prospect);
    void clear();
    bool isWorking() const { return m_work != nullptr; }
    void stop();
    base::Path target() const;
    void setTarget(const base::Path &target);
    PackExtras *extras() const { return m_extras; }

Q_SIGNALS:
    void made(const shirushi::send::Made &made);
    void left();
    void workEnded();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addFormats();
    void addPlace();
    void addPlain();
    bool isPlain() const;
    sending::ParcelFormat format() const;
    void chooseFirst();
    void formatChosen();
    void choosePlace();
    void pack();
    void finish(base::Result<Made> result);
    void showState();

    SendDesk &m_desk;
    Plan m_plan;
    widgets::Notice *m_problem;
    widgets::TextBlock *m_lead;
    widgets::Notice *m_method;
    QWidget *m_form;
    QButtonGroup *m_formats;
    widgets::CheckLine *m_hides;
    PackExtras *m_extras;
    QLineEdit *m_place;
    QPushButton *m_otherPlace;
    classify::ProgressRow *m_progress;
    QPushButton *m_back;
    QPushButton *m_pack;
    bool m_hasFormat = false; // one may be used
    classify::Work *m_work = nullptr; // while it packs
};

} // namespace shirushi::send
