#include "window/frame.h"

#include "approvals/approvalspage.h"
#include "classify/classifypage.h"
#include "dispose/disposepage.h"
#include "review/reviewpage.h"
#include "send/receivepage.h"
#include "send/sendpage.h"
#include "vault/vaultpage.h"
#include "window/checkplace.h"
#include "window/frontdoor.h"
#include "window/header.h"
#include "window/helppage.h"
#include "window/rail.h"
#include "window/readonlyband.h"
#include "window/settingspage.h"

#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>

namespace shirushi::window {

using namespace widgets;

Frame::Frame(const Theme &theme, const Desks &desks)
    : m_theme(theme), m_desks(desks), m_verification(new review::Verification(desks.review, this)), m_header(new Header(theme)),
      m_rail(new Rail(theme)), m_pages(new QStackedWidget), m_readOnly(new ReadOnlyBand(theme, *m_verification)),
      m_classify(new classify::ClassifyPage(theme, desks.labels)), m_check(new CheckPlace(theme, desks.check)),
      m_send(new send::SendPage(theme, desks.sending, desks.asking)), m_receive(new send::ReceivePage(theme, desks.sending, desks.asking)),
      m_vault(new vaults::VaultPage(theme, desks.vaults)),
      m_dispose(new disposals::DisposePage(theme, {desks.disposals, desks.review}, *m_verification)),
      m_approvals(new approvals::ApprovalsPage(theme, desks.approvals, desks.asking)),
      m_review(new review::ReviewPage(theme, desks.review, *m_verification)), m_settings(new SettingsPage(theme, desks.door)),
      m_help(new HelpPage(theme))
{
    build();
    addPages();
    connectPages();
    connectOffice();
}

void Frame::build()
{
    auto *beside = new QVBoxLayout;
    beside->setSpacing(0);
    beside->addWidget(m_readOnly);
    beside->addWidget(m_pages, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_rail);
    below->addLayout(beside, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(below, 1);
}

template <typename PageClass>
int Frame::add(PageClass *page, const Place &place)
{
    m_pages->addWidget(page);
    m_entries.push_back({page, place.writes});
    const int number = m_rail->add(place.picture, place.title, place.isBelow);
    if constexpr (requires { &PageClass::workEnded; })
        connect(page, &PageClass::workEnded, this, &Frame::workEnded);
    if constexpr (requires { &PageClass::waitingChanged; })
        connect(page, &PageClass::waitingChanged, this, [this, number](int count) { m_rail->setBadge(number, count); });
    if constexpr (requires { &PageClass::classifyWanted; })
        connect(page, &PageClass::classifyWanted, this, &Frame::open);
    return number;
}

void Frame::addPages()
{
    m_numbers.classify = add(m_classify, {.picture = Picture::Label, .title = tr("Classify"), .writes = true});
    m_numbers.check = add(m_check, {.picture = Picture::TrafficLight, .title = tr("May I send this?")});
    m_numbers.send = add(m_send, {.picture = Picture::Send, .title = tr("Send"), .writes = true});
    add(m_receive, {.picture = Picture::Receive, .title = tr("Receive"), .writes = true});
    m_numbers.vault = add(m_vault, {.picture = Picture::Vault, .title = tr("Vault"), .writes = true});
    m_numbers.dispose = add(m_dispose, {.picture = Picture::Trash, .title = tr("Disposal"), .writes = true});
    m_numbers.approvals = add(m_approvals, {.picture = Picture::Stamp, .title = tr("Approvals"), .writes = true});
    m_numbers.review = add(m_review, {.picture = Picture::Ledger, .title = tr("Records")});
    add(m_settings, {.picture = Picture::Settings, .title = tr("Settings"), .isBelow = true});
    m_numbers.help = add(m_help, {.picture = Picture::Help, .title = tr("Help (F1)"), .isBelow = true});
}

void Frame::showPage(int number)
{
    const Entry &entry = m_entries[static_cast<std::size_t>(number)];
    m_rail->setCurrent(number);
    m_pages->setCurrentIndex(number);
    m_readOnly->setPageWrites(entry.writes);
    entry.section->comeBack();
}

void Frame::showLedger()
{
    switch (m_verification->state()) {
    case review::Verification::State::Unknown:
    case review::Verification::State::Failed:
        m_header->setLedger(LedgerState::Open);
        break;
    case review::Verification::State::Running:
        m_header->setLedger(m_verification->findings().empty() ? LedgerState::Checking : LedgerState::Questioned);
        break;
    case review::Verification::State::Whole:
        m_header->setLedger(LedgerState::Whole, m_verification->proof()->at);
        break;
    case review::Verification::State::Findings:
        m_header->setLedger(LedgerState::Questioned);
        break;
    }
}

void Frame::enter(bool anew)
{
    m_header->setState(m_desks.door.rulesTitle(), m_desks.door.who().value_or(Person{}));
    if (anew) {
        showPage(m_numbers.classify);
        for (const Entry &entry : m_entries)
            entry.section->clear();
    }
    m_verification->begin();
    for (const Entry &entry : m_entries)
        entry.section->begin();
}

void Frame::open(const std::vector<base::Path> &paths)
{
    showPage(m_numbers.classify);
    m_classify->open(paths);
}

void Frame::check(const std::vector<base::Path> &paths)
{
    showPage(m_numbers.check);
    if (!paths.empty())
        m_check->open(paths);
}

bool Frame::isWorking() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.section->isWorking(); });
}

void Frame::stop()
{
    for (const Entry &entry : m_entries)
        entry.section->stop();
}

void Frame::clear()
{
    forgetLedger();
    for (const Entry &entry : m_entries)
        entry.section->clear();
}

void Frame::conceal()
{
    forgetLedger();
    for (const Entry &entry : m_entries)
        entry.section->conceal();
}

void Frame::forgetLedger()
{
    m_verification->forget();
}

void Frame::setLocksIn(int seconds)
{
    m_header->setLocksIn(seconds);
}

// A roster that was taken in may have closed the account of who took it in.
bool Frame::isInTheOffice() const
{
    const QString self = m_desks.door.who().value_or(Person{}).id;
    const std::vector<Person> people = m_desks.door.people();
    return std::any_of(people.begin(), people.end(), [&self](const Person &person) { return person.id == self; });
}

} // namespace shirushi::window
