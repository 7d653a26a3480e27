#include "classify/progressrow.h"

#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::classify {

using namespace widgets;

ProgressRow::ProgressRow(const Theme &theme, const QString &title, const QString &note, QWidget *parent)
    : QWidget(parent), m_title(title), m_doing(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)), m_bar(new QProgressBar)
{
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(title);
    m_bar->setFocusPolicy(Qt::StrongFocus);
    QPushButton *halt = makeButton(tr("Stop(&T)"), ButtonKind::Small);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_bar, 1);
    row->addWidget(halt);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 10, 0, 0);
    lines->addWidget(m_doing);
    lines->addLayout(row);
    lines->addWidget(new TextBlock(theme, TextKind::Small, note, Ink::Dim));
    setFocusProxy(m_bar);
    hide();
    connect(halt, &QPushButton::clicked, this, &ProgressRow::stopWanted);
}

void ProgressRow::follow(const Work &work, const QString &doing)
{
    m_bar->setRange(0, 0);
    m_doing->setText(m_title);
    connect(&work, &Work::moved, this, [this, doing](int done, int total, const QString &what, int) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
        if (!what.isEmpty())
            m_doing->setText(doing.arg(what));
    });
    show();
    m_bar->setFocus(Qt::OtherFocusReason);
}

void ProgressRow::end()
{
    hide();
}

} // namespace shirushi::classify
