#include "send/packpage.h"

#include "classify/progressrow.h"
#include "classify/work.h"
#include "send/formatwords.h"
#include "send/packextras.h"
#include "sending/ordercheck.h"
#include "widgets/answerbutton.h"
#include "widgets/buttontext.h"
#include "widgets/checkline.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace shirushi::send {

using namespace widgets;
using sending::ParcelFormat;

namespace {

constexpr int plain = 100; // of the buttons that choose a form: no encryption

const std::vector<ParcelFormat> &offeredFormats()
{
    return sending::parcelFormats();
}

// 送付-20261121.zip in `folder`, or 送付-20261121-2.zip …
base::Path freePlace(const base::Path &folder, const QString &stem, const QString &ending)
{
    std::error_code ignored;
    for (int number = 1; number < 1000; ++number) {
        const QString name = (number == 1 ? stem : stem + u'-' + QString::number(number)) + ending;
        if (const base::Path place = folder / base::toPath(name); !std::filesystem::exists(place, ignored))
            return place;
    }
    return folder / base::toPath(stem + ending);
}

// Who designates the methods: 最高情報統括責任者.
QString designatorOf(const policy::Pack &pack)
{
    for (const char *id : {"ciso", "chief-information-officer"}) {
        const policy::Role *role = pack.role(QLatin1String(id));
        if (role && !role->absent)
            return inWindowLanguage(role->title);
    }
    return QStringLiteral("CISO");
}

bool isPdf(const base::Path &file)
{
    return base::toDisplay(file.extension()).compare(QStringLiteral(".pdf"), Qt::CaseInsensitive) == 0;
}

} // namespace

