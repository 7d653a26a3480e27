#include "window/sendingwords.h"

#include "window/deedwords.h"

#include <QCoreApplication>

namespace shirushi::window {

using send::Named;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

QString wayText(const QString &way)
{
    if (way == u"telephone")
        return tr("By telephone");
    if (way == u"sms")
        return tr("By SMS");
    if (way == u"in-person")
        return tr("In person");
    return channelText(way);
}

std::vector<Named> named(const QStringList &ids, QString (*text)(const QString &))
{
    std::vector<Named> all;
    for (const QString &id : ids)
        all.push_back({id, text(id)});
    return all;
}

// By its address, or by the name under which the address book has it.
QString recipientFor(const send::Recipient &recipient)
{
    if (!recipient.mail.isEmpty())
        return recipient.mail;
    return recipient.contact.isEmpty() ? textOf(recipient) : recipient.name;
}

} // namespace

std::vector<Named> namedDestinations()
{
    return named(sending::destinations(), destinationText);
}

std::vector<Named> namedChannels()
{
    return named(sending::channels(), channelText);
}

std::vector<Named> namedWaysBeside(const QString &channel)
{
    return named(sending::waysBeside(channel), wayText);
}

QStringList missingIn(const send::Plan &plan)
{
    QStringList lines;
    if (plan.files.empty())
        lines += tr("Please choose the files that it is about.");
    if (plan.destination.isEmpty())
        lines += tr("Please choose to whom it goes.");
    if (plan.channel.isEmpty())
        lines += tr("Please choose by which way it goes.");
    for (const approvals::AskedFile &file : plan.files) {
        if (!file.problem.isEmpty() && lines.size() < 5)
            lines += tr("%1: %2").arg(base::toDisplay(file.path.filename()), file.problem);
    }
    return lines;
}

sending::Order orderFrom(const send::Plan &plan)
{
    sending::Order order;
    for (const approvals::AskedFile &file : plan.files)
        order.files.push_back(file.path);
    order.destination = plan.destination;
    order.channel = plan.channel;
    for (const send::Recipient &recipient : plan.recipients)
        order.recipients += recipientFor(recipient);
    order.given = plan.given;
    order.purpose = plan.purpose;
    order.basis = plan.basis;
    return order;
}

} // namespace shirushi::window
