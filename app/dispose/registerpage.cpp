#include "dispose/registerpage.h"

#include "base/clock.h"
#include "classify/work.h"
#include "dispose/disposewords.h"
#include "dispose/recordcard.h"
#include "disposal/register.h"
#include "review/signoffcard.h"
#include "vault/linestable.h"
#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/textblock.h"
#include "widgets/wraprow.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int shownLines = 12;
constexpr int dayColumn = 1;
constexpr int permissionColumn = 3;
constexpr int withoutPermission = 900; // pixels: what has no column stands below the list
constexpr int withoutDay = 560;

review::Filter filterOf(int year)
{
    review::Filter filter;
    filter.kinds = {disposal::disposedKind, disposal::erasedKind};
    filter.from = QDate(year, 4, 1);
    filter.until = QDate(year + 1, 3, 31);
    return filter;
}

} // namespace

RegisterPage::RegisterPage(const Theme &theme, const DisposeDesk &desk, review::ReviewDesk &reviews, review::Verification &verification, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_verification(verification), m_year(new Choice(theme)), m_onlyOpen(makeButton({}, ButtonKind::Small)),
      m_said(new Notice(theme, NoticeTone::Good, {})), m_signOffCard(new review::SignOffCard(theme, reviews)),
      m_state(new TextBlock(theme, TextKind::Strong)),
      m_scope(new TextBlock(theme, TextKind::Small, tr("You see what you did yourself, and what was done with files that you have had to do with."), Ink::Dim)),
      m_none(new TextBlock(theme, TextKind::Body, {}, Ink::Dim)),
      m_table(new vaults::LinesTable(theme, tr("Register of disposals"), {tr("No."), tr("Day"), tr("What"), tr("Permission"), tr("Treatment")}, shownLines)),
      m_card(new RecordCard(theme)), m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_verify(makeButton(tr("Check it(&V)"), ButtonKind::Plain)),
      m_signOff(makeButton(tr("Mark as reviewed(&S)"), ButtonKind::Main))
{
    addTitle(tr("Register of disposals"), tr("Each disposal and each erasure has its line: day, person, treatment. It stands in the ledger and cannot be changed."));
    body()->addWidget(m_said);
    body()->addWidget(m_signOffCard);
    addHead();
    for (QWidget *part : std::initializer_list<QWidget *>{m_state, m_scope, m_none})
        body()->addWidget(part);
    addList();
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_verify);
    addToFootRight(m_signOff);
    connect(m_back, &QPushButton::clicked, this, &RegisterPage::left);
    connect(m_verify, &QPushButton::clicked, this, [this] { Q_EMIT proofWanted(year()); });
    connect(m_signOff, &QPushButton::clicked, this, &RegisterPage::askForSignOff);
    connect(m_signOffCard, &review::SignOffCard::workEnded, this, &RegisterPage::workEnded);
    connect(m_signOffCard, &review::SignOffCard::closed, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_signOffCard, &review::SignOffCard::signedOff, this, [this] { load(); });
    connect(&verification, &review::Verification::changed, this, &RegisterPage::judge);
    clear();
}

void RegisterPage::addHead()
{
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *row = new WrapRow;
    lines->addLayout(row);
    m_year->setAccessibleName(tr("Fiscal year"));
    m_onlyOpen->setCheckable(true);
    row->addWidget(m_year);
    row->addWidget(m_onlyOpen);
    QPushButton *pdf = makeButton(tr("PDF(&P)"), ButtonKind::Small);
    QPushButton *csv = makeButton(tr("CSV(&E)"), ButtonKind::Small);
    m_exports = {pdf, csv};
    row->addWidget(pdf);
    row->addWidget(csv);
    body()->addWidget(box);
    connect(m_year, &QComboBox::activated, this, [this] {
        m_signOffCard->close();
        load();
    });
    connect(m_onlyOpen, &QPushButton::toggled, this, [this] {
        if (m_isRead)
            show(Register(m_register));
    });
    const auto name = [this]() -> QString { return tr("Register of disposals") + u' ' + base::toJapaneseFiscalYear(year()); };
    connect(pdf, &QPushButton::clicked, this, [this, name] {
        save(name(), QStringLiteral("pdf"), [desk = &m_desk, year = year()](const base::Path &target) { return desk->saveRegister(year, Form::Pdf, target); });
    });
    connect(csv, &QPushButton::clicked, this, [this, name] {
        save(name(), QStringLiteral("csv"), [desk = &m_desk, year = year()](const base::Path &target) { return desk->saveRegister(year, Form::Csv, target); });
    });
}

