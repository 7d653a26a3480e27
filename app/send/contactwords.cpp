#include "send/contactwords.h"

#include "send/formatwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::send {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::send", text);
}

} // namespace

QString titleIn(const std::vector<Named> &all, const QString &id)
{
    const auto found = std::ranges::find(all, id, &Named::id);
    return found == all.end() ? id : found->title;
}

QString checkText(const BookEntry &entry)
{
    if (entry.contact.altered)
        return tr("Changed without a record");
    if (!entry.contact.checkedAt)
        return tr("Not checked");
    return tr("Checked (%1 %2)").arg(entry.contact.checkedAt->toLocalTime().toString(QStringLiteral("yyyy/MM/dd")), entry.checkedBy);
}

QString lineFor(const BookEntry &entry, const SendDesk &desk)
{
    const sending::Contact &contact = entry.contact;
    QStringList parts{textOf({contact.name, contact.organisation, {}, {}}), titleIn(desk.destinations(), contact.kind), contact.mail,
                      contact.telephone, checkText(entry)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("　"));
}

QString sentenceOf(const sending::SecondLook &look, const SendDesk &desk, const Plan &plan)
{
    if (look.id == u"other-kind")
        return tr("The address book has this recipient as another kind than you chose: %1").arg(titleIn(desk.destinations(), plan.destination));
    if (look.id == u"gateway") {
        QStringList ways;
        for (const QString &channel : look.channels)
            ways += titleIn(desk.channels(), channel);
        return tr("The recipient's mail gateway takes off attachments of this form: %1. Please think of another way: %2.")
            .arg(titleOf(desk.formats().front()), ways.join(tr(", ")));
    }
    return look.sentence;
}

} // namespace shirushi::send
