#include "send/dispatchcard.h"

#include "classify/work.h"
#include "sending/rulewords.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QDesktopServices>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int longestAddress = 320;
constexpr int longestReason = 400;

} // namespace

DispatchCard::DispatchCard(const Theme &theme, SendDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Good, {})), m_mail(new QWidget), m_from(new QLineEdit),
      m_several(new QWidget), m_reason(new QLineEdit), m_rule(new Quote(theme)),
      m_draft(makeButton(tr("Open the draft of a mail(&M)"), ButtonKind::Plain)),
      m_folder(makeButton(tr("Open the parcel's place(&F)"), ButtonKind::Plain))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *lines = new QVBoxLayout(m_mail);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    const auto add = [&](QVBoxLayout *to, const QString &title, QLineEdit *edit, int most) {
        to->addWidget(new TextBlock(theme, TextKind::Small, title));
        edit->setAccessibleName(title);
        edit->setMaxLength(most);
        to->addWidget(edit);
        connect(edit, &QLineEdit::textChanged, this, &DispatchCard::judge);
    };
    add(lines, tr("Your own mail address"), m_from, longestAddress);
    auto *several = new QVBoxLayout(m_several);
    several->setContentsMargins(0, 4, 0, 0);
    several->setSpacing(4);
    add(several, tr("Why the recipients may see each other's addresses (empty: they go into Bcc)"), m_reason, longestReason);
    several->addWidget(m_rule);
    lines->addWidget(m_several);
    column->addWidget(m_mail);
    auto *row = new WrapRow;
    row->addWidget(m_draft);
    row->addWidget(m_folder);
    column->addLayout(row);
    column->addWidget(m_said);
    m_said->hide();
    connect(m_draft, &QPushButton::clicked, this, &DispatchCard::writeDraft);
    connect(m_folder, &QPushButton::clicked, this, &DispatchCard::openFolder);
    connect(m_from, &QLineEdit::returnPressed, m_draft, &QPushButton::click);
    judge();
}

bool DispatchCard::isMail() const
{
    return m_dispatch.channel == u"mail" || m_dispatch.channel == u"lgwan-mail";
}

void DispatchCard::begin(const Dispatch &dispatch)
{
    clear();
    m_dispatch = dispatch;
    m_mail->setVisible(isMail());
    m_draft->setVisible(isMail());
    m_several->setVisible(sending::hidesAddresses({dispatch.recipients, dispatch.destination, dispatch.channel, {}, {}, {}}));
    m_rule->setCitation(sending::citationFor(*m_desk.rules(), u"bcc"));
    judge();
    if (isMail())
        fillIn();
}

// What somebody has begun to type stays.
void DispatchCard::fillIn()
{
    const int asked = ++m_asked;
    classify::inBackground(this, [desk = &m_desk] { return desk->ownAddress(); }, [this, asked](const base::Result<QString> &address) {
        if (asked != m_asked || !address || address->isEmpty() || !m_from->text().isEmpty())
            return;
        m_from->setText(*address);
        if (m_from->hasFocus())
            m_draft->setFocus(Qt::OtherFocusReason);
    });
}

void DispatchCard::hideFolder()
{
    m_folder->hide();
}

void DispatchCard::focusFirst()
{
    (m_draft->isEnabled() ? static_cast<QWidget *>(m_draft) : m_from)->setFocus(Qt::OtherFocusReason);
}

void DispatchCard::clear()
{
    ++m_asked;
    m_dispatch = {};
    m_from->clear();
    m_reason->clear();
    m_said->hide();
    judge();
}

void DispatchCard::judge()
{
    m_draft->setEnabled(!m_dispatch.id.isEmpty() && !m_from->text().trimmed().isEmpty());
    m_folder->setEnabled(!m_dispatch.parcel.empty());
}

void DispatchCard::say(bool isGood, const QString &heading, const QString &text)
{
    m_said->setTone(isGood ? NoticeTone::Good : NoticeTone::Wrong);
    m_said->setText(heading, text);
    m_said->show();
}

void DispatchCard::writeDraft()
{
    if (m_working)
        return;
    m_working = true;
    m_said->hide();
    judge();
    const sending::DraftOrder order{m_dispatch.id, m_from->text().simplified(), {}, {}, m_reason->text().simplified()};
    classify::inBackground(this, [desk = &m_desk, order] {
        base::NoProgress quiet;
        return desk->draft(order, quiet);
    }, [this, id = m_dispatch.id](const base::Result<sending::DraftReport> &draft) {
        m_working = false;
        // The page may have been left for another sending meanwhile, or locked.
        if (draft && id == m_dispatch.id)
            openDraft(*draft);
        else if (draft)
            m_desk.removeDraft(draft->path);
        else if (id == m_dispatch.id)
            say(false, tr("There is no draft"), draft.error().message);
        judge();
        Q_EMIT workEnded();
    });
}

void DispatchCard::openDraft(const sending::DraftReport &draft)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(base::toDisplay(draft.path)))) {
        m_desk.removeDraft(draft.path);
        say(false, tr("No mail program could be opened"), tr("Please write the mail yourself and attach the parcel. Several recipients outside go into Bcc."));
        return;
    }
    QTimer::singleShot(m_life, this, [desk = &m_desk, path = draft.path] { desk->removeDraft(path); });
    say(true, tr("The draft is opened in your mail program"),
        (draft.hidesAddresses ? tr("The recipients stand in Bcc, so that nobody sees the others' addresses.") + u'\n' : QString())
            + tr("Look at recipients and text, and send it there. Shirushi removes its own copy of the draft in two minutes."));
}

void DispatchCard::openFolder()
{
    const base::Path folder = m_dispatch.parcel.parent_path();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(base::toDisplay(folder))))
        say(false, tr("The folder could not be opened"), base::toDisplay(folder));
}

} // namespace shirushi::send