void RegisterPage::addList()
{
    body()->addWidget(m_table);
    body()->addWidget(m_card);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RegisterPage::showChosen);
    connect(m_card, &RecordCard::certificateWanted, this, [this] {
        const std::int64_t seq = chosen()->record.seq;
        save(tr("Certificate of disposal %1").arg(seq), QStringLiteral("pdf"), [desk = &m_desk, seq](const base::Path &target) { return desk->saveCertificate(seq, target); });
    });
    connect(m_card, &RecordCard::attachmentWanted, this, [this] {
        const std::int64_t seq = chosen()->record.seq;
        save(chosen()->attachment.section(u'/', -1), {}, [desk = &m_desk, seq](const base::Path &target) { return desk->saveAttachment(seq, target); });
    });
    connect(m_card, &RecordCard::followUpWanted, this, [this] {
        const disposal::Record &record = chosen()->record;
        Q_EMIT followUpWanted(disposal::Asset{QStringLiteral("medium"), mediumText(record), {}, record.classes});
    });
}

void RegisterPage::begin(bool onlyOpen)
{
    clear();
    scrollToTop();
    m_table->setFocus(Qt::OtherFocusReason);
    struct Found {
        std::vector<int> years;
        int year = 0; // with the newest that is open; 0: none is
    };
    const auto read = [desk = &m_desk, onlyOpen]() -> base::Result<Found> {
        const auto years = desk->years();
        const auto open = years && onlyOpen ? desk->open() : base::Result<std::vector<Line>>();
        if (!years || !open)
            return std::unexpected(years ? open.error() : years.error());
        return Found{*years, open->empty() ? 0 : base::fiscalYear(open->back().record.at.toLocalTime().date())};
    };
    classify::inBackground(this, read, [this, asked = m_asked](const base::Result<Found> &found) {
        if (asked != m_asked)
            return;
        if (found)
            setYears(found->years, found->year);
        else
            fail(found.error());
    });
}

void RegisterPage::setYears(const std::vector<int> &years, int openYear)
{
    const QSignalBlocker quiet(m_year);
    m_year->clear();
    for (const int year : years)
        m_year->addItem(base::toJapaneseFiscalYear(year), year);
    if (openYear > 0) {
        m_year->setCurrentIndex(std::max(0, m_year->findData(openYear)));
        const QSignalBlocker open(m_onlyOpen);
        m_onlyOpen->setChecked(true);
    }
    load();
}

// What stood there was another year's, or is not so any more.
void RegisterPage::fail(const base::Error &error)
{
    m_register = {};
    m_isRead = false;
    m_hasFailed = true;
    m_table->setLines({});
    m_shown.clear();
    showChosen();
    say(tr("The register cannot be read"), error.message, NoticeTone::Wrong);
}

void RegisterPage::clear()
{
    ++m_asked;
    m_isRead = false;
    m_hasFailed = false;
    m_register = {};
    m_said->hide();
    m_signOffCard->close();
    {
        const QSignalBlocker year(m_year);
        m_year->clear();
        const QSignalBlocker open(m_onlyOpen);
        m_onlyOpen->setChecked(false);
    }
    m_table->setLines({});
    m_shown.clear();
    judge();
}

int RegisterPage::year() const
{
    return m_year->currentData().toInt();
}

const Line *RegisterPage::chosen() const
{
    const int row = m_table->chosen();
    return row >= 0 && row < static_cast<int>(m_shown.size()) ? &m_register.lines[m_shown[static_cast<std::size_t>(row)]] : nullptr;
}

void RegisterPage::load()
{
    classify::inBackground(this, [desk = &m_desk, year = year()] { return desk->registerOf(year); },
                           [this, asked = ++m_asked](const base::Result<Register> &found) {
                               if (asked == m_asked)
                                   show(found);
                           });
}

