#include "send/missentpage.h"

#include "classify/work.h"
#include "review/entrywords.h"
#include "send/contactwords.h"
#include "send/formatwords.h"
#include "send/sentmodel.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int longestNote = 1000;

QString joined(const std::vector<policy::Text> &texts)
{
    QStringList words;
    for (const policy::Text &text : texts)
        words += inWindowLanguage(text);
    return words.join(QStringLiteral("・"));
}

} // namespace

MissentPage::MissentPage(const Theme &theme, SendDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})),
      m_erase(makeButton(tr("Erase the password untold(&E)"), ButtonKind::Small)), m_place(new QVBoxLayout), m_callsPlace(new QVBoxLayout),
      m_note(new QLineEdit), m_record(makeButton(tr("Record it(&R)"), ButtonKind::Main))
{
    addTitle(tr("Mis-sent"), tr("Do not tell the password. Record it at once, and then tell those below in their order."));
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 2);
    row->addWidget(m_erase);
    row->addStretch(1);
    m_said->add(box);
    body()->addWidget(m_said);
    m_said->hide();
    body()->addLayout(m_place);
    const QString title = tr("What happened, as far as it is known");
    addText(TextKind::Small, title);
    m_note->setAccessibleName(title);
    m_note->setMaxLength(longestNote);
    body()->addWidget(m_note);
    body()->addSpacing(6);
    addText(TextKind::Heading, tr("Whom to tell, in this order"));
    body()->addLayout(m_callsPlace);
    body()->addStretch(1);
    QPushButton *back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    addToFootLeft(back);
    addToFootRight(m_record);
    connect(back, &QPushButton::clicked, this, &MissentPage::left);
    connect(m_record, &QPushButton::clicked, this, &MissentPage::record);
    connect(m_erase, &QPushButton::clicked, this, &MissentPage::erase);
    connect(m_note, &QLineEdit::textChanged, this, &MissentPage::judge);
}

void MissentPage::begin(const Item &item)
{
    clear();
    m_item = item;
    m_isRecorded = item.record.missentAt.isValid();
    showFacts();
    load();
    judge();
    scrollToTop();
    m_record->setFocus(Qt::OtherFocusReason);
}

void MissentPage::clear()
{
    ++m_asked;
    m_item = {};
    m_isRecorded = false;
    m_isErased = false;
    m_said->hide();
    m_note->clear();
    delete std::exchange(m_facts, nullptr);
    delete std::exchange(m_calls, nullptr);
    judge();
}

void MissentPage::showFacts()
{
    const sending::Record &record = m_item.record;
    m_facts = new QFrame;
    m_facts->setObjectName(QStringLiteral("card"));
    auto *grid = new QGridLayout(m_facts);
    grid->setContentsMargins(16, 10, 16, 12);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &title, QWidget *widget) {
        const int row = grid->rowCount();
        grid->addWidget(new TextBlock(theme(), TextKind::Small, title, Ink::Dim), row, 0, Qt::AlignTop);
        grid->addWidget(widget, row, 1);
    };
    const auto text = [&](const QString &title, const QString &words) { add(title, new TextBlock(theme(), TextKind::Body, words)); };
    text(tr("What"), nameOf(record.parcel) + u'\n' + record.files.join(tr(", ")));
    auto *chips = new ChipRow(theme());
    chips->setChips(chipsOf(*m_desk.rules(), record.classes, ChipSize::Full));
    add(tr("Class"), chips);
    const QStringList recipients = m_item.recipients.isEmpty() ? record.recipients : m_item.recipients;
    text(tr("To whom"), recipients.join(u'\n') + u'\n' + titleIn(m_desk.destinations(), record.destination));
    text(tr("When"), review::shortTime(record.at, QDate::currentDate()));
    const auto format = sending::parcelFormatFor(record.format);
    text(tr("How"), titleIn(m_desk.channels(), record.channel) + u'\n' + (format ? titleOf(*format) : record.format));
    text(tr("By whom"), m_item.by);
    text(tr("Password"), !record.hasPassword          ? tr("There is none")
                         : record.isPending()         ? tr("Not told yet")
                         : record.deliveredBy.isEmpty() ? tr("Erased untold")
                                                        : tr("It has been told. Whoever has it can open the parcel."));
    m_place->addWidget(m_facts);
}

