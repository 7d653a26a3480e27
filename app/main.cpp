// The window. Arguments are files and folders to classify; with --check those of which is asked whether they may be sent.
#include "language/language.h"
#include "people/office.h"
#include "platform/hardening.h"
#include "vault/leftovers.h"
#include "widgets/focusring.h"
#include "widgets/theme.h"
#include "window/mainwindow.h"
#include "window/officedesk.h"

#include <QApplication>
#include <QEvent>
#include <QScreen>
#include <QThreadPool>
#include <QTimer>

#include <cstdlib>
#include <string_view>

using namespace shirushi;

namespace {

base::Path dataFolder()
{
    const QByteArray named = qgetenv("SHIRUSHI_DATA");
    return named.isEmpty() ? people::Office::defaultFolder() : base::Path(named.toStdString());
}

class QuitWhenPainted final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, [] { std::_Exit(0); });
        return false;
    }
};

} // namespace

int main(int argc, char **argv)
{
    platform::hardenProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("shirushi"));
    QApplication::setApplicationVersion(QStringLiteral(SHIRUSHI_VERSION));
    language::install(application);
    widgets::Theme theme(application, widgets::Theme::StyleSheet::Later);
    const widgets::FocusRing ring(theme);
    window::OfficeDesk desk{people::Office(dataFolder())};
    window::MainWindow window(theme, {desk, desk, desk.reviewDesk(), desk.approvalDesk(), desk.askingDesk(), desk.checkDesk(), desk.sendDesk(), desk.vaultDesk(), desk.disposeDesk()});
    std::vector<base::Path> paths;
    bool checks = false;
    for (int i = 1; i < argc; ++i) {
        if (!checks && std::string_view(argv[i]) == "--check") {
            checks = true;
            continue;
        }
        // What is left after Qt has taken its own options; made absolute, for the window outlives the folder.
        std::error_code problem;
        paths.push_back(std::filesystem::absolute(argv[i], problem));
    }
    if (checks)
        window.check(paths);
    else if (!paths.empty())
        window.open(std::move(paths));
    theme.dress();
    window.resize(window.size().boundedTo(window.screen()->availableSize())); // a tablet's is narrower than the usual window
    window.show();
    // What a crash has left decrypted goes before anybody signs in. The window waits for it when it ends.
    QThreadPool::globalInstance()->start([folder = dataFolder()] { static_cast<void>(vault::clearLeftovers(folder)); });
    // The bench of the start (tests/bench/startup) measures up to here.
    if (qEnvironmentVariableIsSet("SHIRUSHI_QUIT_WHEN_PAINTED"))
        window.installEventFilter(new QuitWhenPainted(&window));
    return QApplication::exec();
}
