#include "window/passwordhints.h"

#include "widgets/textblock.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

PasswordHints::PasswordHints(const Theme &theme, QLineEdit *line)
    : m_line(line), m_owner([] { return people::PasswordOwner(); }), m_text(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_strength(new TextBlock(theme, TextKind::Small))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->setSpacing(2);
    layout->addWidget(m_text);
    layout->addWidget(m_strength);
    connect(line, &QLineEdit::textChanged, this, &PasswordHints::look);
}

void PasswordHints::setRules(const policy::PasswordRules &rules, std::function<people::PasswordOwner()> owner)
{
    m_rules = rules;
    m_owner = std::move(owner);
    look();
}

void PasswordHints::look()
{
    QByteArray bytes = m_line->text().normalized(QString::NormalizationForm_C).toUtf8();
    const base::SecretBytes password(
        std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())));
    base::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    const people::PasswordVerdict verdict = people::judgePassword(m_rules, password, m_owner());
    const QStringList broken = verdict.sentences();
    const bool isEmpty = password.isEmpty();
    QStringList lines;
    for (const QString &rule : people::describe(m_rules)) {
        const bool kept = !isEmpty && !broken.contains(rule);
        lines += (kept ? QStringLiteral("✓ ") : QStringLiteral("・")) + rule;
    }
    m_text->setText(lines.join(u'\n'));
    m_strength->setText(isEmpty ? QString() : tr("Strength: %1").arg(people::wordFor(verdict.strength)));
    m_strength->setInk(verdict.strength >= people::PasswordStrength::Good ? Ink::Green
                       : verdict.isAllowed()                              ? Ink::Amber
                                                                          : Ink::Red);
    m_strength->setVisible(!isEmpty);
    m_allowed = verdict.isAllowed();
    m_problem = broken.value(0);
}

} // namespace shirushi::window
