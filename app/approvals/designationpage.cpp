#include "approvals/designationpage.h"

#include "widgets/button.h"
#include "widgets/chipdelegate.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::approvals {

using namespace widgets;

DesignationPage::DesignationPage(const Theme &theme, ApprovalDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_model(new ProposalModel(desk, this)),
      m_said(new Notice(theme, NoticeTone::Good, {})), m_table(new Table(theme)),
      m_chosen(makeButton(tr("Confirm the chosen ones(&S)"), ButtonKind::Plain)),
      m_all(makeButton(tr("Confirm all(&A)"), ButtonKind::Main))
{
    m_title = addTitle(tr("Proposed classes"), tr("The class was proposed when the file was classified. Confirming it renews "
                                                  "the file's label; both names stay in the record."));
    body()->addWidget(m_said);
    m_said->hide();
    m_table->setItemDelegate(new ChipDelegate(theme, ProposalModel::FileColumn, this));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAccessibleName(tr("Proposed classes"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ProposalModel::FileColumn, QHeaderView::Stretch);
    body()->addWidget(m_table, 1);
    QPushButton *back = makeButton(tr("Back to the requests(&B)"), ButtonKind::Plain);
    addToFootLeft(back);
    addToFootRight(m_chosen);
    addToFootRight(m_all);
    connect(back, &QPushButton::clicked, this, &DesignationPage::left);
    connect(m_chosen, &QPushButton::clicked, this, [this] { designate(false); });
    connect(m_all, &QPushButton::clicked, this, [this] { designate(true); });
}

void DesignationPage::setProposals(std::vector<Proposal> proposals, const QString &word)
{
    m_title->setText(tr("Proposed classes that wait for: %1").arg(word));
    m_model->setProposals(std::move(proposals));
    const bool has = m_model->rowCount() > 0;
    m_chosen->setEnabled(has && !m_working);
    m_all->setEnabled(has && !m_working);
    if (has)
        m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

void DesignationPage::designate(bool all)
{
    std::vector<base::Path> files;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (all || m_table->selectionModel()->isRowSelected(row, {}))
            files.push_back(m_model->fileAt(row));
    }
    if (files.empty() || m_working)
        return;
    m_working = true;
    m_chosen->setEnabled(false);
    m_all->setEnabled(false);
    m_said->setTone(NoticeTone::Information);
    m_said->setText(tr("The labels are being renewed"));
    m_said->show();
    classify::inBackground(this, [this, desk = &m_desk, files] { return desk->designate(files, m_work); },
                           [this](const std::vector<Outcome> &outcomes) { showEnd(outcomes); });
}

void DesignationPage::showEnd(const std::vector<Outcome> &outcomes)
{
    m_working = false;
    QStringList failed;
    for (const Outcome &outcome : outcomes) {
        if (!outcome.isGood)
            failed += tr("%1: %2").arg(base::toDisplay(outcome.file.filename()), outcome.message);
    }
    const int good = static_cast<int>(outcomes.size()) - static_cast<int>(failed.size());
    m_said->setTone(failed.isEmpty() ? NoticeTone::Good : NoticeTone::Caution);
    m_said->setText(tr("%n classes confirmed", nullptr, good), failed.mid(0, 20).join(u'\n'));
    Q_EMIT designated();
    Q_EMIT workEnded();
}

void DesignationPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_working)
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::approvals