void MissentPage::load()
{
    const int asked = ++m_asked;
    classify::inBackground(this, [desk = &m_desk, id = m_item.record.id] { return desk->calls(id); },
                           [this, asked](const base::Result<std::vector<MissentCall>> &calls) {
                               if (asked != m_asked)
                                   return;
                               if (calls)
                                   showCalls(*calls);
                               else
                                   say(false, tr("Whom to tell cannot be said"), calls.error().message);
                           });
}

void MissentPage::showCalls(const std::vector<MissentCall> &calls)
{
    delete std::exchange(m_calls, nullptr);
    m_calls = new QWidget;
    auto *column = new QVBoxLayout(m_calls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (calls.empty()) {
        column->addWidget(new TextBlock(theme(), TextKind::Body,
                                        tr("The rules do not say whom to tell. Please follow the office's plan for incidents.")));
    }
    int number = 0;
    for (const MissentCall &one : calls) {
        const sending::Call &call = one.call;
        auto *card = new QFrame;
        card->setObjectName(QStringLiteral("card"));
        auto *lines = new QVBoxLayout(card);
        lines->setContentsMargins(16, 10, 16, 12);
        lines->setSpacing(2);
        const QString who = inWindowLanguage(call.who);
        lines->addWidget(new TextBlock(theme(), TextKind::Strong,
                                       tr("%1. %2").arg(++number).arg(call.isMine() ? who : tr("%1 tells %2").arg(joined(call.tellers), who))));
        QStringList details = call.persons;
        for (const QString &telephone : one.telephones)
            details += tr("Telephone %1").arg(telephone);
        if (!call.remark.isEmpty())
            details += inWindowLanguage(call.remark);
        if (!details.isEmpty())
            lines->addWidget(new TextBlock(theme(), TextKind::Body, details.join(QStringLiteral("　"))));
        auto *quote = new Quote(theme());
        lines->addWidget(quote);
        quote->setCitation(call.citation);
        column->addWidget(card);
    }
    m_callsPlace->addWidget(m_calls);
}

void MissentPage::say(bool isGood, const QString &heading, const QString &text)
{
    m_said->setTone(isGood ? NoticeTone::Good : NoticeTone::Wrong);
    m_said->setText(heading, text);
    m_said->show();
    judge();
    reveal(m_said);
}

void MissentPage::judge()
{
    const bool isPending = m_item.record.isPending() && !m_isErased;
    m_erase->setVisible(m_isRecorded && isPending);
    m_erase->setEnabled(!m_working);
    m_record->setEnabled(!m_working && !m_item.record.id.isEmpty() && (!m_isRecorded || !m_note->text().trimmed().isEmpty()));
    setFootHint(m_isRecorded ? tr("It is recorded. You can record it again with another note.") : QString());
}

void MissentPage::record()
{
    if (m_working)
        return;
    m_working = true;
    judge();
    classify::inBackground(this, [desk = &m_desk, id = m_item.record.id, note = m_note->text().simplified()] { return desk->missent(id, note); },
                           [this](const base::Result<void> &recorded) {
                               m_working = false;
                               if (recorded) {
                                   m_isRecorded = true;
                                   m_note->clear();
                                   say(true, tr("Recorded as mis-sent: %1").arg(nameOf(m_item.record.parcel)),
                                       m_item.record.isPending() ? tr("The password has not been told. Do not tell it; it can be erased now.")
                                                                 : tr("Now tell those below, in their order."));
                                   // The button that had the focus is done.
                                   (m_erase->isVisibleTo(this) ? static_cast<QWidget *>(m_erase) : m_note)->setFocus(Qt::OtherFocusReason);
                                   Q_EMIT changed();
                               } else {
                                   say(false, tr("It was not recorded"), recorded.error().message);
                               }
                               Q_EMIT workEnded();
                           });
}

void MissentPage::erase()
{
    if (m_working)
        return;
    m_working = true;
    judge();
    classify::inBackground(this, [desk = &m_desk, id = m_item.record.id] { return desk->forget(id); }, [this](const base::Result<void> &erased) {
        m_working = false;
        m_isErased = erased.has_value();
        if (erased) {
            say(true, tr("The password is erased. Nobody can open the parcel with it any more."), tr("Now tell those below, in their order."));
            m_note->setFocus(Qt::OtherFocusReason);
            Q_EMIT changed();
        } else {
            say(false, tr("It was not erased"), erased.error().message);
        }
        Q_EMIT workEnded();
    });
}

void MissentPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_working)
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::send
