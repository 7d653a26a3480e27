#include "send/sentform.h"

#include "widgets/button.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int longestLine = 300;

} // namespace

SentForm::SentForm(const Theme &theme, const Words &words, QWidget *parent)
    : QFrame(parent), m_deed(makeButton(words.deed, ButtonKind::Small))
{
    setObjectName(QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme, TextKind::Heading, words.heading));
    column->addWidget(new TextBlock(theme, TextKind::Body, words.text));
    if (!words.line.isEmpty()) {
        column->addWidget(new TextBlock(theme, TextKind::Small, words.line));
        m_line = new QLineEdit;
        m_line->setAccessibleName(words.line);
        m_line->setMaxLength(longestLine);
        column->addWidget(m_line);
        connect(m_line, &QLineEdit::returnPressed, m_deed, &QPushButton::click);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    QPushButton *cancel = makeButton(tr("Cancel"), ButtonKind::Small);
    row->addWidget(m_deed);
    row->addWidget(cancel);
    row->addStretch(1);
    column->addLayout(row);
    setFocusProxy(m_line ? static_cast<QWidget *>(m_line) : m_deed);
    connect(m_deed, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_line ? m_line->text().simplified() : QString()); });
    connect(cancel, &QPushButton::clicked, this, &SentForm::cancelled);
}

void SentForm::setBusy(bool busy)
{
    m_busy = busy;
    setEnabled(!busy);
}

void SentForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_busy)
        Q_EMIT cancelled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace shirushi::send
