#include "approvals/requestcard.h"

#include "base/clock.h"
#include "classify/labelcard.h"
#include "widgets/chip.h"
#include "widgets/language.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QFrame>
#include <QLocale>
#include <QVBoxLayout>

namespace shirushi::approvals {

using namespace widgets;

namespace {

constexpr std::size_t mostShown = 50; // files

} // namespace

QString dayText(QDate day)
{
    return windowLanguage() == QStringLiteral("ja") ? base::toJapaneseDate(day) : QLocale().toString(day);
}

RequestCard::RequestCard(const Theme &theme, const Item &item, const ApprovalDesk &desk, QWidget *parent)
    : TwoColumns(320, 800, parent), m_theme(theme)
{
    left()->setSpacing(4);
    left()->addWidget(new TextBlock(theme, TextKind::Title, item.action));
    left()->addWidget(new TextBlock(theme, TextKind::Small,
                                    tr("Asked by %1 on %2").arg(item.asker, classify::localTime(item.at)), Ink::Dim));
    left()->addSpacing(6);
    say(left(), tr("What for"), item.purpose);
    for (const QString &detail : item.details)
        left()->addWidget(new TextBlock(theme, TextKind::Body, detail));
    if (item.from.isValid() || item.until.isValid()) {
        say(left(), tr("When"), tr("%1 to %2").arg(item.from.isValid() ? dayText(item.from) : QString(),
                                                   item.until.isValid() ? dayText(item.until) : QString()));
    }
    addFiles(item, desk);
    left()->addStretch(1);
    addNeeds(item);
    addGiven(item);
    right()->addStretch(1);
}

void RequestCard::say(QVBoxLayout *column, const QString &title, const QString &text)
{
    if (text.isEmpty())
        return;
    column->addWidget(new TextBlock(m_theme, TextKind::Small, title, Ink::Dim));
    column->addWidget(new TextBlock(m_theme, TextKind::Body, text));
}

void RequestCard::addFiles(const Item &item, const ApprovalDesk &desk)
{
    left()->addSpacing(6);
    left()->addWidget(new TextBlock(m_theme, TextKind::Heading,
                                    tr("%n files", nullptr, static_cast<int>(item.files.size()))));
    for (std::size_t i = 0; i < item.files.size() && i < mostShown; ++i) {
        const File &file = item.files[i];
        left()->addWidget(new TextBlock(m_theme, TextKind::Body, file.name));
        const auto pack = desk.rulesOf(file.policy);
        auto *chips = new ChipRow(m_theme);
        chips->setChips(pack ? chipsOf(*pack, file.classes, ChipSize::Full) : chipsOf(file.classes));
        left()->addWidget(chips);
    }
    if (item.files.size() > mostShown)
        left()->addWidget(new TextBlock(m_theme, TextKind::Small,
                                        tr("and %n more", nullptr, static_cast<int>(item.files.size() - mostShown))));
}

void RequestCard::addNeeds(const Item &item)
{
    for (const Need &need : item.needs) {
        auto *card = new QFrame;
        card->setObjectName(QStringLiteral("card"));
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(16, 12, 16, 12);
        column->addWidget(new TextBlock(m_theme, TextKind::Heading, tr("%1 by %2").arg(need.word, need.role)));
        column->addWidget(new TextBlock(m_theme, TextKind::Small, need.isOpen ? tr("Still to be given") : tr("Given"),
                                        need.isOpen ? Ink::Amber : Ink::Green));
        auto *quote = new Quote(m_theme);
        column->addWidget(quote);
        quote->setCitation(need.citation);
        right()->addWidget(card);
    }
}

void RequestCard::addGiven(const Item &item)
{
    for (const Given &given : item.given) {
        QString text = tr("%1, %2").arg(given.by, classify::localTime(given.at));
        if (!given.deputyFor.isEmpty())
            text += u'\n' + tr("In place of %1").arg(given.deputyFor);
        if (given.onPaper)
            text += u'\n' + tr("By a decision on paper");
        if (given.sharedDuties)
            text += u'\n' + tr("Asked for and approved by one person");
        if (!given.comment.isEmpty())
            text += u'\n' + given.comment;
        say(right(), given.role, text);
    }
    if (!item.endedBy.isEmpty())
        say(right(), item.stateText, tr("%1: %2").arg(item.endedBy, item.endComment));
    if (item.validUntil.isValid())
        say(right(), tr("Holds until"), dayText(item.validUntil.toLocalTime().date()));
}

} // namespace shirushi::approvals
