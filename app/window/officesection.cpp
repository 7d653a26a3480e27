#include "window/officesection.h"

#include "classify/work.h"
#include "widgets/button.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

OfficeSection::OfficeSection(const Theme &theme, FrontDoor &door, QWidget *parent)
    : QWidget(parent), m_door(door), m_folder(new QLineEdit), m_set(makeButton(tr("Use this folder(&U)"), ButtonKind::Small)),
      m_roster(new TextBlock(theme, TextKind::Body)), m_said(new Notice(theme, NoticeTone::Good, {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new TextBlock(theme, TextKind::Heading, tr("The office's shared folder")));
    m_folder->setAccessibleName(tr("The office's shared folder"));
    m_folder->setPlaceholderText(tr("None"));
    QPushButton *choose = makeButton(tr("Choose a folder(&F)"), ButtonKind::Small);
    column->addWidget(m_folder);
    auto *row = new WrapRow;
    row->addWidget(choose);
    row->addWidget(m_set);
    column->addLayout(row);
    column->addWidget(new TextBlock(theme, TextKind::Small,
                                    tr("Requests and approvals go by it to the other desktops, and a ledger that was put back to "
                                       "an earlier day is found by it. It holds at once."), Ink::Dim));
    column->addSpacing(10);
    column->addWidget(new TextBlock(theme, TextKind::Heading, tr("Roster of the office")));
    column->addWidget(m_roster);
    QPushButton *take = makeButton(tr("Take in a roster …(&R)"), ButtonKind::Small);
    auto *below = new QHBoxLayout;
    below->addWidget(take);
    below->addStretch(1);
    column->addLayout(below);
    column->addWidget(new TextBlock(theme, TextKind::Small,
                                    tr("When an administrator has sent a newer one. It must be signed with this office's root key; "
                                       "an older one is refused."), Ink::Dim));
    column->addSpacing(10);
    column->addWidget(new TextBlock(theme, TextKind::Heading, tr("Key files")));
    QPushButton *along = makeButton(tr("Save my key file …(&K)"), ButtonKind::Small);
    QPushButton *here = makeButton(tr("Let an administrator in …(&L)"), ButtonKind::Small);
    auto *keys = new WrapRow;
    keys->addWidget(along);
    keys->addWidget(here);
    column->addLayout(keys);
    column->addWidget(new TextBlock(theme, TextKind::Small,
                                    tr("Where this computer has joined an office, an administrator brings their key file from their own "
                                       "computer, to accept what was found in the ledger here. It opens nothing without their password."),
                                    Ink::Dim));
    column->addWidget(m_said);
    m_said->hide();
    connect(choose, &QPushButton::clicked, this, &OfficeSection::chooseFolder);
    connect(m_set, &QPushButton::clicked, this, &OfficeSection::setFolder);
    connect(m_folder, &QLineEdit::returnPressed, this, &OfficeSection::setFolder);
    connect(take, &QPushButton::clicked, this, &OfficeSection::importRoster);
    connect(along, &QPushButton::clicked, this, &OfficeSection::takeKeysAlong);
    connect(here, &QPushButton::clicked, this, &OfficeSection::letIn);
}

void OfficeSection::refresh()
{
    m_said->hide();
    m_folder->setText(base::toDisplay(m_door.preferences().sharedFolder));
    m_roster->setText(tr("Number %1").arg(m_door.rosterNumber()));
}

void OfficeSection::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(window(), tr("The office's shared folder"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

void OfficeSection::setFolder()
{
    const base::Path folder = base::toPath(m_folder->text().trimmed());
    carryOut([door = &m_door, folder, said = folder.empty() ? tr("No shared folder is used from now on.")
                                                            : tr("The shared folder is in use.")]() -> base::Result<QString> {
        const auto set = door->setSharedFolder(folder);
        return set ? base::Result<QString>(said) : std::unexpected(set.error());
    });
}

void OfficeSection::importRoster()
{
    const QString file = QFileDialog::getOpenFileName(window(), tr("The roster that an administrator has sent"), {},
                                                      QStringLiteral("JSON (*.json)"));
    if (file.isEmpty())
        return;
    carryOut([door = &m_door, path = base::toPath(file), said = tr("The roster is number %1 now.")]() -> base::Result<QString> {
        const auto number = door->importRoster(path);
        return number ? base::Result<QString>(said.arg(*number)) : std::unexpected(number.error());
    });
}

void OfficeSection::takeKeysAlong()
{
    const QString file = QFileDialog::getSaveFileName(window(), tr("Save my key file"), tr("my key file.json"), QStringLiteral("JSON (*.json)"));
    if (file.isEmpty())
        return;
    carryOut([door = &m_door, path = base::toPath(file), said = tr("The key file is saved. Your password stays with you.")]() -> base::Result<QString> {
        const auto taken = door->takeKeysAlong(path);
        return taken ? base::Result<QString>(said) : std::unexpected(taken.error());
    });
}

void OfficeSection::letIn()
{
    const QString file = QFileDialog::getOpenFileName(window(), tr("An administrator's key file"), {}, QStringLiteral("JSON (*.json)"));
    if (file.isEmpty())
        return;
    carryOut([door = &m_door, path = base::toPath(file), said = tr("%1 can sign in here now, with their own password.")]() -> base::Result<QString> {
        const auto name = door->letIn(path);
        return name ? base::Result<QString>(said.arg(*name)) : std::unexpected(name.error());
    });
}

void OfficeSection::carryOut(std::function<base::Result<QString>()> deed)
{
    if (m_working)
        return;
    m_working = true;
    setEnabled(false);
    classify::inBackground(this, std::move(deed), [this](const base::Result<QString> &said) {
        m_working = false;
        setEnabled(true);
        if (said)
            refresh();
        m_said->setTone(said ? NoticeTone::Good : NoticeTone::Wrong);
        m_said->setText(said ? *said : said.error().message);
        m_said->show();
        m_set->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
        Q_EMIT workEnded();
    });
}

} // namespace shirushi::window
