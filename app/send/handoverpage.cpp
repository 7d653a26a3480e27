#include "send/handoverpage.h"

#include "classify/work.h"
#include "send/dispatchcard.h"
#include "send/passwordsheet.h"
#include "send/passwordview.h"
#include "send/telephonecard.h"
#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int longestName = 200; // characters

} // namespace

HandoverPage::HandoverPage(const Theme &theme, SendDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Wrong, {})), m_view(new PasswordView(theme)),
      m_hint(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)), m_telephone(new TelephoneCard(theme)), m_again(makeButton(tr("Show it again(&V)"), ButtonKind::Small)),
      m_way(new Choice(theme)), m_to(new QLineEdit), m_notThisWay(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_rule(new Quote(theme)), m_sheet(makeButton(tr("Print(&P)"), ButtonKind::Plain)),
      m_later(makeButton(tr("Tell it later(&L)"), ButtonKind::Plain)), m_tell(makeButton(tr("It has been told(&T)"), ButtonKind::Main)),
      m_notSent(new TextBlock(theme, TextKind::Heading, tr("If the parcel has not gone yet"))), m_dispatch(new DispatchCard(theme, desk)),
      m_hide(new QTimer(this))
{
    addTitle(tr("Tell the password"));
    m_lead = addText(TextKind::Body, {}, Ink::Dim);
    body()->addWidget(m_said);
    m_said->hide();
    body()->addWidget(m_telephone);
    body()->addWidget(m_view);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_hint, 1);
    row->addWidget(m_again);
    body()->addLayout(row);
    addForm();
    body()->addSpacing(10);
    body()->addWidget(m_notSent);
    body()->addWidget(m_dispatch);
    connect(m_dispatch, &DispatchCard::workEnded, this, &HandoverPage::workEnded);
    body()->addStretch(1);
    addToFootLeft(m_sheet);
    addToFootLeft(m_later);
    addToFootRight(m_tell);
    m_hide->setSingleShot(true);
    m_hide->setInterval(usualTime);
    connect(m_hide, &QTimer::timeout, this, &HandoverPage::conceal);
    connect(m_again, &QPushButton::clicked, this, &HandoverPage::load);
    connect(m_sheet, &QPushButton::clicked, this, &HandoverPage::saveSheet);
    connect(m_later, &QPushButton::clicked, this, &HandoverPage::left);
    connect(m_tell, &QPushButton::clicked, this, &HandoverPage::tell);
}

void HandoverPage::addForm()
{
    body()->addWidget(new TextBlock(theme(), TextKind::Heading, tr("When it has been told")));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(4);
    const auto add = [&](int column, const QString &title, QWidget *input) {
        grid->addWidget(new TextBlock(theme(), TextKind::Small, title), 0, column);
        input->setAccessibleName(title);
        grid->addWidget(input, 1, column);
        grid->setColumnStretch(column, 1);
    };
    m_to->setMaxLength(longestName);
    add(0, tr("By which way it was told"), m_way);
    add(1, tr("To whom it was told"), m_to);
    body()->addLayout(grid);
    body()->addWidget(m_notThisWay);
    body()->addWidget(m_rule);
    connect(m_to, &QLineEdit::textChanged, this, &HandoverPage::judge);
    connect(m_way, &QComboBox::currentIndexChanged, this, &HandoverPage::wayChosen);
}

bool HandoverPage::isWorking() const
{
    return m_working || m_dispatch->isWorking();
}

void HandoverPage::setVisibleFor(std::chrono::milliseconds time)
{
    m_hide->setInterval(time);
}

void HandoverPage::begin(const Handover &handover)
{
    clear();
    m_handover = handover;
    m_lead->setText(handover.recipients.join(tr(", ")) + u'\n' + tr("Parcel: %1").arg(handover.parcel));
    m_way->clear();
    for (const Named &way : m_desk.waysBeside(handover.channel))
        m_way->addItem(way.title, way.id);
    m_to->setText(handover.recipients.value(0));
    const std::vector<Named> channels = m_desk.channels();
    const auto own = std::find_if(channels.begin(), channels.end(), [&](const Named &one) { return one.id == handover.channel; });
    m_notThisWay->setText(tr("Not offered is the way by which the parcel goes: %1.").arg(own == channels.end() ? handover.channel : own->title));
    m_rule->setCitation(sending::otherWayRule(*m_desk.rules()).value_or(policy::Citation{}));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_notSent, m_dispatch})
        widget->setVisible(!handover.file.empty());
    m_dispatch->begin({handover.id, handover.file, handover.destination, handover.channel, handover.recipients});
    wayChosen();
    scrollToTop();
    loadNumbers();
    load();
    m_tell->setFocus(Qt::OtherFocusReason);
}

