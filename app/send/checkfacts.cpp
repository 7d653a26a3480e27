#include "send/checkfacts.h"

#include "widgets/checkline.h"
#include "widgets/language.h"
#include "widgets/textblock.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::send {

using namespace widgets;

CheckFacts::CheckFacts(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(new TextBlock(theme, TextKind::Heading, tr("What may change the answer")));
    layout->addWidget(new TextBlock(theme, TextKind::Small, tr("Tick what is so. The answer follows at once."), Ink::Dim));
    m_column->setSpacing(2);
    layout->addLayout(m_column);
}

CheckLine *CheckFacts::lineOf(const policy::Fact &fact)
{
    const auto known = std::find_if(m_lines.begin(), m_lines.end(), [&](const auto &line) { return line.first == fact.id; });
    const QString &text = inWindowLanguage(fact.title);
    if (known != m_lines.end() && known->second->text() == text)
        return known->second;
    auto *line = new CheckLine(m_theme, text);
    connect(line, &QAbstractButton::toggled, this, [this, id = fact.id](bool on) { Q_EMIT stated(id, on); });
    return line;
}

void CheckFacts::setFacts(const std::vector<policy::Fact> &facts, const QStringList &given)
{
    std::vector<std::pair<QString, CheckLine *>> lines;
    for (const policy::Fact &fact : facts) {
        CheckLine *line = lineOf(fact);
        const QSignalBlocker quiet(line);
        line->setChecked(given.contains(fact.id));
        lines.emplace_back(fact.id, line);
    }
    for (const auto &[id, line] : m_lines) {
        if (std::find_if(lines.begin(), lines.end(), [known = line](const auto &one) { return one.second == known; }) == lines.end()) {
            line->hide();
            line->deleteLater();
        }
    }
    QWidget *before = nullptr;
    for (const auto &[id, line] : lines) {
        m_column->removeWidget(line);
        m_column->addWidget(line);
        if (before)
            setTabOrder(before, line);
        before = line;
        line->show();
    }
    m_lines = std::move(lines);
    setVisible(!m_lines.empty());
}

} // namespace shirushi::send
