// FakePeople: an office of three in memory, for the settings of an administrator.
#pragma once

#include "window/peopledesk.h"

namespace shirushi::test {

class FakePeople final : public window::PeopleDesk
{
public:
    std::vector<window::Member> list{
        {QStringLiteral("sato"), QStringLiteral("佐藤 花子"), QStringLiteral("さとう はなこ"), QStringLiteral("税務課"),
         QStringLiteral("security-manager"), QStringLiteral("情報セキュリティ管理者"), false, true, {}, {{QStringLiteral("yamada"), QStringLiteral("山田 太郎（4/1から4/30まで）")}}},
        {QStringLiteral("yamada"), QStringLiteral("山田 太郎"), QStringLiteral("やまだ たろう"), QStringLiteral("総務課"),
         QStringLiteral("staff"), QStringLiteral("職員"), true, false, {}, {}},
        {QStringLiteral("suzuki"), QStringLiteral("鈴木 一郎"), QStringLiteral("すずき いちろう"), QStringLiteral("総務課"),
         QStringLiteral("staff"), QStringLiteral("職員"), false, false, QDate(2026, 3, 31), {}}};
    QStringList open{QStringLiteral("委託先への提供: この人の申請が残っています。")};
    window::Switches set{true, false, true};
    QStringList designated;
    QString closedFor;
    QString addedPassword;
    std::vector<base::Path> renewed;

    std::vector<window::Member> members() const override { return list; }
    std::vector<window::RoleChoice> roles() const override
    {
        return {{QStringLiteral("staff"), QStringLiteral("職員")}, {QStringLiteral("security-manager"), QStringLiteral("情報セキュリティ管理者")}};
    }
    QString fingerprint() const override { return QStringLiteral("1EMH-230J-25FV-9FEN-TMFQ-7QAB-4DR6-AK7B"); }
    window::Switches switches() const override { return set; }
    base::Result<void> setSwitches(const window::Switches &switches) override
    {
        set = switches;
        return {};
    }
    window::Methods methods() const override
    {
        policy::Citation citation;
        citation.article = QStringLiteral("第9条第2項");
        citation.quote = QStringLiteral("最高情報統括責任者が指定した暗号化方法による暗号化");
        return {designated, QStringLiteral("最高情報統括責任者"), citation};
    }
    base::Result<void> setMethods(const QStringList &methods) override
    {
        designated = methods;
        return {};
    }
    base::Result<void> add(const window::NewMember &member, const base::SecretBytes &password) override
    {
        for (const window::Member &other : list) {
            if (other.id == member.id)
                return base::failure(base::ErrorCode::InvalidInput, member.id, QStringLiteral("この利用者IDの人がすでにいます。"));
        }
        addedPassword = QString::fromUtf8(reinterpret_cast<const char *>(password.data()), static_cast<qsizetype>(password.size()));
        list.insert(list.begin(), {member.id, member.name, member.kana, member.department, member.role,
                                   QStringLiteral("職員"), member.administrator, true, {}, {}});
        return {};
    }
    base::Result<void> admit(const base::Path &, const QString &) override { return {}; }
    base::Result<window::Applied> readApplication(const base::Path &file) const override
    {
        return file.filename() == "renewal.json"
                   ? window::Applied{QStringLiteral("sato"), QStringLiteral("佐藤 花子"), QStringLiteral("税務課"), true}
                   : window::Applied{QStringLiteral("tanaka"), QStringLiteral("田中 次郎"), QStringLiteral("総務課"), false};
    }
    base::Result<void> renewKeys(const base::Path &file) override
    {
        renewed.push_back(file);
        return {};
    }
    base::Result<void> setRole(const QString &id, const QString &role) override
    {
        for (window::Member &member : list) {
            if (member.id == id)
                member.role = role;
        }
        return {};
    }
    base::Result<void> reissue(const QString &, const base::SecretBytes &) override { return {}; }
    base::Result<QStringList> checklist(const QString &) const override { return open; }
    base::Result<void> close(const QString &id, const QString &reason) override
    {
        closedFor = reason;
        for (window::Member &member : list) {
            if (member.id == id)
                member.closed = QDate(2026, 11, 21);
        }
        return {};
    }
    base::Result<void> setDeputy(const QString &, const QString &, QDate, QDate) override { return {}; }
    base::Result<void> endDeputy(const QString &id, const QString &standsFor) override
    {
        for (window::Member &member : list) {
            if (member.id == id)
                std::erase_if(member.standsFor, [&](const window::StandIn &standIn) { return standIn.standsFor == standsFor; });
        }
        return {};
    }
    base::Result<QString> makeRecoveryCode() override { return QStringLiteral("VYBF-0DV1-S05W-NB5E-BW09-4TMK-GWG"); }
    base::Result<void> exportRoster(const base::Path &) override { return {}; }
};

} // namespace shirushi::test