void HandoverPage::loadNumbers()
{
    const int asked = ++m_askedForNumbers;
    m_telephone->setNumbers({}, m_handover.telephones);
    classify::inBackground(this, [desk = &m_desk, id = m_handover.id] { return desk->contactsOf(id); },
                           [this, asked](base::Result<std::vector<BookEntry>> contacts) {
                               if (asked != m_askedForNumbers)
                                   return;
                               if (!contacts) {
                                   say(false, tr("The address book cannot be read"), contacts.error().message);
                                   return;
                               }
                               m_contacts = std::move(*contacts);
                               m_telephone->setNumbers(m_contacts, m_handover.telephones);
                           });
}

// A number is only of use to who calls or writes to it.
void HandoverPage::wayChosen()
{
    const QString way = m_way->currentData().toString();
    m_telephone->setVisible(way == u"telephone" || way == u"sms");
}

QStringList HandoverPage::numbers() const
{
    QStringList numbers;
    for (const BookEntry &entry : m_contacts) {
        if (!entry.contact.telephone.isEmpty() && !entry.contact.altered)
            numbers += entry.contact.telephone;
    }
    return numbers.isEmpty() ? m_handover.telephones : numbers;
}

void HandoverPage::load()
{
    const int asked = ++m_asked;
    classify::inBackground(this, [desk = &m_desk, id = m_handover.id] { return desk->password(id); },
                           [this, asked](base::Result<base::SecretBytes> password) {
                               if (asked != m_asked || !isVisible())
                                   return;
                               if (!password) {
                                   say(false, tr("The password cannot be shown"), password.error().message);
                                   return;
                               }
                               m_view->show(std::move(*password));
                               m_hint->setText(tr("Hidden after 60 seconds, and when you leave this window."));
                               m_again->hide();
                               m_hide->start();
                           });
}

void HandoverPage::conceal()
{
    ++m_asked;
    m_hide->stop();
    m_view->conceal();
    m_hint->setText(tr("The password is hidden."));
    m_again->setVisible(!m_handover.id.isEmpty());
}

void HandoverPage::clear()
{
    m_handover = {};
    ++m_askedForNumbers;
    m_contacts.clear();
    m_telephone->setNumbers({}, {});
    m_dispatch->clear();
    conceal();
    m_said->hide();
    m_lead->setText({});
    m_to->clear();
    m_way->clear();
    judge();
}

void HandoverPage::say(bool isGood, const QString &heading, const QString &text)
{
    m_said->setTone(isGood ? NoticeTone::Good : NoticeTone::Wrong);
    m_said->setText(heading, text);
    m_said->show();
    reveal(m_said);
}

void HandoverPage::judge()
{
    m_tell->setEnabled(!m_working && !m_handover.id.isEmpty() && !m_to->text().trimmed().isEmpty());
    m_sheet->setEnabled(!m_working);
    m_later->setEnabled(!m_working);
    setFootHint(tr("Recording it erases the password here. This cannot be undone."));
}

void HandoverPage::saveSheet()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Save the sheet as PDF"), tr("Password.pdf"), QStringLiteral("PDF (*.pdf)"));
    if (chosen.isEmpty() || m_working)
        return;
    m_working = true;
    judge();
    const SheetWords words{m_handover.parcel, m_handover.recipients + numbers()};
    classify::inBackground(this, [desk = &m_desk, id = m_handover.id, words, file = base::toPath(chosen)]() -> base::Result<void> {
        const auto password = desk->password(id);
        return password ? writeSheet(file, words, *password) : std::unexpected(password.error());
    }, [this](const base::Result<void> &written) {
        if (written)
            say(true, tr("Saved. Print it, and destroy the sheet and the file as soon as the password has been told."), {});
        else
            say(false, tr("The sheet was not saved"), written.error().message);
        finishWork();
    });
}

void HandoverPage::tell()
{
    if (m_working)
        return;
    m_working = true;
    m_said->hide();
    conceal();
    judge();
    classify::inBackground(this, [desk = &m_desk, id = m_handover.id, way = m_way->currentData().toString(), to = m_to->text().simplified()] {
        return desk->delivered(id, way, to);
    }, [this](const base::Result<void> &recorded) {
        if (recorded)
            Q_EMIT told(m_handover.parcel);
        else
            say(false, tr("It was not recorded"), recorded.error().message);
        finishWork();
    });
}

void HandoverPage::finishWork()
{
    m_working = false;
    judge();
    Q_EMIT workEnded();
}

bool HandoverPage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        conceal();
    return Page::event(event);
}

void HandoverPage::hideEvent(QHideEvent *event)
{
    conceal();
    Page::hideEvent(event);
}

void HandoverPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_working)
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::send
