#include "dispose/assetlist.h"

#include "vault/linestable.h"
#include "widgets/button.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int shownAssets = 8;

} // namespace

AssetList::AssetList(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_lines(new vaults::LinesTable(theme, tr("Media, paper and devices"), {tr("What"), tr("Kind"), tr("Remark")}, shownAssets)),
      m_record(makeButton(tr("Record what was done(&R)"), ButtonKind::Small))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme, TextKind::Heading, tr("Media, paper and devices")));
    column->addWidget(new TextBlock(theme, TextKind::Small, tr("These are treated by a person: shredded, initialised, returned. When it is done, record it here."), Ink::Dim));
    column->addWidget(m_lines);
    auto *row = new QHBoxLayout;
    row->addWidget(m_record);
    row->addStretch(1);
    column->addLayout(row);
    setFocusProxy(m_record);
    connect(m_lines->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AssetList::judge);
    connect(m_lines, &QTableView::activated, m_record, &QPushButton::click);
    connect(m_record, &QPushButton::clicked, this, [this] {
        if (const Planned *one = chosen())
            Q_EMIT recordWanted(disposal::Asset(std::get<disposal::Asset>(one->row.thing)));
    });
}

void AssetList::setAssets(std::vector<Planned> assets)
{
    m_assets = std::move(assets);
    std::vector<QStringList> lines;
    for (const Planned &planned : m_assets)
        lines.push_back({planned.row.name, planned.row.place, planned.refusal.isEmpty() ? planned.demand : planned.refusal});
    m_lines->setLines(std::move(lines));
    setVisible(!m_assets.empty());
    judge();
}

void AssetList::setBusy(bool busy)
{
    m_isBusy = busy;
    judge();
}

// What no permission fits would be refused when everything is written.
void AssetList::judge()
{
    const Planned *one = chosen();
    m_record->setEnabled(one && one->refusal.isEmpty() && !m_isBusy);
}

const Planned *AssetList::chosen() const
{
    const int row = m_lines->chosen();
    return row >= 0 && row < static_cast<int>(m_assets.size()) ? &m_assets[static_cast<std::size_t>(row)] : nullptr;
}

} // namespace shirushi::disposals
