#include "window/officecheck.h"

#include "base/canonicaljson.h"
#include "platform/jsonfile.h"
#include "platform/replacement.h"
#include "window/officedesk.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QStandardPaths>

#include <filesystem>

namespace shirushi::window {

namespace {

constexpr int formatVersion = 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::window", text);
}

} // namespace

base::Path checkFile()
{
    return base::toPath(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)) / "shirushi-check.json";
}

const policy::Library &OfficeCheck::library() const
{
    return m_desk.library();
}

labelling::FileLabel OfficeCheck::read(const base::Path &path) const
{
    return m_desk.read(path);
}

std::optional<send::Asker> OfficeCheck::signedIn() const
{
    const auto pack = m_desk.rules();
    return pack ? std::optional(send::Asker{pack->id, m_desk.role()}) : std::nullopt;
}

send::Asker OfficeCheck::remembered() const
{
    if (m_desk.isSetUp()) {
        const auto settings = people::readSettings(m_desk.office().settingsFile());
        return settings ? send::Asker{settings->policy, {}} : send::Asker{};
    }
    const auto json = platform::readJsonFile(checkFile());
    if (!json || json->value(QStringLiteral("version")).toInt() != formatVersion)
        return {};
    return {json->value(QStringLiteral("policy")).toString(), json->value(QStringLiteral("role")).toString()};
}

// One that cannot be written is asked again next time.
void OfficeCheck::remember(const send::Asker &asker)
{
    if (m_desk.isSetUp())
        return;
    const base::Path file = checkFile();
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    const QJsonObject json{{QStringLiteral("version"), formatVersion},
                           {QStringLiteral("policy"), asker.policy},
                           {QStringLiteral("role"), asker.role}};
    if (const auto written = platform::writeFile(file, base::canonicalJson(json) + '\n'); !written)
        qWarning("%s", qPrintable(written.error().message));
}

base::Result<void> OfficeCheck::keep(const sending::Checked &checked)
{
    base::Result<void> result = base::failure(base::ErrorCode::NotSignedIn, {}, tr("Shirushi is locked."));
    m_desk.withOpen([&](OpenOffice *open) {
        if (!open)
            return;
        if (const auto problem = readOnlyError(*open)) {
            result = std::unexpected(*problem);
            return;
        }
        const base::SystemClock clock;
        const auto entry = open->ledger.append(sending::checkDraft(checked), open->session, clock);
        result = entry ? base::Result<void>() : std::unexpected(entry.error());
    });
    return result;
}

} // namespace shirushi::window
