#include "classify/meaningcard.h"

#include "classify/decision.h"
#include "widgets/language.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QVBoxLayout>

namespace shirushi::classify {

using namespace widgets;

namespace {

QString stepTitle(const policy::Pack &pack, const QString &axisId)
{
    const policy::Axis *axis = pack.axis(axisId);
    return axis ? inWindowLanguage(axis->title) : axisId;
}

} // namespace

QString asList(const QStringList &items)
{
    QStringList lines;
    for (const QString &item : items)
        lines.append(QStringLiteral("・") + item);
    return lines.join(QLatin1Char('\n'));
}

MeaningCard::MeaningCard(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_soFar(new ChipRow(theme)),
      m_heading(new TextBlock(theme, TextKind::Heading)), m_sentence(new TextBlock(theme, TextKind::Small)),
      m_levels(new ChipRow(theme)), m_criterion(new Quote(theme)),
      m_observe(new TextBlock(theme, TextKind::Heading, tr("To be observed"))),
      m_restrictions(new TextBlock(theme, TextKind::Small)),
      m_note(new TextBlock(theme, TextKind::Small, {}, Ink::Dim))
{
    setObjectName(QStringLiteral("card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 16);
    layout->setSpacing(8);
    layout->addWidget(new TextBlock(theme, TextKind::Heading, tr("The class so far")));
    layout->addWidget(m_soFar);
    layout->addSpacing(6);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_heading, m_sentence, m_levels, m_criterion, m_observe,
                                                            m_restrictions, m_note})
        layout->addWidget(widget);
}

void MeaningCard::setSoFar(const policy::Pack &pack, const policy::Classes &classes)
{
    m_soFar->setChips(chipsOf(pack, classes, ChipSize::Full));
}

void MeaningCard::setMeaning(const policy::Pack &pack, const QString &axis, const QString &answer,
                             const policy::Outcome &outcome)
{
    m_heading->setText(tr("If you choose “%1”").arg(answer));
    m_heading->show();
    QString sentence;
    if (outcome.refer)
        sentence = tr("%1 is asked. Until the answer comes, the file is handled like this:")
                       .arg(roleText(pack, pack.questionsTo));
    else if (outcome.inherit)
        sentence = tr("The class of the source is taken over.");
    else if (outcome.begin)
        sentence = tr("Some questions follow.");
    else if (!outcome.next.isEmpty())
        sentence = tr("One more question about this follows.");
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    policy::Classes levels = outcome.levels;
    if (!outcome.level.isEmpty())
        levels[axis] = outcome.level;
    showLevels(pack, levels);
}

void MeaningCard::setLevel(const policy::Pack &pack, const QString &heading, const QString &axis,
                           const QString &level)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_sentence->hide();
    showLevels(pack, {{axis, level}});
}

void MeaningCard::showLevels(const policy::Pack &pack, const policy::Classes &levels)
{
    Chips chips;
    for (const policy::Axis &axis : pack.axes) {
        const auto found = levels.find(axis.id);
        const policy::Level *level = found == levels.end() ? nullptr : axis.level(found->second);
        if (level)
            chips.append({stepTitle(pack, axis.id), level->shortName, level->tone});
    }
    m_levels->setChips(chips);
    m_levels->setVisible(!chips.isEmpty());

    const policy::Axis *axis = levels.size() == 1 ? pack.axis(levels.begin()->first) : nullptr;
    const policy::Level *level = axis ? axis->level(levels.begin()->second) : nullptr;
    m_criterion->setCitation(level ? level->criterion : policy::Citation{});
    m_note->setText(level ? inWindowLanguage(level->note) : QString());
    m_note->setVisible(level && !level->note.isEmpty());

    QStringList restrictions;
    for (const policy::Restriction &restriction : policy::restrictionsFor(pack, levels))
        restrictions.append(inWindowLanguage(restriction.text));
    m_restrictions->setText(asList(restrictions));
    m_restrictions->setVisible(!restrictions.isEmpty());
    m_observe->setVisible(!restrictions.isEmpty());
}

} // namespace shirushi::classify
