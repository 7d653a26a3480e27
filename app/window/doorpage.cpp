#include "window/doorpage.h"

#include "widgets/button.h"
#include "widgets/icons.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>

namespace shirushi::window {

using namespace widgets;

Field::Field(const Theme &theme, const QString &title, QWidget *input, const QString &note)
    : m_input(input), m_wrong(new TextBlock(theme, TextKind::Small, {}, Ink::Red)),
      m_note(new TextBlock(theme, TextKind::Small, note, Ink::Dim))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->setSpacing(6);
    auto *heading = new TextBlock(theme, TextKind::Heading, title);
    heading->setBuddy(input);
    layout->addWidget(heading);
    layout->addWidget(m_note);
    layout->addWidget(input);
    layout->addWidget(m_wrong);
    input->setAccessibleName(title);
    input->setAccessibleDescription(note);
    m_note->setVisible(!note.isEmpty());
    m_wrong->hide();
}

void Field::setWrong(const QString &sentence)
{
    m_wrong->setText(sentence);
    m_wrong->setVisible(!sentence.isEmpty());
    m_input->setProperty("wrong", !sentence.isEmpty());
    m_input->setAccessibleDescription(sentence.isEmpty() ? m_note->text() : sentence);
    m_input->style()->unpolish(m_input);
    m_input->style()->polish(m_input);
}

DoorPage::DoorPage(const Theme &theme, const QString &title, const QString &lead, const QString &action)
    : m_theme(theme), m_problem(new Notice(theme, NoticeTone::Wrong, {})),
      m_action(makeButton(action, ButtonKind::Main)), m_actionText(action), m_fields(new QWidget)
{
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("doorBody"));
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(24, 8, 24, 8);
    auto *middle = new QWidget;
    middle->setMaximumWidth(640);
    middle->setMinimumWidth(300);
    row->addStretch(1);
    row->addWidget(middle, 8);
    row->addStretch(1);
    auto *outer = new QVBoxLayout(middle);
    outer->setContentsMargins(8, 0, 8, 0);
    outer->setSpacing(10);
    outer->addStretch(1);
    auto *name = new TextBlock(theme, TextKind::Lead, tr("Shirushi"), Ink::Action);
    outer->addWidget(name);
    outer->addWidget(new TextBlock(theme, TextKind::Title, title));
    if (!lead.isEmpty())
        outer->addWidget(new TextBlock(theme, TextKind::Body, lead, Ink::Dim));
    outer->addSpacing(10);
    m_column = new QVBoxLayout(m_fields);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    outer->addWidget(m_fields);
    outer->addWidget(m_problem);
    m_foot = new QHBoxLayout;
    m_foot->setContentsMargins(0, 6, 0, 6);
    m_foot->addStretch(1);
    m_foot->addWidget(m_action);
    outer->addLayout(m_foot);
    m_below = new QVBoxLayout;
    outer->addLayout(m_below);
    outer->addStretch(2);
    m_problem->hide();
    m_action->setDefault(true);

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

QLineEdit *DoorPage::addLine(const QString &title, const QString &note, Field **field)
{
    auto *line = new QLineEdit;
    line->setMaxLength(200);
    *field = new Field(m_theme, title, line, note);
    m_column->addWidget(*field);
    connect(line, &QLineEdit::returnPressed, this, [this] { m_action->click(); });
    connect(line, &QLineEdit::textEdited, *field, [field = *field] { field->setWrong({}); });
    return line;
}

QLineEdit *DoorPage::addPassword(const QString &title, const QString &note, Field **field)
{
    QLineEdit *line = addLine(title, note, field);
    line->setEchoMode(QLineEdit::Password);
    line->setMaxLength(1000);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    return line;
}

QPushButton *DoorPage::addOther(const QString &text)
{
    QPushButton *button = makeButton(text, ButtonKind::Quiet);
    m_foot->insertWidget(0, button);
    connect(button, &QPushButton::clicked, this, &DoorPage::otherWanted);
    return button;
}

void DoorPage::addBack()
{
    addOther(tr("Back(&B)"));
}

void DoorPage::addBelow(QWidget *widget)
{
    if (m_below->isEmpty())
        m_below->setContentsMargins(0, 24, 0, 0);
    m_below->addWidget(widget, 0, Qt::AlignLeft);
}

void DoorPage::pair(QWidget *one, QWidget *other)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    for (QWidget *field : {one, other}) {
        m_column->removeWidget(field);
        row->addWidget(field, 1, Qt::AlignTop);
    }
    m_column->addLayout(row);
}

void DoorPage::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void DoorPage::setActionText(const QString &text)
{
    m_action->setText(text.isEmpty() ? m_actionText : text);
}

void DoorPage::setBusy(bool busy, const QString &what)
{
    m_fields->setEnabled(!busy);
    m_action->setEnabled(!busy);
    m_action->setText(busy ? what : m_actionText);
}

base::SecretBytes takePassword(QLineEdit *line)
{
    // One spelling of a password, whichever keyboard or input method it was typed with.
    QByteArray bytes = line->text().normalized(QString::NormalizationForm_C).toUtf8();
    line->clear();
    base::SecretBytes password(std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                         static_cast<std::size_t>(bytes.size())));
    base::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return password;
}

} // namespace shirushi::window
