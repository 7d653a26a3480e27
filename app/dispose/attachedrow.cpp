#include "dispose/attachedrow.h"

#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/textblock.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int mostWidth = 560;

} // namespace

AttachedRow::AttachedRow(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_name(new TextBlock(theme, TextKind::Small)), m_detach(makeButton(tr("Take it away(&X)"), ButtonKind::Small)),
      m_whereBox(new QWidget), m_where(new Choice(theme)), m_note(new TextBlock(theme, TextKind::Small, {}, Ink::Dim))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    QPushButton *choose = makeButton(tr("Attach a photo or a scan(&P)"), ButtonKind::Small);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(choose);
    row->addWidget(m_name, 1, Qt::AlignVCenter);
    row->addWidget(m_detach);
    column->addLayout(row);
    auto *where = new QVBoxLayout(m_whereBox);
    where->setContentsMargins(0, 0, 0, 0);
    where->addWidget(new TextBlock(theme, TextKind::Small, tr("Where it is kept")));
    m_where->setAccessibleName(tr("Where it is kept"));
    m_where->setMaximumWidth(mostWidth);
    where->addWidget(m_where);
    column->addWidget(m_whereBox);
    column->addWidget(m_note);
    connect(choose, &QPushButton::clicked, this, [this] {
        if (const QString chosen = QFileDialog::getOpenFileName(this, tr("Choose the photo or scan")); !chosen.isEmpty())
            attach(base::toPath(chosen));
    });
    connect(m_detach, &QPushButton::clicked, this, [this, choose] {
        attach({});
        choose->setFocus(Qt::OtherFocusReason);
    });
    connect(m_where, &QComboBox::currentIndexChanged, this, &AttachedRow::judge);
    setVaults({});
}

void AttachedRow::attach(const base::Path &file)
{
    m_file = file;
    judge();
}

// A vault comes first: there it is write-protected, and may be larger.
void AttachedRow::setVaults(const std::vector<VaultPlace> &vaults)
{
    const base::Path before = attached().vault;
    const bool wasLedger = m_where->count() > 1 && before.empty();
    m_vaults = vaults;
    const QSignalBlocker quiet(m_where);
    m_where->clear();
    int chosen = wasLedger ? static_cast<int>(vaults.size()) : 0;
    for (const VaultPlace &vault : m_vaults) {
        m_where->addItem(tr("Vault %1").arg(vault.name));
        m_where->setItemData(m_where->count() - 1, base::toDisplay(vault.folder), Qt::ToolTipRole);
        if (vault.folder == before)
            chosen = m_where->count() - 1;
    }
    m_where->addItem(tr("The ledger (at most 10 MB)"));
    m_where->setCurrentIndex(chosen);
    judge();
}

Attached AttachedRow::attached() const
{
    const int chosen = m_where->currentIndex();
    const bool isVault = chosen >= 0 && chosen < static_cast<int>(m_vaults.size());
    return {m_file, isVault ? m_vaults[static_cast<std::size_t>(chosen)].folder : base::Path()};
}

QString AttachedRow::keptText() const
{
    const Attached what = attached();
    if (what.file.empty())
        return {};
    const QString name = base::toDisplay(what.file.filename());
    const QString kept = what.vault.empty() ? tr("%1 is kept in the ledger, encrypted.").arg(name)
                                            : tr("%1 lies in the vault %2, write-protected.").arg(name, m_vaults[static_cast<std::size_t>(m_where->currentIndex())].name);
    return kept + u' ' + tr("The file that you chose is where it was.");
}

void AttachedRow::judge()
{
    const Attached what = attached();
    m_name->setText(base::toDisplay(what.file.filename()));
    m_detach->setVisible(!what.file.empty());
    m_whereBox->setVisible(!what.file.empty());
    m_note->setText(what.file.empty()    ? tr("It may be left out. It is kept in a vault, or in the ledger.")
                    : what.vault.empty() ? tr("It is kept with the entry, encrypted, and can be saved from the register. The file that you chose stays where it is.")
                                         : tr("It is put into this vault, write-protected, and the record names it. The file that you chose stays where it is."));
}

} // namespace shirushi::disposals
