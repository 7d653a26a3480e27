#include "send/sendpage.h"

#include "classify/work.h"
#include "send/addresspage.h"
#include "send/dispatchcard.h"
#include "send/handoverpage.h"
#include "send/missentpage.h"
#include "send/orderpage.h"
#include "send/packpage.h"
#include "send/publishedpage.h"
#include "send/publishpage.h"
#include "send/resultpage.h"
#include "send/sentpage.h"

#include <algorithm>

namespace shirushi::send {

SendPage::SendPage(const widgets::Theme &theme, SendDesk &desk, approvals::AskingDesk &files, QWidget *parent)
    : QStackedWidget(parent), m_desk(desk), m_model(new SentModel(desk, this)), m_order(new OrderPage(theme, desk, files)),
      m_pack(new PackPage(theme, desk)), m_publish(new PublishPage(theme, desk)), m_published(new PublishedPage(theme, desk)),
      m_result(new ResultPage(theme, desk)), m_handover(new HandoverPage(theme, desk)), m_sent(new SentPage(theme, desk, *m_model)),
      m_book(new AddressPage(theme, desk)), m_missent(new MissentPage(theme, desk))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_order, m_pack, m_result, m_handover, m_sent, m_book, m_missent})
        addWidget(page);
    connect(m_order, &OrderPage::packWanted, this, [this] {
        m_plan = m_order->plan();
        setCurrentWidget(m_pack);
        m_pack->begin(m_plan, m_order->prospect());
    });
    connect(m_order, &OrderPage::listWanted, this, &SendPage::showList);
    connect(m_order, &OrderPage::requestWanted, this, &SendPage::requestWanted);
    connect(m_order, &OrderPage::classifyWanted, this, &SendPage::classifyWanted);
    connect(m_pack, &PackPage::left, this, &SendPage::showOrder);
    connect(m_pack, &PackPage::made, this, &SendPage::showResult);
    connect(m_result, &ResultPage::tellWanted, this, &SendPage::tellMade);
    connect(m_result, &ResultPage::listWanted, this, &SendPage::showList);
    connect(m_result, &ResultPage::nextWanted, this, &SendPage::showOrder);
    connect(m_handover, &HandoverPage::left, this, &SendPage::showList);
    connect(m_handover, &HandoverPage::told, this, [this](const QString &parcel) {
        showList();
        m_sent->say(tr("Recorded: the password of %1 has been told").arg(parcel), tr("The password that was kept here is erased."), true);
    });
    connectBook();
    connectList();
    connect(m_order, &OrderPage::workEnded, this, &SendPage::workEnded);
    connect(m_pack, &PackPage::workEnded, this, &SendPage::workEnded);
    connect(m_result, &ResultPage::workEnded, this, &SendPage::workEnded);
    connect(m_handover, &HandoverPage::workEnded, this, &SendPage::workEnded);
    connectPublishing();
}

void SendPage::connectPublishing()
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_publish, m_published})
        addWidget(page);
    const auto showPublished = [this] {
        setCurrentWidget(m_published);
        m_published->load();
    };
    connect(m_order, &OrderPage::publishWanted, this, [this] {
        m_plan = m_order->plan();
        setCurrentWidget(m_publish);
        m_publish->begin(m_plan, m_order->prospect());
    });
    connect(m_order, &OrderPage::publishedWanted, this, [this, showPublished] {
        m_published->clear();
        showPublished();
    });
    connect(m_publish, &PublishPage::left, this, &SendPage::showOrder);
    connect(m_publish, &PublishPage::published, this, [this, showPublished](const QStringList &files, const QStringList &unknown) {
        m_publish->clear();
        m_order->clear();
        showPublished();
        m_published->say(tr("Recorded: %1").arg(files.join(tr(", "))),
                         unknown.isEmpty() ? tr("Put it now where it is read. A copy from there can be compared here later.")
                                           : tr("The ledger does not know how this was acquired: %1").arg(unknown.join(tr(", "))),
                         unknown.isEmpty() ? widgets::NoticeTone::Good : widgets::NoticeTone::Caution);
    });
    connect(m_published, &PublishedPage::left, this, &SendPage::showOrder);
    connect(m_publish, &PublishPage::workEnded, this, &SendPage::workEnded);
    connect(m_published, &PublishedPage::workEnded, this, &SendPage::workEnded);
}

void SendPage::connectBook()
{
    connect(m_order, &OrderPage::bookWanted, this, [this] {
        setCurrentWidget(m_book);
        m_book->begin();
    });
    connect(m_order, &OrderPage::addWanted, this, [this](const Recipient &recipient, const QString &kind) {
        sending::Contact wanted;
        wanted.name = recipient.name;
        wanted.organisation = recipient.organisation;
        wanted.mail = recipient.mail;
        wanted.telephone = recipient.telephone;
        wanted.kind = kind;
        setCurrentWidget(m_book);
        m_book->begin(wanted);
    });
    connect(m_book, &AddressPage::saved, m_order, &OrderPage::adopt);
    connect(m_book, &AddressPage::left, this, &SendPage::showOrder);
    connect(m_book, &AddressPage::workEnded, this, &SendPage::workEnded);
}

