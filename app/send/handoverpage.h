// HandoverPage: the password is told: large, grouped, read aloud beside it; hidden after a minute, when the window is left
// or locked; one button that records that it was told and by which way. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/page.h"

#include <chrono>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTimer;

namespace shirushi::widgets {
class Notice;
class Quote;
}

namespace shirushi::send {

class DispatchCard;
class PasswordView;
class TelephoneCard;

/// Whose password it is.
struct Handover {
    QString id;
    QString parcel;          // its file name
    QString channel;         // by which the parcel goes
    QStringList recipients;
    QStringList telephones;  // that were typed; those of the address book are asked for
    base::Path file{};       // the parcel
    QString destination{};
};

class HandoverPage : public widgets::Page
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds usualTime = std::chrono::seconds(60);

    HandoverPage(const widgets::Theme &theme, SendDesk &desk, QWidget *parent = nullptr);

    void begin(const Handover &handover);
    /// Wipes what is shown; it can be shown again.
    void conceal();
    void clear();
    bool isWorking() const;
    void setVisibleFor(std::chrono::milliseconds time);

Q_SIGNALS:
    void left();
    void told(const QString &parcel);
    void workEnded();

protected:
    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addForm();
    void load();
    void loadNumbers();
    void wayChosen();
    QStringList numbers() const;
    void saveSheet();
    void tell();
    void finishWork();
    void say(bool isGood, const QString &heading, const QString &text);
    void judge();

    SendDesk &m_desk;
    Handover m_handover;
    widgets::Notice *m_said;
    widgets::TextBlock *m_lead;
    PasswordView *m_view;
    widgets::TextBlock *m_hint;
    TelephoneCard *m_telephone;
    QPushButton *m_again;
    QComboBox *m_way;
    QLineEdit *m_to;
    widgets::TextBlock *m_notThisWay;
    widgets::Quote *m_rule;
    QPushButton *m_sheet;
    QPushButton *m_later;
    QPushButton *m_tell;
    widgets::TextBlock *m_notSent;
    DispatchCard *m_dispatch;
    QTimer *m_hide;
    std::vector<BookEntry> m_contacts; // to whom it went
    bool m_working = false;
    int m_asked = 0;
    int m_askedForNumbers = 0;
};

} // namespace shirushi::send
