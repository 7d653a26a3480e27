#include "approvals/paperform.h"

#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/textblock.h"

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
    column->addWidget(m_problem);
    m_problem->hide();
    QPushButton *record = makeButton(tr("Record the decision on paper(&K)"), ButtonKind::Small);
    column->addWidget(record, 0, Qt::AlignLeft);
    connect(record, &QPushButton::clicked, this, &PaperForm::finish);
}

void PaperForm::finish()
{
    const Paper paper{m_who->text().simplified(), m_day->date(), m_number->text().simplified()};
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
