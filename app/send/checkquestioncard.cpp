#include "send/checkquestioncard.h"

#include "widgets/chip.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/textblock.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr qsizetype mostNames = 3;

QString namesText(const QStringList &files)
{
    if (files.isEmpty())
        return CheckQuestionCard::tr("No file: the class was chosen");
    QString text = files.mid(0, mostNames).join(QLatin1Char('\n'));
    if (files.size() > mostNames)
        text += QLatin1Char('\n') + CheckQuestionCard::tr("and %n more", nullptr, static_cast<int>(files.size() - mostNames));
    return text;
}

} // namespace

CheckQuestionCard::CheckQuestionCard(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_files(new TextBlock(theme, TextKind::Body)), m_chips(new ChipRow(theme)),
      m_highest(new TextBlock(theme, TextKind::Small, tr("The highest class of the files decides."), Ink::Dim)),
      m_cautions(new TextBlock(theme, TextKind::Small, {}, Ink::Amber)), m_rules(new TextBlock(theme, TextKind::Small, {}, Ink::Dim))
{
    setObjectName(QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 16);
    column->setSpacing(6);
    column->addWidget(new TextBlock(theme, TextKind::Heading, tr("What is sent")));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_files, m_chips, m_highest, m_cautions})
        column->addWidget(widget);
    m_destination = addChoice(column, tr("To whom"), destinationOffers());
    m_channel = addChoice(column, tr("How"), channelOffers());
    m_role = addChoice(column, tr("Your role"), {});
    column->addWidget(m_rules);
    const auto chosen = [this](QComboBox *box, void (CheckQuestionCard::*signal)(const QString &)) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, box, signal] { Q_EMIT(this->*signal)(box->currentData().toString()); });
    };
    chosen(m_destination, &CheckQuestionCard::destinationChosen);
    chosen(m_channel, &CheckQuestionCard::channelChosen);
    chosen(m_role, &CheckQuestionCard::roleChosen);
}

QComboBox *CheckQuestionCard::addChoice(QVBoxLayout *column, const QString &title, const std::vector<Offer> &offers)
{
    auto *box = new Choice(m_theme);
    for (const Offer &offer : offers)
        box->addItem(offer.text, offer.id);
    auto *heading = new TextBlock(m_theme, TextKind::Heading, title);
    heading->setBuddy(box);
    box->setAccessibleName(title);
    box->setMinimumWidth(60);
    column->addSpacing(6);
    column->addWidget(heading);
    column->addWidget(box);
    return box;
}

void CheckQuestionCard::choose(QComboBox *box, const QString &id)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(box->findData(id));
}

void CheckQuestionCard::setQuestion(const CheckQuestion &question)
{
    m_files->setText(namesText(question.files));
    m_chips->setChips(chipsOf(*question.pack, question.classes, ChipSize::Full));
    m_highest->setVisible(question.files.size() > 1);
    m_cautions->setText(question.cautions.join(QLatin1Char('\n')));
    m_cautions->setVisible(!question.cautions.isEmpty());
    choose(m_destination, question.destination);
    choose(m_channel, question.channel);
    if (std::exchange(m_policy, question.pack->id) != question.pack->id) {
        const QSignalBlocker quiet(m_role);
        m_role->clear();
        for (const Offer &offer : roleOffers(*question.pack))
            m_role->addItem(offer.text, offer.id);
    }
    if (m_role->findData(question.role) < 0) {
        const QSignalBlocker quiet(m_role);
        const policy::Role *role = question.pack->role(question.role);
        m_role->addItem(role ? inWindowLanguage(role->title) : question.role, question.role);
    }
    choose(m_role, question.role);
    m_role->setEnabled(!question.fixed);
    m_rules->setText(tr("Rules: %1").arg(inWindowLanguage(question.pack->title)));
}

} // namespace shirushi::send
