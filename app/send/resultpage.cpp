#include "send/resultpage.h"

#include "send/dispatchcard.h"
#include "send/folder.h"
#include "send/formatwords.h"
#include "widgets/button.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;

ResultPage::ResultPage(const Theme &theme, SendDesk &desk, QWidget *parent)
    : Page(theme, parent), m_dispatch(new DispatchCard(theme, desk, this)), m_list(makeButton(tr("Tell the password later(&L)"), ButtonKind::Plain)),
      m_next(makeButton(tr("Send something else(&N)"), ButtonKind::Plain)), m_tell(makeButton(tr("Tell the password(&P)"), ButtonKind::Main))
{
    addTitle(tr("The parcel is made"));
    addToFootLeft(m_next);
    addToFootLeft(m_list);
    addToFootRight(m_tell);
    m_dispatch->hide();
    m_dispatch->hideFolder(); // it stands above
    connect(m_dispatch, &DispatchCard::workEnded, this, &ResultPage::workEnded);
    connect(m_list, &QPushButton::clicked, this, &ResultPage::listWanted);
    connect(m_next, &QPushButton::clicked, this, &ResultPage::nextWanted);
    connect(m_tell, &QPushButton::clicked, this, &ResultPage::tellWanted);
}

void ResultPage::setMade(const Made &made, const QString &channel, const QString &recipients, int files)
{
    clear();
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    body()->addWidget(m_content, 1);
    auto *good = new Notice(theme(), made.isPlain ? NoticeTone::Caution : NoticeTone::Good, base::toDisplay(made.parcel.path.filename()),
                            made.isPlain ? tr("The folder is not encrypted: whoever gets hold of it can read everything. Delete it when it has gone.")
                                         : tr("It was opened by the very steps that the recipient takes, and everything in it is the same as the "
                                              "originals."));
    good->add(folderRow(made.parcel.path));
    column->addWidget(good);
    column->addWidget(new TextBlock(theme(), TextKind::Body,
                                    tr("%1, %2. %n files are in it, with their labels.", nullptr, files)
                                        .arg(made.isPlain ? tr("Without encryption") : titleOf(made.parcel.format), sizeText(made.parcel.size))));
    if (!made.notices.isEmpty())
        column->addWidget(new Notice(theme(), NoticeTone::Information, tr("What did not go along"), made.notices.join(u'\n')));
    if (!made.parcel.showing.isEmpty() && !made.isPlain) {
        column->addWidget(new Notice(theme(), NoticeTone::Information, tr("These names show without the password"),
                                     made.parcel.showing.join(u'\n')));
    }
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Now")));
    column->addWidget(new TextBlock(theme(), TextKind::Body, tr("1. Send the parcel: %1, to %2.").arg(channel, recipients)));
    column->addWidget(m_dispatch);
    if (made.hasPassword)
        column->addWidget(new TextBlock(theme(), TextKind::Body, tr("2. Tell the password by another way. Shirushi keeps it until then.")));
    addTodo(made);
    column->addStretch(1);
    m_list->setVisible(made.hasPassword);
    m_tell->setVisible(made.hasPassword);
    scrollToTop();
    (made.hasPassword ? m_tell : m_next)->setFocus(Qt::OtherFocusReason);
}

// What the rules want and no program can do.
void ResultPage::addTodo(const Made &made)
{
    static const QStringList done{QStringLiteral("encryption"), QStringLiteral("sanitise"), QStringLiteral("password"), QStringLiteral("record"),
                                  QStringLiteral("approval"), QStringLiteral("other-channel"), QStringLiteral("approved-method")};
    QStringList lines;
    for (const auto *obligations : {&made.answer.verdict.obligations, &made.answer.verdict.reminders}) {
        for (const policy::Obligation &obligation : *obligations) {
            if (!done.contains(obligation.id))
                lines += QStringLiteral("・") + inWindowLanguage(obligation.text);
        }
    }
    if (lines.isEmpty())
        return;
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Please see to this yourself")));
    for (const QString &line : lines)
        column->addWidget(new TextBlock(theme(), TextKind::Body, line));
}

void ResultPage::setDispatch(const Dispatch &dispatch)
{
    const bool isMail = dispatch.channel == u"mail" || dispatch.channel == u"lgwan-mail";
    m_dispatch->setVisible(isMail);
    m_dispatch->begin(dispatch);
    if (isMail)
        m_dispatch->focusFirst(); // the password comes second
}

bool ResultPage::isWorking() const
{
    return m_dispatch->isWorking();
}

void ResultPage::clear()
{
    m_dispatch->clear();
    m_dispatch->hide();
    m_dispatch->setParent(this);
    delete m_content;
    m_content = nullptr;
}

} // namespace shirushi::send
