// A program whose memory is looked at by tst_vaultmemory: signs in, opens an item of a vault, saves it, locks, and lives on until its
// input ends. What it is told stands in files and comes on its input, so that nothing of it is in the program itself.
//   vaultholder DATA VAULT ITEM PASSWORDFILE
#include "people/office.h"
#include "policy/library.h"
#include "vault/openitems.h"

#include <QCoreApplication>

#include <cstdio>
#include <fcntl.h>
#include <iostream>
#include <thread>
#include <unistd.h>

using namespace shirushi;

namespace {

base::SecretBytes passwordFrom(const char *path)
{
    base::SecretBytes password(1024);
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    const ssize_t got = ::read(file, password.data(), password.size());
    ::close(file);
    password.truncate(got > 0 ? static_cast<std::size_t>(got) : 0);
    return password;
}

void say(const std::string &word)
{
    std::cout << word << std::endl;
}

bool isTold(const char *word)
{
    std::string line;
    return static_cast<bool>(std::getline(std::cin, line)) && line == word;
}

int failed(const base::Error &error)
{
    say("error: " + error.message.toStdString());
    return 1;
}

// As the window does: everything of it is gone when this comes back.
int openAndLock(const people::Office &office, char **words)
{
    const base::SystemClock clock;
    auto session = office.signIn(QString::fromLocal8Bit("yamada"), passwordFrom(words[4]), clock);
    if (!session)
        return failed(session.error());
    auto ledger = office.openLedger(*session);
    if (!ledger)
        return failed(ledger.error());
    const policy::Library library = policy::Library::load();
    const auto launch = [](const base::Path &) { return base::Result<void>(); };
    vault::OpenItems items({{*ledger, *session, people::Directory::load(office.peopleFolder()), library.find(QStringLiteral("mic-model")), clock,
                             office.folder() / vault::workLock}, office.folder(), launch, {}, {}});
    base::NoProgress progress;
    const auto opened = items.open({words[2], QString::fromLocal8Bit(words[3]), false}, progress);
    if (!opened)
        return failed(opened.error());
    say(opened->document.string());
    while (items.opened().front().saves == 0) {
        if (items.look())
            items.work(progress);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    say("saved");
    if (!isTold("lock"))
        return 1;
    const auto closed = items.lockAll(vault::ClosedBy::Lock);
    return closed.size() == 1 && closed.front().state == vault::OpenState::Closed ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 5)
        return 2;
    const people::Office office{base::Path(argv[1])};
    if (openAndLock(office, argv) != 0)
        return 1;
    say("locked");
    static_cast<void>(isTold("end"));
    return 0;
}
