#include "classify/labelcard.h"

#include "classify/meaningcard.h"
#include "widgets/chip.h"
#include "widgets/language.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QLocale>

namespace shirushi::classify {

using namespace widgets;

QString localTime(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const QString date = windowLanguage() == QStringLiteral("ja") ? base::toJapaneseDate(local.date())
                                                                  : QLocale().toString(local.date());
    return date + QLatin1Char(' ') + local.toString(QStringLiteral("HH:mm"));
}

LabelCard::LabelCard(const Theme &theme, const labelling::FileLabel &file, const LabelDesk &desk, QWidget *parent)
    : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("card"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 14, 18, 14);
    row->setSpacing(28);
    if (file.label) {
        auto *own = new QVBoxLayout;
        addOwn(own, file, desk);
        row->addLayout(own, 1);
    }
    for (const label::ForeignLabel &foreign : file.foreign) {
        auto *other = new QVBoxLayout;
        addForeign(other, foreign);
        row->addLayout(other, 1);
    }
}

void LabelCard::addOwn(QVBoxLayout *column, const labelling::FileLabel &file, const LabelDesk &desk)
{
    const label::Label &label = *file.label;
    const auto pack = desk.rulesOf(label.policy);
    column->setSpacing(8);
    column->addWidget(new TextBlock(m_theme, TextKind::Heading,
                                    pack ? inWindowLanguage(pack->shortTitle) : tr("Other rules (%1)").arg(label.policy)));
    auto *chips = new ChipRow(m_theme);
    chips->setChips(pack ? chipsOf(*pack, label.classes, ChipSize::Full) : chipsOf(label.classes));
    column->addWidget(chips);
    column->addWidget(new TextBlock(m_theme, TextKind::Small,
                                    tr("%1, by %2").arg(localTime(label.labelledAt), label.labelledBy), Ink::Dim));
    if (!label.restrictions.isEmpty())
        column->addWidget(new TextBlock(m_theme, TextKind::Small, asList(label.restrictions)));
    if (file.signature == label::SignatureState::Invalid)
        column->addWidget(new TextBlock(m_theme, TextKind::Small,
                                        tr("The label was changed after it was signed. Do not rely on it."), Ink::Red));
    if (file.signature == label::SignatureState::UnknownSigner)
        column->addWidget(new TextBlock(m_theme, TextKind::Small, tr("Signed by somebody who is not known here."),
                                        Ink::Dim));
    if (file.content == labelling::ContentState::Changed)
        column->addWidget(new TextBlock(m_theme, TextKind::Small,
                                        tr("The content was edited after the label was given."), Ink::Amber));
    if (label.publishOn.isValid())
        column->addWidget(new TextBlock(m_theme, TextKind::Small,
                                        tr("To be published on %1").arg(base::toJapaneseDate(label.publishOn)), Ink::Dim));
    column->addStretch(1);
}

void LabelCard::addForeign(QVBoxLayout *column, const label::ForeignLabel &foreign)
{
    column->setSpacing(8);
    column->addWidget(new TextBlock(m_theme, TextKind::Heading, foreign.program));
    column->addWidget(new TextBlock(m_theme, TextKind::Body, foreign.name));
    column->addWidget(new TextBlock(m_theme, TextKind::Small,
                                    tr("A label of another program. Shirushi leaves it as it is."), Ink::Dim));
    column->addStretch(1);
}

} // namespace shirushi::classify