void SendPage::connectList()
{
    connect(m_sent, &SentPage::left, this, &SendPage::showOrder);
    connect(m_sent, &SentPage::tellWanted, this, &SendPage::tell);
    connect(m_sent, &SentPage::changed, this, &SendPage::load);
    connect(m_sent, &SentPage::workEnded, this, &SendPage::workEnded);
    connect(m_sent, &SentPage::missentWanted, this, [this](const Item &item) {
        setCurrentWidget(m_missent);
        m_missent->begin(item);
    });
    connect(m_missent, &MissentPage::left, this, [this] {
        setCurrentWidget(m_sent);
        load();
    });
    connect(m_missent, &MissentPage::changed, this, &SendPage::load);
    connect(m_missent, &MissentPage::workEnded, this, &SendPage::workEnded);
}

void SendPage::begin()
{
    m_open = true;
    load();
}

void SendPage::comeBack()
{
    if (currentWidget() == m_order)
        m_order->lookAgain();
    load();
}

void SendPage::conceal()
{
    m_handover->conceal();
}

void SendPage::clear()
{
    m_open = false;
    ++m_asked;
    m_order->clear();
    m_pack->clear();
    m_publish->clear();
    m_published->clear();
    m_result->clear();
    m_handover->clear();
    m_model->setItems({});
    m_sent->clear();
    m_book->clear();
    m_missent->clear();
    m_plan = {};
    m_made.clear();
    m_madeFile.clear();
    m_madeName.clear();
    setCurrentWidget(m_order);
}

void SendPage::order(const std::vector<base::Path> &files, const QString &destination, const QString &channel, const QStringList &given)
{
    if (isWorking())
        return;
    m_order->begin(files, destination, channel, given);
    setCurrentWidget(m_order);
    m_order->setFocus(Qt::OtherFocusReason);
}

bool SendPage::isWorking() const
{
    return m_order->isWorking() || m_pack->isWorking() || m_publish->isWorking() || m_published->isWorking() || m_result->isWorking()
           || m_handover->isWorking() || m_sent->isWorking() || m_book->isWorking() || m_missent->isWorking();
}

void SendPage::stop()
{
    m_order->stop();
    m_pack->stop();
}

void SendPage::load()
{
    const int asked = ++m_asked;
    classify::inBackground(this, [desk = &m_desk] { return std::pair(desk->list(), desk->unrecorded()); },
                          [this, asked](std::pair<base::Result<std::vector<Item>>, std::vector<sending::Unfinished>> known) {
        if (asked != m_asked || !m_open)
            return;
        auto &[items, left] = known;
        m_sent->setUnrecorded(left);
        if (!items)
            m_sent->say(tr("What was sent cannot be read"), items.error().message, false);
        m_model->setItems(items ? std::move(*items) : std::vector<Item>());
        m_sent->refresh();
        m_order->setPending(m_model->untold(), m_model->waiting());
        Q_EMIT waitingChanged(m_model->waiting());
    });
}

void SendPage::showOrder()
{
    setCurrentWidget(m_order);
    m_order->lookAgain();
    m_order->setFocus(Qt::OtherFocusReason);
}

void SendPage::showList()
{
    m_sent->say({}, {}, true);
    m_sent->begin();
    setCurrentWidget(m_sent);
    load();
}

void SendPage::showResult(const Made &made)
{
    m_made = made.id;
    m_madeFile = made.parcel.path;
    m_madeName = base::toDisplay(made.parcel.path.filename());
    const std::vector<Named> channels = m_desk.channels();
    const auto channel = std::find_if(channels.begin(), channels.end(), [this](const Named &one) { return one.id == m_plan.channel; });
    QStringList recipients;
    for (const Recipient &recipient : m_plan.recipients)
        recipients += textOf(recipient);
    m_result->setMade(made, channel == channels.end() ? m_plan.channel : channel->title, recipients.join(tr(", ")),
                      static_cast<int>(m_plan.files.size()));
    m_result->setDispatch({made.id, made.parcel.path, m_plan.destination, m_plan.channel, recipients});
    setCurrentWidget(m_result);
    // The next sending begins anew.
    m_order->clear();
    load();
}

void SendPage::tellMade()
{
    Handover handover{m_made, m_madeName, m_plan.channel, {}, {}, m_madeFile, m_plan.destination};
    for (const Recipient &recipient : m_plan.recipients) {
        handover.recipients += textOf(recipient);
        if (!recipient.telephone.isEmpty())
            handover.telephones += recipient.telephone;
    }
    setCurrentWidget(m_handover);
    m_handover->begin(handover);
}

void SendPage::tell(const Item &item)
{
    setCurrentWidget(m_handover);
    m_handover->begin({item.record.id, nameOf(item.record.parcel), item.record.channel,
                       item.recipients.isEmpty() ? item.record.recipients : item.recipients, {}, base::toPath(item.record.parcel),
                       item.record.destination});
}

} // namespace shirushi::send
