#include "send/passwordsheet.h"

#include "base/clock.h"
#include "platform/replacement.h"
#include "print/tableform.h"
#include "sending/telephonespelling.h"

#include <QCoreApplication>

namespace shirushi::send {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::send", text);
}

} // namespace

base::Result<void> writeSheet(const base::Path &file, const SheetWords &words, const base::SecretBytes &password)
{
    print::TableForm form;
    form.title = tr("Password to be told");
    form.subject = words.parcel;
    form.notes = {tr("Destroy this sheet and its file as soon as the password has been told. Do not send it by the way that the "
                     "parcel goes.")};
    for (const QString &recipient : words.recipients)
        form.notes += tr("To: %1").arg(recipient);
    form.made = base::SystemClock().now();
    form.landscape = false;
    form.columns = {{tr("Group"), 1, false}, {tr("Read out as"), 4, false}};
    for (const auto &group : sending::spokenGroups(password)) {
        QString characters;
        QStringList spoken;
        for (const sending::SpokenCharacter &one : group) {
            characters += one.character;
            spoken += one.word;
        }
        form.rows.push_back({characters, spoken.join(QStringLiteral("　"))});
    }
    auto bytes = print::toPdf(form);
    for (QStringList &row : form.rows) {
        for (QString &cell : row)
            cell.fill(u'\0');
    }
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto written = platform::writeFile(file, *bytes);
    base::wipe(bytes->data(), static_cast<std::size_t>(bytes->size()));
    return written;
}

} // namespace shirushi::send
