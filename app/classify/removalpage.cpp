#include "classify/removalpage.h"

#include "classify/decision.h"
#include "classify/labelcard.h"
#include "classify/meaningcard.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::classify {

using namespace widgets;

namespace {

constexpr int longestReason = 400; // characters, as where a class is lowered

} // namespace

RemovalPage::RemovalPage(const Theme &theme, QWidget *parent)
    : Page(theme, parent), m_main(makeButton(tr("Take the label away(&S)"), ButtonKind::Main))
{
    QPushButton *back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    addToFootLeft(back);
    addToFootRight(m_main);
    connect(back, &QPushButton::clicked, this, &RemovalPage::wentBack);
    connect(m_main, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_reason->text().simplified()); });
}

void RemovalPage::setFile(const labelling::FileLabel &file, const LabelDesk &desk)
{
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    body()->addWidget(m_content, 1);
    column->addWidget(new TextBlock(theme(), TextKind::Small, fileName(file.path), Ink::Dim));
    column->addWidget(new TextBlock(theme(), TextKind::Title, tr("Take the label away")));
    if (file.label)
        column->addWidget(new LabelCard(theme(), file, desk));
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("What happens")));
    column->addWidget(new TextBlock(
        theme(), TextKind::Body,
        asList({tr("The class disappears from the file's properties, from the top of its pages and from its name."),
                tr("What the file says otherwise stays as it is."),
                tr("What was recorded about the file stays in the ledger, and this is recorded with its reason.")})));
    addReasonLine(column);
    column->addStretch(1);
    judge();
    scrollToTop();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void RemovalPage::addReasonLine(QVBoxLayout *column)
{
    auto *notice = new Notice(theme(), NoticeTone::Caution, tr("Nobody can then see how the file is to be handled"),
                              tr("Write the reason. It is recorded in the ledger."));
    m_reason = new QLineEdit;
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason (for example: the file was labelled by mistake)"));
    m_reason->setMaxLength(longestReason);
    connect(m_reason, &QLineEdit::textChanged, this, &RemovalPage::judge);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (m_main->isEnabled())
            m_main->setFocus(Qt::OtherFocusReason); // the deed itself wants a key of its own
    });
    auto *box = new QWidget;
    auto *inner = new QVBoxLayout(box);
    inner->setContentsMargins(0, 8, 0, 6);
    inner->addWidget(m_reason);
    notice->add(box);
    column->addSpacing(6);
    column->addWidget(notice);
}

void RemovalPage::suggestReason(const QString &reason)
{
    if (m_reason && m_reason->text().isEmpty())
        m_reason->setText(reason);
}

void RemovalPage::judge()
{
    m_main->setEnabled(!m_reason->text().trimmed().isEmpty());
}

void RemovalPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT aborted();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::classify
