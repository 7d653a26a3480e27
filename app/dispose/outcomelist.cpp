#include "dispose/outcomelist.h"

#include "vault/linestable.h"

#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int shownOutcomes = 14;

} // namespace

OutcomeList::OutcomeList(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_lines(new vaults::LinesTable(theme, tr("What became of each"), {tr("What"), tr("What became of it")}, shownOutcomes))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_said);
    column->addWidget(m_lines);
}

void OutcomeList::clear()
{
    m_lines->setLines({});
    hide();
}

void OutcomeList::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_said->setTone(tone);
    m_said->setText(heading, text);
    setVisible(true);
}

void OutcomeList::show(const std::vector<Outcome> &outcomes, std::size_t asked, bool isErasure)
{
    std::vector<QStringList> lines;
    std::vector<QStringList> good;
    for (const Outcome &one : outcomes) {
        const QString text = (QStringList{one.text} + one.notices).join(u'\n');
        (one.isGone && one.notices.isEmpty() ? good : lines).push_back({one.name, text});
    }
    lines.insert(lines.end(), good.begin(), good.end());
    const auto done = static_cast<int>(std::ranges::count_if(outcomes, &Outcome::isGone));
    const auto open = static_cast<int>(std::ranges::count_if(outcomes, &Outcome::isOpen));
    const int failed = static_cast<int>(outcomes.size()) - done - open;
    const int left = static_cast<int>(asked) - static_cast<int>(outcomes.size());
    QStringList more;
    if (open > 0)
        more += tr("%n were begun and are not finished. Lock Shirushi and sign in again: it finishes them, records them and says what became of each.", nullptr, open);
    if (failed > 0)
        more += tr("%n could not be disposed of and are there still: why stands below.", nullptr, failed);
    if (left > 0)
        more += tr("It was stopped. %n were not touched and are where they were; you can go on with them below.", nullptr, left);
    if (done > 0)
        more += tr("Each that is gone has its record in the register.");
    const QString heading = done == 0 ? (isErasure ? tr("Nothing was erased") : tr("Nothing was disposed of"))
                            : isErasure ? tr("%n were erased", nullptr, done) : tr("%n were disposed of", nullptr, done);
    say(heading, more.join(u'\n'), open > 0 ? NoticeTone::Wrong : failed > 0 || left > 0 ? NoticeTone::Caution : NoticeTone::Good);
    m_lines->setLines(std::move(lines));
}

} // namespace shirushi::disposals
