#include "approvals/decisionform.h"

#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::approvals {

using namespace widgets;

namespace {

constexpr int longestComment = 1000; // characters
constexpr int usualDays = 30;        // that an approval holds

// The characters of the line go nowhere else.
std::shared_ptr<base::SecretBytes> taken(QLineEdit *line)
{
    QByteArray bytes = line->text().toUtf8();
    line->clear();
    auto secret = std::make_shared<base::SecretBytes>(
        std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())));
    bytes.fill('\0');
    return secret;
}

} // namespace

DecisionForm::DecisionForm(const Theme &theme, const QString &word, bool sharesDuties,
                           const std::vector<Approver> &approvers, QWidget *parent)
    : QWidget(parent), m_asksWho(!approvers.empty()), m_comment(new QLineEdit),
      m_until(new DateChoice(theme, QDate::currentDate().addDays(usualDays))),
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
    if (m_asksWho) {
        m_who = new Choice(theme);
        for (const Approver &approver : approvers)
            m_who->addItem(tr("%1 (%2)").arg(approver.name, approver.id), approver.id);
        m_password = new QLineEdit;
        m_password->setEchoMode(QLineEdit::Password);
        add(tr("Who approves"), m_who);
        add(tr("Password of who approves"), m_password);
    }
    m_comment->setMaxLength(longestComment);
    add(tr("Comment (may be left empty)"), m_comment);
    if (sharesDuties) {
        m_reason = new QLineEdit;
        m_reason->setMaxLength(longestComment);
        add(tr("Why you decide about your own request"), m_reason);
    }
    m_until->setMinimumDate(QDate::currentDate());
    add(tr("Holds until"), m_until);
    column->addWidget(m_problem);
    m_problem->hide();
    QPushButton *yes = makeButton(tr("Give it: %1(&Y)").arg(word), ButtonKind::Main);
    QPushButton *no = makeButton(tr("Do not give it: %1(&N)").arg(word), ButtonKind::Plain);
    auto *row = new QHBoxLayout;
    row->addWidget(yes);
    row->addWidget(no);
    row->addStretch(1);
    column->addLayout(row);
    connect(yes, &QPushButton::clicked, this, [this] { decide(true); });
    connect(no, &QPushButton::clicked, this, [this] { decide(false); });
}

void DecisionForm::decide(bool approve)
{
    if (m_asksWho && m_password->text().isEmpty()) {
        setProblem(tr("Please enter the password."));
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (approve && m_reason && m_reason->text().trimmed().isEmpty()) {
        setProblem(tr("Please give the reason."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    setProblem({});
    const Words words{m_comment->text().simplified(), m_until->date(), m_reason ? m_reason->text().simplified() : QString()};
    Q_EMIT decided(approve, words, m_asksWho ? m_who->currentData().toString() : QString(),
                   m_asksWho ? taken(m_password) : nullptr);
}

void DecisionForm::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void DecisionForm::takeFocus()
{
    (m_password ? m_password : m_comment)->setFocus(Qt::OtherFocusReason);
}

} // namespace shirushi::approvals