void RegisterPage::show(const base::Result<Register> &found)
{
    if (!found)
        return fail(found.error());
    if (std::exchange(m_hasFailed, false))
        m_said->hide();
    m_register = *found;
    m_isRead = true;
    m_shown.clear();
    std::vector<QStringList> lines;
    for (std::size_t i = m_register.lines.size(); i-- > 0;) { // the newest first
        const Line &line = m_register.lines[i];
        if (m_onlyOpen->isChecked() && !line.isOpen)
            continue;
        m_shown.push_back(i);
        lines.push_back({line.cells.value(0), line.cells.value(1), shortName(line.record), line.cells.value(7), treatmentText(line)});
    }
    m_table->setLines(std::move(lines));
    showChosen();
}

void RegisterPage::showChosen()
{
    m_card->setLine(chosen());
    judge();
}

// Signing off says that the ledger was whole: without that it is not offered.
void RegisterPage::judge()
{
    const bool hasLines = !m_register.lines.empty();
    const auto open = std::ranges::count_if(m_register.lines, &Line::isOpen);
    const bool isProven = m_verification.proof().has_value() && !m_verification.isRunning();
    m_onlyOpen->setText(tr("To follow (%1)(&O)").arg(open));
    m_onlyOpen->setAccessibleName(withoutAccessKey(m_onlyOpen->text()));
    m_onlyOpen->setVisible(open > 0 || m_onlyOpen->isChecked());
    m_none->setText(m_hasFailed ? QString() : !m_isRead ? tr("Reading") : tr("Nothing was disposed of in this year. What is disposed of is listed here, so that it can be shown years later."));
    m_none->setVisible(!hasLines && !m_hasFailed);
    m_state->setText(m_isRead && hasLines ? reviewText(m_register) : QString());
    m_state->setVisible(!m_state->text().isEmpty());
    m_scope->setVisible(m_isRead && !m_register.seesEverything);
    for (QPushButton *button : m_exports)
        button->setEnabled(hasLines && !m_saving);
    m_card->setSaving(m_saving);
    m_verify->setEnabled(hasLines);
    const bool may = m_verification.standing().maySignOff;
    m_signOff->setEnabled(hasLines && isProven && may && !m_verification.blocksWriting() && !m_signOffCard->isWorking());
    setFootHint(!hasLines                         ? QString()
                : m_verification.blocksWriting() ? tr("The ledger can only be read at present.")
                : !may                           ? tr("A review is signed off by who answers for others, for example a manager.")
                : isProven                       ? QString()
                                                 : tr("Entries can be signed off once the ledger is checked."));
}

void RegisterPage::askForSignOff()
{
    const review::Proof &proof = *m_verification.proof();
    const QString checked = base::toJapaneseDate(proof.at.toLocalTime().date()) + proof.at.toLocalTime().toString(QStringLiteral(" HH:mm"));
    m_signOffCard->ask(filterOf(year()), tr("%1: %2, %3 entries").arg(tr("Register of disposals"), base::toJapaneseFiscalYear(year())).arg(m_register.lines.size()),
                       proof.findings.empty() ? tr("The ledger was whole when it was checked on %1.").arg(checked)
                                              : tr("The check on %1 had findings; they are recorded with it.").arg(checked));
    reveal(m_signOffCard);
}

void RegisterPage::save(const QString &name, const QString &ending, std::function<base::Result<void>(const base::Path &)> write)
{
    const QString file = ending.isEmpty() ? name : QString(name + u'.' + ending);
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Where to put it"), file, ending.isEmpty() ? QString() : QString(QStringLiteral("*.") + ending));
    if (chosen.isEmpty() || m_saving)
        return;
    m_saving = true;
    judge();
    classify::inBackground(this, [write = std::move(write), target = base::toPath(chosen)] { return write(target); }, [this, chosen](const base::Result<void> &written) {
        m_saving = false;
        judge();
        if (written)
            say(tr("It was saved"), chosen, NoticeTone::Good);
        else
            say(tr("It could not be written"), written.error().message, NoticeTone::Wrong);
        Q_EMIT workEnded();
    });
}

bool RegisterPage::isWorking() const
{
    return m_saving || m_signOffCard->isWorking();
}

void RegisterPage::say(const QString &heading, const QString &text, NoticeTone tone)
{
    m_said->setTone(tone);
    m_said->setText(heading, text);
    m_said->show();
    scrollToTop();
}

void RegisterPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_table->setColumnHidden(permissionColumn, width() < withoutPermission);
    m_table->setColumnHidden(dayColumn, width() < withoutDay);
}

void RegisterPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F5)
        m_verification.start();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::disposals
