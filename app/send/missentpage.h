// MissentPage: 誤送信: what went to the wrong place with everything that is known of it, whom to tell in which order and by
// which article, a note, and one button that records it. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/page.h"

class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class Notice;
}

namespace shirushi::send {

class MissentPage : public widgets::Page
{
    Q_OBJECT
public:
    MissentPage(const widgets::Theme &theme, SendDesk &desk, QWidget *parent = nullptr);

    void begin(const Item &item);
    void clear();
    bool isWorking() const { return m_working; }

Q_SIGNALS:
    void left();
    /// Something was recorded.
    void changed();
    void workEnded();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showFacts();
    void load();
    void showCalls(const std::vector<MissentCall> &calls);
    void record();
    void erase();
    void say(bool isGood, const QString &heading, const QString &text = {});
    void judge();

    SendDesk &m_desk;
    Item m_item;
    bool m_isRecorded = false;
    bool m_isErased = false;
    widgets::Notice *m_said;
    QPushButton *m_erase;
    QVBoxLayout *m_place;
    QWidget *m_facts = nullptr;
    QVBoxLayout *m_callsPlace;
    QWidget *m_calls = nullptr;
    QLineEdit *m_note;
    QPushButton *m_record;
    bool m_working = false;
    int m_asked = 0;
};

} // namespace shirushi::send
