#include "send/unpackpage.h"

#include "classify/droparea.h"
#include "classify/progressrow.h"
#include "classify/work.h"
#include "send/formatwords.h"
#include "send/unpacking.h"
#include "sending/parcelpassword.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

#include <utility>

namespace shirushi::send {

using namespace widgets;
using sending::ParcelNeed;

namespace {

// A line with a file or folder that is chosen by the button beside it.
QLineEdit *addChosen(QVBoxLayout *column, const Theme &theme, const QString &title, QPushButton *button)
{
    auto *line = new QLineEdit;
    line->setReadOnly(true);
    line->setAccessibleName(title);
    column->addWidget(new TextBlock(theme, TextKind::Small, title));
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(line, 1);
    row->addWidget(button);
    column->addLayout(row);
    return line;
}

// An age file for keys opens with the one that Shirushi has.
bool wantsKeyFiles(const sending::ParcelKind &kind)
{
    return kind.need == ParcelNeed::Keys && kind.format == sending::ParcelFormat::Cms;
}

} // namespace

UnpackPage::UnpackPage(const Theme &theme, SendDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_area(new classify::DropArea(theme, false)), m_problem(new Notice(theme, NoticeTone::Wrong, {})),
      m_what(new Notice(theme, NoticeTone::Information, {})), m_form(new QWidget), m_passwordBox(new QWidget), m_password(new QLineEdit),
      m_reads(new CheckLine(theme, tr("Show what is typed"))),
      m_keyBox(new QWidget), m_progress(new classify::ProgressRow(theme, tr("Opening the parcel"), tr("If you stop, no file is left behind."))),
      m_other(makeButton(tr("Another parcel(&B)"), ButtonKind::Plain)), m_open(makeButton(tr("Open it(&S)"), ButtonKind::Main))
{
    setAcceptDrops(true);
    addTitle(tr("Receive"), tr("Put a parcel here that somebody sent you: a ZIP, PDF, age or CMS file, or a page that opens itself."));
    body()->addWidget(m_problem);
    body()->addWidget(m_area);
    body()->addWidget(m_what);
    body()->addWidget(m_form);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    addPassword(column);
    addKeys(column);
    addPlace(column);
    body()->addWidget(m_progress);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &UnpackPage::stop);
    body()->addStretch(1);
    addToFootLeft(m_other);
    addToFootRight(m_open);
    setFocusProxy(m_area);
    connect(m_area, &classify::DropArea::filesWanted, this, &UnpackPage::chooseParcel);
    connect(m_other, &QPushButton::clicked, this, [this] {
        clear();
        m_area->setFocus(Qt::OtherFocusReason);
    });
    connect(m_open, &QPushButton::clicked, this, &UnpackPage::begin);
    clear();
}

void UnpackPage::addPassword(QVBoxLayout *column)
{
    auto *lines = new QVBoxLayout(m_passwordBox);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    lines->addWidget(new TextBlock(theme(), TextKind::Small, tr("Password")));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    lines->addWidget(m_password);
    lines->addWidget(new TextBlock(theme(), TextKind::Small, tr("Hyphens and capital letters of a password of Shirushi do not matter."), Ink::Dim));
    lines->addWidget(m_reads);
    column->addWidget(m_passwordBox);
    connect(m_reads, &QAbstractButton::toggled, this, [this](bool on) { m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_password, &QLineEdit::textChanged, this, &UnpackPage::showState);
    connect(m_password, &QLineEdit::returnPressed, this, &UnpackPage::begin);
}

void UnpackPage::addKeys(QVBoxLayout *column)
{
    auto *lines = new QVBoxLayout(m_keyBox);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    QPushButton *certificate = makeButton(tr("Choose the certificate(&C)"), ButtonKind::Plain);
    QPushButton *key = makeButton(tr("Choose the key(&K)"), ButtonKind::Plain);
    m_certificateLine = addChosen(lines, theme(), tr("Your certificate"), certificate);
    m_keyLine = addChosen(lines, theme(), tr("Its private key, without a password"), key);
    column->addWidget(m_keyBox);
    connect(certificate, &QPushButton::clicked, this, [this] {
        if (const QString chosen = QFileDialog::getOpenFileName(this, tr("Your certificate")); !chosen.isEmpty())
            setKeyFiles(base::toPath(chosen), m_key);
    });
    connect(key, &QPushButton::clicked, this, [this] {
        if (const QString chosen = QFileDialog::getOpenFileName(this, tr("Its private key, without a password")); !chosen.isEmpty())
            setKeyFiles(m_certificate, base::toPath(chosen));
    });
}

void UnpackPage::addPlace(QVBoxLayout *column)
{
    QPushButton *other = makeButton(tr("Another folder(&O)"), ButtonKind::Plain);
    m_place = addChosen(column, theme(), tr("Where the files go"), other);
    connect(other, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getExistingDirectory(this, tr("Where the files go"), base::toDisplay(m_parcel.parent_path()));
        if (!chosen.isEmpty())
            setFolder(base::toPath(chosen));
    });
}

void UnpackPage::clear()
{
    ++m_asked;
    m_parcel.clear();
    m_kind.reset();
    m_folder.clear();
    m_certificate.clear();
    m_key.clear();
    conceal();
    m_reads->setChecked(false);
    m_certificateLine->clear();
    m_keyLine->clear();
    m_place->clear();
    m_problem->hide();
    m_what->hide();
    showState();
}

void UnpackPage::conceal()
{
    m_password->clear();
}

void UnpackPage::stop()
{
    if (m_work)
        m_work->cancel();
}

void UnpackPage::setFolder(const base::Path &folder)
{
    m_folder = folder;
    m_place->setText(base::toDisplay(folder));
    showState();
}

void UnpackPage::setKeyFiles(const base::Path &certificate, const base::Path &key)
{
    m_certificate = certificate;
    m_key = key;
    m_certificateLine->setText(base::toDisplay(certificate));
    m_keyLine->setText(base::toDisplay(key));
    showState();
}

void UnpackPage::chooseParcel()
{
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Choose the parcel"));
    if (!chosen.isEmpty())
        setParcel(base::toPath(chosen));
}

void UnpackPage::setParcel(const base::Path &parcel)
{
    if (isWorking())
        return;
    clear();
    m_parcel = parcel;
    setFolder(folderBeside(parcel));
    classify::inBackground(this, [parcel] { return sending::recognise(parcel); },
                           [this, asked = m_asked](const base::Result<sending::ParcelKind> &kind) {
                               if (asked == m_asked)
                                   showKind(kind);
                           });
}

void UnpackPage::showKind(const base::Result<sending::ParcelKind> &kind)
{
    if (!kind) {
        const base::Path parcel = m_parcel;
        clear();
        m_problem->setTone(NoticeTone::Wrong);
        say(m_problem, tr("%1 cannot be opened here").arg(base::toDisplay(parcel.filename())), kind.error().message);
        m_area->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_kind = *kind;
    QString note;
    if (kind->isOpen)
        note = tr("Nothing protects it: it opens without a password.");
    else if (wantsKeyFiles(*kind))
        note = tr("It opens with your certificate and its private key.");
    else if (kind->need == ParcelNeed::Keys)
        note = tr("It opens with your own key, which Shirushi has. No password is needed.");
    else
        note = tr("It opens with the password that the sender told you by another way.");
    say(m_what, base::toDisplay(m_parcel.filename()), titleOf(kind->format) + u'\n' + note);
    showState();
    if (m_passwordBox->isVisibleTo(this))
        m_password->setFocus(Qt::OtherFocusReason);
    else
        m_open->setFocus(Qt::OtherFocusReason);
}

void UnpackPage::showState()
{
    const bool isChosen = m_kind.has_value();
    m_area->setVisible(m_parcel.empty());
    m_form->setVisible(isChosen);
    m_form->setEnabled(!isWorking());
    const bool wantsPassword = isChosen && !m_kind->isOpen && m_kind->need != ParcelNeed::Keys;
    const bool wantsFiles = isChosen && wantsKeyFiles(*m_kind);
    m_passwordBox->setVisible(wantsPassword);
    m_keyBox->setVisible(wantsFiles);
    m_other->setEnabled(!m_parcel.empty() && !isWorking());
    const bool hasSecret = (!wantsPassword || !m_password->text().isEmpty())
                           && (!wantsFiles || (!m_certificate.empty() && !m_key.empty()));
    m_open->setEnabled(isChosen && hasSecret && !m_folder.empty() && !isWorking());
}

void UnpackPage::begin()
{
    if (!m_open->isEnabled())
        return;
    m_problem->hide();
    m_isMistyped = looksMistyped(m_password->text());
    auto secret = std::make_shared<sending::ParcelSecret>();
    if (!m_password->text().isEmpty())
        secret->password = sending::passwordFromTyped(m_password->text());
    conceal();
    m_work = new classify::Work(this);
    showState();
    m_progress->follow(*m_work, tr("Opening: %1"));
    const Unpacking unpacking{m_parcel, m_folder, m_certificate, m_key};
    classify::inBackground(this, [desk = &m_desk, work = m_work, unpacking, secret] { return unpack(*desk, unpacking, *secret, *work); },
                           [this](const base::Result<sending::Received> &result) { finish(result); });
}

void UnpackPage::finish(const base::Result<sending::Received> &result)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    showState();
    if (result) {
        Q_EMIT opened(*result, m_folder);
    } else {
        const bool isStopped = result.error().code == base::ErrorCode::Cancelled;
        const bool isWrong = result.error().code == base::ErrorCode::WrongPassword;
        m_problem->setTone(isStopped ? NoticeTone::Information : NoticeTone::Wrong);
        if (isStopped)
            say(m_problem, tr("Stopped. No file was left behind."), {});
        else if (isWrong && m_isMistyped)
            say(m_problem, tr("The password does not open it"),
                tr("Its last character does not fit the others: something was misheard or mistyped. Please read it back and try again. "
                   "Nothing was left behind."));
        else if (isWrong)
            say(m_problem, tr("The password does not open it"),
                result.error().message + u' ' + tr("You can try again. Nothing was left behind."));
        else
            say(m_problem, tr("The parcel was not opened"), result.error().message);
        (m_passwordBox->isVisibleTo(this) ? static_cast<QWidget *>(m_password) : m_open)->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT workEnded();
}

void UnpackPage::say(Notice *notice, const QString &heading, const QString &text)
{
    notice->setText(heading, text);
    notice->show();
    reveal(notice);
}

void UnpackPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void UnpackPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (const std::vector<base::Path> files = classify::droppedFiles(*event->mimeData()); !files.empty())
        setParcel(files.front());
}

} // namespace shirushi::send
