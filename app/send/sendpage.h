// SendPage: 送る: the order, the making of the parcel, its result, the telling of the password, the list of what was sent,
// and the ways between them. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/section.h"
#include "widgets/theme.h"

#include <QStackedWidget>

namespace shirushi::send {

class AddressPage;
class HandoverPage;
class MissentPage;
class OrderPage;
class PackPage;
class PublishPage;
class PublishedPage;
class ResultPage;
class SentModel;
class SentPage;

class SendPage : public QStackedWidget, public widgets::Section
{
    Q_OBJECT
public:
    SendPage(const widgets::Theme &theme, SendDesk &desk, approvals::AskingDesk &files, QWidget *parent = nullptr);

    void begin() override;
    void comeBack() override;
    /// Begins an order in place of what stands there, with what was asked of the rules before.
    void order(const std::vector<base::Path> &files, const QString &destination, const QString &channel, const QStringList &given);
    /// No password stays.
    void conceal() override;
    void clear() override;
    bool isWorking() const override;
    void stop() override;

Q_SIGNALS:
    /// How many sendings who is signed in has still to see to: a password to tell, or something overdue.
    void waitingChanged(int count);
    void requestWanted(const shirushi::approvals::Asking &asking);
    void classifyWanted(const std::vector<shirushi::base::Path> &paths);
    void workEnded();

private:
    void connectPublishing();
    void load();
    void showOrder();
    void showList();
    void showResult(const Made &made);
    void tellMade();
    void tell(const Item &item);
    void connectBook();
    void connectList();

    SendDesk &m_desk;
    SentModel *m_model;
    OrderPage *m_order;
    PackPage *m_pack;
    PublishPage *m_publish;
    PublishedPage *m_published;
    ResultPage *m_result;
    HandoverPage *m_handover;
    SentPage *m_sent;
    AddressPage *m_book;
    MissentPage *m_missent;
    Plan m_plan; // of the parcel that is made
    QString m_made;
    QString m_madeName;
    base::Path m_madeFile;
    bool m_open = false; // somebody is signed in
    int m_asked = 0;
};

} // namespace shirushi::send
