#include "send/fileline.h"

#include "widgets/button.h"
#include "widgets/textblock.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

FileLine::FileLine(const Theme &theme, const QString &title, QChar key, QWidget *parent) : QWidget(parent), m_title(title), m_path(new QLineEdit)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    column->addWidget(new TextBlock(theme, TextKind::Small, title));
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    m_path->setReadOnly(true);
    m_path->setAccessibleName(title);
    QPushButton *choose = makeButton(tr("Choose a file(&%1)").arg(key), ButtonKind::Plain);
    choose->setAccessibleName(tr("Choose: %1").arg(title));
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    column->addLayout(row);
    connect(choose, &QPushButton::clicked, this, &FileLine::choose);
}

base::Path FileLine::path() const
{
    return base::toPath(m_path->text());
}

bool FileLine::isEmpty() const
{
    return m_path->text().isEmpty();
}

void FileLine::setPath(const base::Path &path)
{
    m_path->setText(base::toDisplay(path));
    Q_EMIT changed();
}

void FileLine::choose()
{
    const QString chosen = QFileDialog::getOpenFileName(window(), m_title, m_path->text());
    if (!chosen.isEmpty())
        setPath(base::toPath(chosen));
}

} // namespace shirushi::send
