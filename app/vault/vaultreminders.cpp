// Of VaultPage: what the vaults ask for, and vaults that are not there any more.
#include "classify/work.h"
#include "vault/itemspage.h"
#include "vault/itemwords.h"
#include "vault/vaultpage.h"

#include <QPromise>

namespace shirushi::vaults {

using widgets::NoticeTone;

namespace {

struct Waiting {
    base::Path folder;
    int count = 0;
};

} // namespace

void VaultPage::connectReminders()
{
    connect(m_items, &ItemsPage::copied, this, [this](const QString &where) {
        workOn(true);
        classify::inBackground(this, [desk = &m_desk, folder = m_chosen, where] { return desk->noteCopied(folder, where); },
                               [this](const base::Result<void> &noted) {
                                   workOn(false);
                                   if (noted)
                                       m_items->say(tr("The second copy is recorded"), {}, NoticeTone::Good);
                                   else
                                       m_items->say(tr("It was not recorded"), noted.error().message, NoticeTone::Wrong);
                                   load();
                                   Q_EMIT workEnded();
                               });
    });
    connect(m_items, &ItemsPage::takeOffWanted, this, [this](const Known &vault) {
        workOn(true);
        classify::inBackground(this, [desk = &m_desk, vault] { return desk->takeOff(vault); },
                               [this, vault](const base::Result<void> &off) {
                                   workOn(false);
                                   if (off) {
                                       m_items->setProblem({});
                                       m_items->say(tr("%1 is off the list").arg(vault.name),
                                                    tr("Nothing was deleted. To have it back, open its folder: %1").arg(base::toDisplay(vault.folder)), NoticeTone::Good);
                                       noteWaiting(vault.folder, 0);
                                   } else {
                                       m_items->say(tr("It was not taken off the list"), off.error().message, NoticeTone::Wrong);
                                   }
                                   loadVaults();
                                   Q_EMIT workEnded();
                               });
    });
}

// One vault after the other, so that others have their turn between.
void VaultPage::begin()
{
    classify::inBackgroundEach<Waiting>(
        this,
        [desk = &m_desk](QPromise<Waiting> &promise) {
            const auto vaults = desk->vaults();
            base::NoProgress quiet;
            for (const Known &known : vaults.value_or(std::vector<Known>())) {
                const auto overview = known.problem.isEmpty() ? desk->overview(known.folder, quiet) : base::Result<Overview>(Overview());
                if (overview)
                    promise.addResult(Waiting{known.folder, waitingIn(*overview)});
            }
        },
        [this, cleared = m_cleared](const Waiting &waiting) {
            if (cleared == m_cleared)
                noteWaiting(waiting.folder, waiting.count);
        },
        [](int) {});
}

void VaultPage::noteWaiting(const base::Path &folder, int count)
{
    m_asking[folder] = count;
    int all = 0;
    for (const auto &[vault, asked] : m_asking)
        all += asked;
    Q_EMIT waitingChanged(all);
}

} // namespace shirushi::vaults
