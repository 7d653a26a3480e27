#include "classify/statepage.h"

#include "classify/decision.h"
#include "classify/labelcard.h"
#include "widgets/button.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace shirushi::classify {

using namespace widgets;

StatePage::StatePage(const Theme &theme, QWidget *parent)
    : Page(theme, parent), m_keep(makeButton(tr("Leave it as it is(&B)"), ButtonKind::Plain)),
      m_direct(makeButton(tr("Choose the class directly(&D)"), ButtonKind::Quiet)),
      m_ask(makeButton(tr("Answer the questions(&N)"), ButtonKind::Main))
{
    addToFootLeft(m_keep);
    addToFootLeft(m_direct);
    addToFootRight(m_ask);
    connect(m_keep, &QPushButton::clicked, this, &StatePage::keptAsItIs);
    connect(m_direct, &QPushButton::clicked, this, &StatePage::directWanted);
    connect(m_ask, &QPushButton::clicked, this, &StatePage::questionsWanted);
}

bool StatePage::hasSomethingToSay(const labelling::FileLabel &file)
{
    return file.label || !file.foreign.empty() || file.status == labelling::FileStatus::Unreadable
           || file.malformed;
}

void StatePage::newContent()
{
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    body()->addWidget(m_content, 1);
}

void StatePage::setReading(const base::Path &path)
{
    newContent();
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addWidget(new TextBlock(theme(), TextKind::Small, fileName(path), Ink::Dim));
    column->addWidget(new TextBlock(theme(), TextKind::Title, tr("Looking at the file")));
    column->addStretch(1);
    m_ask->setEnabled(false);
    m_direct->setEnabled(false);
    m_ask->show();
    m_direct->show();
}

void StatePage::setFile(const labelling::FileLabel &file, const LabelDesk &desk)
{
    newContent();
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    const bool readable = file.status != labelling::FileStatus::Unreadable;
    column->addWidget(new TextBlock(theme(), TextKind::Small, fileName(file.path), Ink::Dim));
    if (!readable) {
        column->addWidget(new TextBlock(theme(), TextKind::Title, tr("The file cannot be read")));
        const bool gone = file.problem && file.problem->code == base::ErrorCode::NotFound;
        column->addWidget(new Notice(theme(), NoticeTone::Wrong, file.problem ? file.problem->message : QString(),
                                     gone ? tr("It may have been moved, renamed or deleted.") : tr("Nothing was changed.")));
    } else {
        column->addWidget(new TextBlock(theme(), TextKind::Title,
                                        file.label || file.malformed ? tr("The file has a class already")
                                                                     : tr("The file has a label of another program")));
        if (file.label || !file.foreign.empty())
            column->addWidget(new LabelCard(theme(), file, desk));
        addRemoval(file);
        if (file.malformed)
            column->addWidget(new Notice(theme(), NoticeTone::Caution, tr("The file has a label that cannot be read"),
                                         tr("A new label takes its place.")));
        if (file.label && file.label->policy != desk.rules()->id)
            column->addWidget(new Notice(theme(), NoticeTone::Information, tr("The label is of other rules"),
                                         tr("It is shown as it is and not translated. If you classify the file by "
                                            "the rules in force here, the new label takes its place.")));
        addPublication(file, desk);
    }
    column->addStretch(1);
    m_ask->setVisible(readable);
    m_direct->setVisible(readable);
    m_ask->setEnabled(readable);
    m_direct->setEnabled(readable);
    m_keep->setText(readable ? tr("Leave it as it is(&B)") : tr("To the beginning(&B)"));
    m_keep->setAccessibleName(withoutAccessKey(m_keep->text()));
    scrollToTop();
    (readable ? m_ask : m_keep)->setFocus(Qt::OtherFocusReason);
}

// A label that only the ledger remembers cannot be taken off the file.
void StatePage::addRemoval(const labelling::FileLabel &file)
{
    if ((!file.label && !file.malformed) || file.source == labelling::LabelSource::Ledger)
        return;
    QPushButton *remove = makeButton(tr("Take the label away …(&T)"), ButtonKind::Small);
    connect(remove, &QPushButton::clicked, this, &StatePage::removalWanted);
    static_cast<QVBoxLayout *>(m_content->layout())->addWidget(remove, 0, Qt::AlignLeft);
}

void StatePage::addPublication(const labelling::FileLabel &file, const LabelDesk &desk)
{
    const label::Label *label = labelOf(file, *desk.rules());
    if (!label || !label->publishOn.isValid() || label->publishOn > QDate::currentDate())
        return;
    const policy::Axis &axis = desk.rules()->axes.front();
    const auto now = label->classes.find(axis.id);
    if (now == label->classes.end() || now->second == axis.levels.back().id)
        return;
    auto *notice = new Notice(theme(), NoticeTone::Caution,
                              tr("The day of publication, %1, has come").arg(base::toJapaneseDate(label->publishOn)),
                              tr("If it has been published, the class can be lowered to %1.")
                                  .arg(inWindowLanguage(axis.levels.back().name)));
    QPushButton *lower = makeButton(tr("Lower it(&L)"), ButtonKind::Small);
    connect(lower, &QPushButton::clicked, this, &StatePage::loweringWanted);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 8, 0, 4);
    row->addWidget(lower);
    row->addStretch(1);
    notice->add(box);
    static_cast<QVBoxLayout *>(m_content->layout())->addWidget(notice);
}

void StatePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT aborted();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::classify