PackPage::PackPage(const Theme &theme, SendDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_problem(new Notice(theme, NoticeTone::Wrong, {})),
      m_method(new Notice(theme, NoticeTone::Information, {})), m_form(new QWidget), m_formats(new QButtonGroup(this)),
      m_hides(new CheckLine(theme, tr("Hide the file names, too"),
                            tr("Whoever has the parcel without the password then sees one neutral name only."))),
      m_extras(new PackExtras(theme)),
      m_place(new QLineEdit), m_otherPlace(makeButton(tr("Another place(&O)"), ButtonKind::Plain)),
      m_progress(new classify::ProgressRow(theme, tr("Making the parcel"), tr("If you stop, no half parcel is left behind."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_pack(makeButton(tr("Make the parcel(&S)"), ButtonKind::Main))
{
    addTitle(tr("Prepare the parcel"));
    m_lead = addText(TextKind::Body, {}, Ink::Dim);
    body()->addWidget(m_problem);
    m_problem->hide();
    body()->addWidget(m_form);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    addFormats();
    column->addSpacing(6);
    column->addWidget(m_hides);
    column->addWidget(m_extras);
    connect(m_extras, &PackExtras::changed, this, &PackPage::showState);
    addPlace();
    body()->addWidget(m_progress);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_pack);
    connect(m_progress, &classify::ProgressRow::stopWanted, this, &PackPage::stop);
    connect(m_back, &QPushButton::clicked, this, &PackPage::left);
    connect(m_pack, &QPushButton::clicked, this, &PackPage::pack);
}

void PackPage::addFormats()
{
    auto *column = static_cast<QVBoxLayout *>(m_form->layout());
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Form of the parcel")));
    column->addWidget(m_method);
    m_formats->setExclusive(true);
    for (const ParcelFormat format : offeredFormats()) {
        auto *button = new AnswerButton(theme(), {}, titleOf(format), noteOf(format));
        button->setCheckable(true);
        m_formats->addButton(button, static_cast<int>(format));
        column->addWidget(button);
    }
    addPlain();
    m_formats->button(static_cast<int>(ParcelFormat::Zip))->setChecked(true);
    connect(m_formats, &QButtonGroup::idClicked, this, &PackPage::formatChosen);
}

// Offered only where the rules leave it.
void PackPage::addPlain()
{
    auto *button = new AnswerButton(theme(), {}, tr("Without encryption"),
                                    tr("A folder with copies of the files. Whoever gets hold of it can read everything."));
    button->setCheckable(true);
    m_formats->addButton(button, plain);
    m_form->layout()->addWidget(button);
}

void PackPage::addPlace()
{
    auto *column = static_cast<QVBoxLayout *>(m_form->layout());
    column->addSpacing(6);
    const QString title = tr("Where the parcel goes");
    column->addWidget(new TextBlock(theme(), TextKind::Heading, title));
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    m_place->setReadOnly(true);
    m_place->setAccessibleName(title);
    row->addWidget(m_place, 1);
    row->addWidget(m_otherPlace);
    column->addLayout(row);
    connect(m_otherPlace, &QPushButton::clicked, this, &PackPage::choosePlace);
}

void PackPage::begin(const Plan &plan, const Prospect &prospect)
{
    m_plan = plan;
    m_problem->hide();
    QStringList recipients;
    for (const Recipient &recipient : plan.recipients)
        recipients += textOf(recipient);
    m_lead->setText(tr("%n files, %1", nullptr, static_cast<int>(plan.files.size())).arg(sizeText(prospect.size)) + u' '
                    + tr("to %1").arg(recipients.join(tr(", "))));
    const auto &obligations = prospect.answer->verdict.obligations;
    const auto method = std::find_if(obligations.begin(), obligations.end(),
                                     [](const policy::Obligation &one) { return one.id == u"approved-method"; });
    m_method->setText(tr("Please check that it is a method that %1 has designated").arg(designatorOf(*prospect.answer->pack)),
                      method == obligations.end() ? QString()
                                                  : tr("%1: %2").arg(method->citation.article, inWindowLanguage(method->text)));
    const std::vector<ParcelFormat> usable = m_desk.formats();
    for (const ParcelFormat format : offeredFormats()) {
        // Only what the office has designated, once it has.
        const bool isUsable = std::ranges::find(usable, format) != usable.end();
        m_formats->button(static_cast<int>(format))->setVisible(isUsable);
        const auto cap = sending::capOf(format);
        const bool fits = (!cap || prospect.size <= *cap) && (format != ParcelFormat::Pdf || (plan.files.size() == 1 && isPdf(plan.files.front().path)));
        m_formats->button(static_cast<int>(format))->setEnabled(fits && isUsable);
    }
    m_formats->button(plain)->setVisible(sending::demandsOf(*prospect.answer).mayBePlain());
    m_extras->begin(prospect);
    chooseFirst();
    m_hides->setChecked(sending::hidesNamesOf(*m_desk.rules(), prospect.classes));
    m_place->clear();
    formatChosen();
    showState();
    scrollToTop();
    m_formats->checkedButton()->setFocus(Qt::OtherFocusReason);
}

// The first that may be used and that the files fit in. Where there is none the parcel cannot be made.
void PackPage::chooseFirst()
{
    const auto buttons = m_formats->buttons();
    const auto first = std::ranges::find_if(buttons, [this](const QAbstractButton *button) { return !button->isHidden() && button->isEnabledTo(m_form); });
    m_hasFormat = first != buttons.end();
    (m_hasFormat ? *first : buttons.front())->setChecked(true);
}

void PackPage::clear()
{
    m_plan = {};
    m_lead->setText({});
    m_place->clear();
    m_extras->clear();
    m_problem->hide();
    showState();
}

void PackPage::stop()
{
    if (m_work)
        m_work->cancel();
}

bool PackPage::isPlain() const
{
    return m_formats->checkedId() == plain;
}

ParcelFormat PackPage::format() const
{
    return isPlain() ? ParcelFormat::Zip : static_cast<ParcelFormat>(m_formats->checkedId());
}

base::Path PackPage::target() const
{
    return base::toPath(m_place->text());
}

void PackPage::setTarget(const base::Path &target)
{
    m_place->setText(base::toDisplay(target));
    showState();
}

void PackPage::formatChosen()
{
    m_hides->setVisible(!isPlain() && format() == ParcelFormat::Zip);
    m_extras->setFormat(isPlain() ? std::nullopt : std::optional(format()));
    m_method->setVisible(!isPlain() && !m_desk.methodNotice().isEmpty());
    setButtonText(*m_pack, isPlain() ? tr("Make the folder(&S)") : tr("Make the parcel(&S)"));
    const base::Path folder = m_place->text().isEmpty() ? m_plan.files.front().path.parent_path() : target().parent_path();
    // Nothing about what is in it.
    const QString stem = tr("Parcel-%1").arg(QDate::currentDate().toString(QStringLiteral("yyyyMMdd")));
    setTarget(freePlace(folder, stem, isPlain() ? QString() : sending::endingFor(format())));
}

void PackPage::choosePlace()
{
    const QString ending = isPlain() ? QString() : sending::endingFor(format());
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Where the parcel goes"), m_place->text(), u'*' + ending, nullptr,
                                                        QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        setTarget(base::toPath(chosen.endsWith(ending, Qt::CaseInsensitive) ? chosen : chosen + ending));
}

void PackPage::showState()
{
    m_form->setEnabled(!isWorking());
    m_back->setEnabled(!isWorking());
    const QString missing = m_hasFormat ? m_extras->missing()
                                        : tr("No method that was designated takes these files. Please ask an administrator, or send fewer files at once.");
    m_pack->setEnabled(!isWorking() && missing.isEmpty() && !m_place->text().isEmpty());
    setFootHint(isWorking() ? QString() : missing);
}

void PackPage::pack()
{
    if (isWorking())
        return;
    m_problem->hide();
    m_work = new classify::Work(this);
    showState();
    m_progress->follow(*m_work, tr("Packing: %1"));
    reveal(m_progress);
    Packing packing{format(), !isPlain() && m_hides->isChecked() && format() == ParcelFormat::Zip, target()};
    m_extras->fill(packing);
    classify::inBackground(this, [desk = &m_desk, work = m_work, plan = m_plan, packing] { return desk->send(plan, packing, *work); },
                           [this](base::Result<Made> result) { finish(std::move(result)); });
}

void PackPage::finish(base::Result<Made> result)
{
    std::exchange(m_work, nullptr)->deleteLater();
    m_progress->end();
    showState();
    if (result) {
        Q_EMIT made(*result);
    } else {
        const bool isStopped = result.error().code == base::ErrorCode::Cancelled;
        m_problem->setTone(isStopped ? NoticeTone::Information : NoticeTone::Wrong);
        m_problem->setText(isStopped ? tr("Stopped. There is no parcel.") : tr("The parcel was not made"),
                           isStopped ? QString() : result.error().message);
        m_problem->show();
        reveal(m_problem);
        m_pack->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT workEnded();
}

void PackPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !isWorking())
        Q_EMIT left();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::send
