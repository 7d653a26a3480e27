#include "review/signoffcard.h"

#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/notice.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::review {

using namespace widgets;

namespace {

constexpr int longestNote = 1000; // characters

} // namespace

SignOffCard::SignOffCard(const Theme &theme, ReviewDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_notice(new Notice(theme, NoticeTone::Information, {})), m_form(new QWidget),
      m_note(new QLineEdit), m_sign(makeButton(tr("Sign off as reviewed(&Y)"), ButtonKind::Small)),
      m_leave(makeButton(tr("Do not sign off"), ButtonKind::Small))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 6, 0, 4);
    form->setSpacing(8);
    m_note->setMaxLength(longestNote);
    m_note->setPlaceholderText(tr("What was noticed (may be left empty)"));
    m_note->setAccessibleName(tr("Note of the review"));
    form->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->addWidget(m_sign);
    row->addWidget(m_leave);
    row->addStretch(1);
    form->addLayout(row);
    m_notice->add(m_form);
    hide();
    connect(m_sign, &QPushButton::clicked, this, &SignOffCard::carryOut);
    connect(m_note, &QLineEdit::returnPressed, this, &SignOffCard::carryOut);
    connect(m_leave, &QPushButton::clicked, this, &SignOffCard::close);
}

void SignOffCard::ask(const Filter &filter, const QString &words, const QString &proof)
{
    m_filter = filter;
    m_proof = proof;
    m_note->clear();
    showQuestion(words);
    m_form->show();
    show();
    m_note->setFocus(Qt::OtherFocusReason);
}

void SignOffCard::setWords(const Filter &filter, const QString &words)
{
    if (m_form->isVisibleTo(this) && !m_working && filter == m_filter)
        showQuestion(words);
}

void SignOffCard::showQuestion(const QString &words)
{
    m_notice->setTone(NoticeTone::Information);
    m_notice->setText(tr("It will be recorded that you have reviewed these entries"), words + u'\n' + m_proof);
}

void SignOffCard::close()
{
    if (m_working)
        return;
    hide();
    Q_EMIT closed();
}

void SignOffCard::carryOut()
{
    if (m_working)
        return;
    m_working = true;
    m_form->setEnabled(false);
    classify::inBackground(this, [desk = &m_desk, filter = m_filter, note = m_note->text().simplified()] {
        return desk->signOff(filter, note);
    }, [this](const base::Result<ledger::Entry> &entry) {
        showEnd(entry);
        Q_EMIT workEnded();
    });
}

void SignOffCard::showEnd(const base::Result<ledger::Entry> &entry)
{
    m_working = false;
    m_form->setEnabled(true);
    if (!entry) {
        m_notice->setTone(NoticeTone::Wrong);
        m_notice->setText(tr("The review was not recorded"), entry.error().message);
        m_note->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_form->hide();
    m_notice->setTone(NoticeTone::Good);
    m_notice->setText(tr("Your review is recorded as entry %1").arg(entry->seq));
    Q_EMIT signedOff();
}

void SignOffCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace shirushi::review
