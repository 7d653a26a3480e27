// DispatchCard: the parcel goes off: the draft of a mail with it, opened in the mail program and removed again, or the
// folder that it lies in. Window thread only; the draft is written on a worker.
#pragma once

#include "send/senddesk.h"
#include "widgets/theme.h"

#include <QWidget>

#include <chrono>

class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class Notice;
class Quote;
class TextBlock;
}

namespace shirushi::send {

/// What goes off.
struct Dispatch {
    QString id; // of the sending
    base::Path parcel;
    QString destination;
    QString channel;
    QStringList recipients;
};

class DispatchCard : public QWidget
{
    Q_OBJECT
public:
    /// Long enough for a mail program to start and read it.
    static constexpr std::chrono::milliseconds usualLife = std::chrono::minutes(2);

    DispatchCard(const widgets::Theme &theme, SendDesk &desk, QWidget *parent = nullptr);

    void begin(const Dispatch &dispatch);
    void clear();
    bool isWorking() const { return m_working; }
    /// Where the page itself offers the folder.
    void hideFolder();
    /// The first thing to do here: the own address, or the draft as soon as the address is known.
    void focusFirst();
    /// How long a draft stays after it was opened.
    void setDraftLife(std::chrono::milliseconds life) { m_life = life; }

Q_SIGNALS:
    void workEnded();

private:
    bool isMail() const;
    void fillIn();
    void writeDraft();
    void openDraft(const sending::DraftReport &draft);
    void openFolder();
    void say(bool isGood, const QString &heading, const QString &text = {});
    void judge();

    SendDesk &m_desk;
    Dispatch m_dispatch;
    widgets::Notice *m_said;
    QWidget *m_mail;
    QLineEdit *m_from;
    QWidget *m_several;
    QLineEdit *m_reason;
    widgets::Quote *m_rule;
    QPushButton *m_draft;
    QPushButton *m_folder;
    std::chrono::milliseconds m_life = usualLife;
    bool m_working = false;
    int m_asked = 0;
};

} // namespace shirushi::send
