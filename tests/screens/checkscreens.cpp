// 送れるか確認: without signing in, and in the frame.
#include "screens/screens.h"

#include "send/checkpage.h"

namespace shirushi::screens {

namespace {

labelling::FileLabel shows(const char *path, const policy::Pack &pack, const policy::Classes &classes)
{
    labelling::FileLabel file;
    file.path = path;
    file.status = labelling::FileStatus::Labelled;
    file.source = labelling::LabelSource::Embedded;
    file.signature = label::SignatureState::Valid;
    file.label.emplace();
    file.label->policy = pack.id;
    file.label->classes = classes;
    return file;
}

} // namespace

void Screens::checking()
{
    {
        test::FakeDesk desk(QStringLiteral("buzen-council"));
        auto window = openWindow(desk);
        shoot(*window, "check-signin");
        desk.founded = false;
        window = openWindow(desk);
        shoot(*window, "check-welcome");
        press(*window, "4");
        settle(600);
        shoot(*window, "check-rules");
        press(*window, "1");
        shoot(*window, "check-role");
        press(*window, "2");
        shoot(*window, "check-start");
        click(*window, "ファイルを使わずに分類を選ぶ");
        shoot(*window, "check-byhand");
        window = openWindow(desk);
        m_check->known = {QStringLiteral("buzen-council"), QStringLiteral("councillor")};
        window->check({"/home/yamada/議会資料.pdf"});
        settle(600);
        shoot(*window, "check-unlabelled");
        press(*window, "1NNNN");
        settle(100);
        press(*window, "NN");
        shoot(*window, "check-asked");
    }
    test::FakeDesk desk(QStringLiteral("kameoka"));
    const auto pack = desk.rules();
    const base::Path names[] = {"/home/yamada/受給者名簿.xlsx", "/home/yamada/事業計画（案）.docx", "/home/yamada/募集要項.docx"};
    desk.files[names[0]] = shows(names[0].c_str(), *pack, {{QStringLiteral("importance"), QStringLiteral("I")}});
    desk.files[names[1]] = shows(names[1].c_str(), *pack, {{QStringLiteral("importance"), QStringLiteral("II")}});
    desk.files[names[2]] = shows(names[2].c_str(), *pack, {{QStringLiteral("importance"), QStringLiteral("III")}});
    auto window = openWindow(desk);
    signIn(*window);
    click(*window, "送れるか確認");
    settle(600);
    shoot(*window, "check-start-inside");
    const auto ask = [&](const std::vector<base::Path> &files, const char *to, const char *channel) {
        window->check(files);
        settle(200);
        press(*window, to);
        press(*window, channel);
        settle(100);
    };
    window->check({names[1]});
    settle(200);
    shoot(*window, "check-to");
    press(*window, "3");
    shoot(*window, "check-how");
    press(*window, "1");
    shoot(*window, "check-conditional");
    scrollDown(*window);
    shoot(*window, "check-conditional-below");
    click(*window, "この結果を記録に残す");
    settle(200);
    shoot(*window, "check-kept");
    ask({names[0], names[1]}, "2", "1");
    shoot(*window, "check-forbidden");
    scrollDown(*window);
    shoot(*window, "check-forbidden-below");
    ask({names[2]}, "3", "1");
    shoot(*window, "check-permitted");
    ask({names[2]}, "6", "8");
    shoot(*window, "check-published");
    m_check->role = QStringLiteral("councillor");
    click(*window, "分類する");
    click(*window, "送れるか確認");
    settle(100);
    ask({names[1]}, "4", "6");
    shoot(*window, "check-outside");
}

} // namespace shirushi::screens
