#include "send/recipientsform.h"

#include "widgets/button.h"
#include "widgets/textblock.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int longest = 200; // characters of a line
constexpr std::size_t mostRows = 50;

} // namespace

RecipientsForm::RecipientsForm(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout), m_add(makeButton(tr("One more recipient(&M)"), ButtonKind::Small))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_column->setSpacing(8);
    column->addLayout(m_column);
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow();
        m_rows.back().name->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
    addRow();
}

void RecipientsForm::addRow()
{
    auto *box = new QFrame;
    box->setObjectName(QStringLiteral("card"));
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(14, 8, 14, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    const auto line = [&](int row, int column) {
        auto *edit = new QLineEdit;
        edit->setMaxLength(longest);
        grid->addWidget(new TextBlock(m_theme, TextKind::Small), row, column);
        grid->addWidget(edit, row + 1, column);
        connect(edit, &QLineEdit::textChanged, this, &RecipientsForm::changed);
        return edit;
    };
    Row row{box, line(0, 0), line(0, 1), line(2, 0), line(2, 1), makeButton(tr("Take away"), ButtonKind::Small)};
    grid->addWidget(row.remove, 4, 0, 1, 2, Qt::AlignLeft);
    connect(row.remove, &QPushButton::clicked, this, [this, box] { removeRow(box); });
    m_column->addWidget(box);
    m_rows.push_back(row);
    numberRows();
}

void RecipientsForm::removeRow(QWidget *box)
{
    std::erase_if(m_rows, [box](const Row &row) { return row.box == box; });
    box->hide();
    box->deleteLater();
    numberRows();
    m_rows.front().name->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

// With one recipient a line is called 名前, with several 受取人2の名前.
void RecipientsForm::numberRows()
{
    const bool isAlone = m_rows.size() == 1;
    int number = 0;
    for (const Row &row : m_rows) {
        ++number;
        auto *grid = static_cast<QGridLayout *>(row.box->layout());
        const auto name = [&](QLineEdit *edit, int at, int column, const QString &title) {
            static_cast<TextBlock *>(grid->itemAtPosition(at, column)->widget())->setText(title);
            edit->setAccessibleName(isAlone ? title : tr("Recipient %1: %2").arg(number).arg(title));
        };
        name(row.name, 0, 0, tr("Name"));
        name(row.organisation, 0, 1, tr("Organisation"));
        name(row.mail, 2, 0, tr("Mail address"));
        name(row.telephone, 2, 1, tr("Telephone"));
        row.remove->setAccessibleName(tr("Take recipient %1 away").arg(number));
        row.remove->setVisible(!isAlone);
    }
    m_add->setEnabled(m_rows.size() < mostRows);
}

std::vector<Recipient> RecipientsForm::recipients() const
{
    std::vector<Recipient> recipients;
    for (const Row &row : m_rows) {
        Recipient recipient{row.name->text().simplified(), row.organisation->text().simplified(), row.mail->text().simplified(),
                            row.telephone->text().simplified()};
        if (recipient != Recipient{})
            recipients.push_back(std::move(recipient));
    }
    return recipients;
}

void RecipientsForm::clear()
{
    while (m_rows.size() > 1) {
        m_rows.back().box->hide();
        m_rows.back().box->deleteLater();
        m_rows.pop_back();
    }
    const Row &row = m_rows.front();
    for (QLineEdit *edit : {row.name, row.organisation, row.mail, row.telephone})
        edit->clear();
    numberRows();
}

} // namespace shirushi::send
