// ResultPage: the parcel is made: where it lies, that it was opened and compared, what shows without the password, what is
// still to be done. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::send {

class DispatchCard;
struct Dispatch;

class ResultPage : public widgets::Page
{
    Q_OBJECT
public:
    ResultPage(const widgets::Theme &theme, SendDesk &desk, QWidget *parent = nullptr);

    /// `files` were ordered; labels beside them may have come along.
    void setMade(const Made &made, const QString &channel, const QString &recipients, int files);
    /// After setMade(): how it goes off from here.
    void setDispatch(const Dispatch &dispatch);
    void clear();
    bool isWorking() const;

Q_SIGNALS:
    void workEnded();
    void tellWanted();
    void listWanted();
    void nextWanted(); // another sending

private:
    void addTodo(const Made &made);

    DispatchCard *m_dispatch;
    QWidget *m_content = nullptr;
    QPushButton *m_list;
    QPushButton *m_next;
    QPushButton *m_tell;
};

} // namespace shirushi::send
