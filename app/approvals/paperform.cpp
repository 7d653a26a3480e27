#include "approvals/paperform.h"

#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/textblock.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::approvals {

using namespace widgets;

namespace {

constexpr int longestText = 200; // characters

} // namespace

PaperForm::PaperForm(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_who(new QLineEdit), m_day(new DateChoice(theme, QDate::currentDate())), m_number(new QLineEdit),
      m_scan(new TextBlock(theme, TextKind::Body, {}, Ink::Dim)), m_noScan(makeButton(tr("Without the scan"), ButtonKind::Small)),
      m_problem(new TextBlock(theme, TextKind::Small, {}, Ink::Red))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 4);
    column->setSpacing(6);
    const auto add = [&](const QString &title, QWidget *input) {
        column->addWidget(new TextBlock(theme, TextKind::Small, title));
        input->setAccessibleName(title);
        column->addWidget(input);
    };
    m_who->setMaxLength(longestText);
    m_number->setMaxLength(longestText);
    m_day->setMaximumDate(QDate::currentDate());
    add(tr("Who decided on paper"), m_who);
    add(tr("Day of the decision"), m_day);
    add(tr("Number of the document"), m_number);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *choose = makeButton(tr("Choose the scan …"), ButtonKind::Small);
    row->addWidget(choose);
    row->addWidget(m_noScan);
    row->addWidget(m_scan, 1, Qt::AlignVCenter);
    add(tr("Scan of the document, if wished (10 MB at most; it is kept encrypted in the ledger)"), box);
    column->addWidget(m_problem);
    m_problem->hide();
    QPushButton *record = makeButton(tr("Record the decision on paper(&K)"), ButtonKind::Small);
    column->addWidget(record, 0, Qt::AlignLeft);
    setScan({});
    connect(choose, &QPushButton::clicked, this, &PaperForm::chooseScan);
    connect(m_noScan, &QPushButton::clicked, this, [this, choose] {
        setScan({});
        choose->setFocus(Qt::OtherFocusReason);
    });
    connect(record, &QPushButton::clicked, this, &PaperForm::finish);
}

void PaperForm::chooseScan()
{
    const QString name = QFileDialog::getOpenFileName(window(), tr("The scan of the decision"), {},
                                                      tr("Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)"));
    if (!name.isEmpty())
        setScan(base::toPath(name));
}

void PaperForm::setScan(const base::Path &scan)
{
    m_scanFile = scan;
    m_scan->setText(scan.empty() ? tr("None") : base::toDisplay(scan.filename()));
    m_noScan->setVisible(!scan.empty());
}

void PaperForm::finish()
{
    const Paper paper{m_who->text().simplified(), m_day->date(), m_number->text().simplified(), m_scanFile};
    if (paper.decidedBy.isEmpty() || paper.documentNumber.isEmpty()) {
        setProblem(tr("Please say who decided, and the number of the document."));
        (paper.decidedBy.isEmpty() ? m_who : m_number)->setFocus(Qt::OtherFocusReason);
        return;
    }
    setProblem({});
    Q_EMIT filledIn(paper);
}

void PaperForm::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void PaperForm::takeFocus()
{
    m_who->setFocus(Qt::OtherFocusReason);
}

} // namespace shirushi::approvals
