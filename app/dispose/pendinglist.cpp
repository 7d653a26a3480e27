#include "dispose/pendinglist.h"

#include "dispose/disposewords.h"
#include "vault/linestable.h"
#include "widgets/button.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int shownRequests = 6;

bool hasEnded(const Pending &one)
{
    return one.state == approvals::State::Refused || one.state == approvals::State::Lapsed;
}

} // namespace

PendingList::PendingList(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_requests(new vaults::LinesTable(theme, tr("What you have asked for"), {tr("Asked on"), tr("Reason"), tr("What"), tr("How it stands")}, shownRequests)),
      m_run(makeButton(tr("Go on to the disposal(&G)"), ButtonKind::Small)), m_again(makeButton(tr("Put it on the list once more(&U)"), ButtonKind::Small))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme, TextKind::Heading, tr("What you have asked for")));
    column->addWidget(m_requests);
    auto *row = new QHBoxLayout;
    row->addWidget(m_run);
    row->addWidget(m_again);
    row->addStretch(1);
    column->addLayout(row);
    const auto run = [this] {
        if (const Pending *one = chosen(); one && one->mayRun)
            Q_EMIT runWanted(Pending(*one));
    };
    connect(m_run, &QPushButton::clicked, this, run);
    connect(m_requests, &QTableView::activated, this, run);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (const Pending *one = chosen())
            Q_EMIT againWanted(Pending(*one));
    });
    connect(m_requests->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PendingList::judge);
    setPending({});
}

void PendingList::setPending(std::vector<Pending> pending)
{
    if (!pending.empty() && pending == m_pending)
        return; // what is chosen stays chosen
    m_pending = std::move(pending);
    std::vector<QStringList> lines;
    for (const Pending &one : m_pending)
        lines.push_back({dayText(one.at), deedAndReason(one), thingsText(one), stateText(one)});
    m_requests->setLines(std::move(lines));
    // What can be gone on with comes first to the hand.
    if (const auto one = std::ranges::find_if(m_pending, &Pending::mayRun); one != m_pending.end())
        m_requests->setCurrentIndex(m_requests->model()->index(static_cast<int>(one - m_pending.begin()), 0));
    setVisible(!m_pending.empty());
    judge();
}

bool PendingList::takeFocus()
{
    const bool isPossible = isVisible() && m_run->isEnabled();
    if (isPossible)
        m_run->setFocus(Qt::OtherFocusReason);
    return isPossible;
}

void PendingList::judge()
{
    const Pending *one = chosen();
    m_run->setEnabled(one && one->mayRun);
    m_again->setVisible(one && one->isListed && !one->mayRun && hasEnded(*one));
}

const Pending *PendingList::chosen() const
{
    const int row = m_requests->chosen();
    return row >= 0 && row < static_cast<int>(m_pending.size()) ? &m_pending[static_cast<std::size_t>(row)] : nullptr;
}

} // namespace shirushi::disposals
