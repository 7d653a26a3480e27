#include "window/sendingwords.h"

#include "platform/filesource.h"
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

base::Result<QByteArray> contentOf(const base::Path &file)
{
    constexpr std::uint64_t largest = 64 * 1024;
    const auto source = platform::FileSource::open(file);
    return source ? source->all(largest) : std::unexpected(source.error());
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
    for (const approvals::AskedFile &file : plan.files) {
        order.files.push_back(file.path);
        if (!file.name.isEmpty())
            order.names[file.path] = file.name;
    }
    order.destination = plan.destination;
    order.channel = plan.channel;
    for (const send::Recipient &recipient : plan.recipients)
        order.recipients += recipientFor(recipient);
    order.given = plan.given;
    order.purpose = plan.purpose;
    order.basis = plan.basis;
    return order;
}

base::Result<void> takePacking(const send::Packing &packing, sending::Order &order)
{
    order.isPlain = packing.isPlain;
    order.plainReason = packing.plainReason;
    order.sanitised = packing.sanitised;
    order.cover = packing.cover;
    for (const base::Path &file : packing.certificates) {
        auto bytes = contentOf(file);
        if (!bytes)
            return std::unexpected(bytes.error());
        order.certificates.push_back(std::move(*bytes));
    }
    if (!packing.ownCertificate.empty()) {
        auto bytes = contentOf(packing.ownCertificate);
        if (!bytes)
            return std::unexpected(bytes.error());
        order.ownCertificate = std::move(*bytes);
    }
    if (!packing.ownKey.empty()) {
        auto bytes = contentOf(packing.ownKey);
        if (!bytes)
            return std::unexpected(bytes.error());
        order.ownKey.emplace(std::span(reinterpret_cast<const std::uint8_t *>(bytes->constData()), static_cast<std::size_t>(bytes->size())));
        base::wipe(bytes->data(), static_cast<std::size_t>(bytes->size()));
    }
    return {};
}

} // namespace shirushi::window
