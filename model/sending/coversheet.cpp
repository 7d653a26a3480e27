#include "sending/coversheet.h"

#include "base/canonicaljson.h"
#include "base/clock.h"
#include "print/tableform.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace shirushi::sending {

namespace {

using Values = QMap<QString, QString>;

constexpr double coverTextSize = 10.5; // points

QString sizeText(std::uint64_t bytes)
{
    return bytes < 10'000 ? QStringLiteral("%1バイト").arg(bytes) : QStringLiteral("%1KB").arg((bytes + 512) / 1024);
}

// What was filled in is not looked at again: it is somebody's words.
QString filled(const QString &text, const Values &values)
{
    QString result;
    qsizetype at = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', at)) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            break;
        result += QStringView(text).mid(at, open - at);
        result += values.value(text.mid(open + 1, close - open - 1));
        at = close + 1;
    }
    return result + QStringView(text).mid(at);
}

// The form's words with the sheet's in their places.
class Filling
{
public:
    Filling(const QJsonObject &form, const CoverSheet &sheet) : m_form(form), m_sheet(sheet) {}

    QString word(const char *name) const { return m_form.value(QLatin1String(name)).toString(); }
    std::vector<QStringList> rows() const
    {
        std::vector<QStringList> rows;
        for (const QJsonValue &value : m_form.value(QStringLiteral("rows")).toArray()) {
            const QJsonArray row = value.toArray();
            QString heading = filled(row.at(0).toString(), {{QStringLiteral("files"), QString::number(m_sheet.files.size())}});
            for (const QJsonValue &line : row.at(1).toArray()) {
                for (const QString &text : linesFor(line.toString())) {
                    rows.push_back({heading, text});
                    heading.clear(); // once
                }
            }
        }
        return rows;
    }

private:
    QStringList linesFor(const QString &line) const
    {
        if (line == u"{class}")
            return {m_sheet.classText};
        if (line == u"{restrictions}")
            return m_sheet.restrictions.isEmpty() ? QStringList{word("noRestriction")} : m_sheet.restrictions;
        if (line == u"{recipients}" && m_sheet.recipientCount == 0)
            return {};
        if (line == u"{recipients}")
            return m_sheet.recipients.isEmpty()
                       ? QStringList{filled(word("manyRecipients"), {{QStringLiteral("count"), QString::number(m_sheet.recipientCount)}})}
                       : m_sheet.recipients;
        if (line == u"{sender}") {
            QStringList from{m_sheet.office, m_sheet.department, m_sheet.sender};
            from.removeAll(QString());
            return {from.join(u' ')};
        }
        if (line == u"{date}")
            return {base::toJapaneseDate(m_sheet.at.toLocalTime().date())};
        if (line == u"{contact}")
            return m_sheet.contact.isEmpty() ? QStringList() : QStringList{filled(word("contact"), {{QStringLiteral("contact"), m_sheet.contact}})};
        if (line != u"{list}")
            return {line};
        QStringList files;
        for (const CoveredFile &file : m_sheet.files)
            files += filled(word(file.restrictions.isEmpty() ? "file" : "fileRestricted"),
                            {{QStringLiteral("name"), file.name}, {QStringLiteral("class"), file.classText},
                             {QStringLiteral("restrictions"), file.restrictions.join(u'、')}, {QStringLiteral("size"), sizeText(file.size)}});
        return files;
    }

    const QJsonObject &m_form;
    const CoverSheet &m_sheet;
};

base::Result<QJsonObject> form()
{
    QFile file(QStringLiteral(":/forms/cover.json"));
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(base::ErrorCode::Internal, file.fileName(),
                             QCoreApplication::translate("shirushi::sending", "The cover sheet could not be made."));
    return base::parseJsonObject(file.readAll(), file.fileName());
}

QString textOf(const Filling &filling)
{
    QString text = filling.word("title") + u'\n';
    for (const QStringList &row : filling.rows()) {
        if (!row.first().isEmpty())
            text += u'\n' + row.first() + u'\n';
        text += QStringLiteral("  ") + row.last() + u'\n';
    }
    return text;
}

} // namespace

base::Result<QString> coverText(const CoverSheet &sheet)
{
    const auto json = form();
    if (!json)
        return std::unexpected(json.error());
    return textOf(Filling(*json, sheet));
}

base::Result<CoverFile> makeCover(const CoverSheet &sheet)
{
    const auto json = form();
    if (!json)
        return std::unexpected(json.error());
    const Filling filling(*json, sheet);
    const QJsonArray columns = json->value(QStringLiteral("columns")).toArray();
    print::TableForm table;
    table.title = filling.word("title");
    table.made = sheet.at;
    table.landscape = false;
    table.textSize = coverTextSize;
    table.columns = {{columns.at(0).toString(), 2, false}, {columns.at(1).toString(), 7, false}};
    table.rows = filling.rows();
    auto pdf = print::toPdf(table);
    if (pdf)
        return CoverFile{filling.word("title") + QStringLiteral(".pdf"), std::move(*pdf)};
    if (pdf.error().code != base::ErrorCode::NotFound)
        return std::unexpected(pdf.error());
    return CoverFile{filling.word("title") + QStringLiteral(".txt"), "\xef\xbb\xbf" + textOf(filling).replace(u'\n', QStringLiteral("\r\n")).toUtf8()};
}

} // namespace shirushi::sending
