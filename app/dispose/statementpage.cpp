#include "dispose/statementpage.h"

#include "classify/work.h"
#include "dispose/disposewords.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int longestText = 200;
constexpr int mostWidth = 560;

} // namespace

StatementPage::StatementPage(const Theme &theme, DisposeDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Wrong, {})), m_method(new Choice(theme)),
      m_demand(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)), m_quote(new Quote(theme)), m_day(new DateChoice(theme, QDate::currentDate())),
      m_performer(new QLineEdit), m_witness(new QLineEdit), m_contractor(new QLineEdit), m_certificate(new QLineEdit),
      m_attached(new TextBlock(theme, TextKind::Small)), m_detach(makeButton(tr("Take it away(&X)"), ButtonKind::Small)), m_closesPlace(new QVBoxLayout),
      m_sure(new CheckLine(theme, tr("It was done as it stands here"), tr("It is recorded under your name as what you say, and cannot be changed afterwards."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_record(makeButton(tr("Record it(&S)"), ButtonKind::Main))
{
    m_title = addTitle({}, tr("Shirushi does nothing to it: you record what was done."));
    body()->addWidget(m_said);
    addForm(body());
    body()->addLayout(m_closesPlace);
    body()->addWidget(m_sure);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_record);
    connect(m_method, &QComboBox::currentIndexChanged, this, &StatementPage::judge);
    connect(m_sure, &QAbstractButton::toggled, this, &StatementPage::judge);
    connect(m_back, &QPushButton::clicked, this, &StatementPage::left);
    connect(m_record, &QPushButton::clicked, this, &StatementPage::carryOut);
    clear();
}

void StatementPage::addForm(QVBoxLayout *column)
{
    const auto add = [&](const QString &title, QWidget *input) {
        column->addWidget(new TextBlock(theme(), TextKind::Small, title));
        input->setAccessibleName(title);
        input->setMaximumWidth(mostWidth);
        column->addWidget(input);
    };
    add(tr("How it was treated"), m_method);
    column->addWidget(m_demand);
    column->addWidget(m_quote);
    m_day->setMaximumDate(QDate::currentDate());
    add(tr("On which day"), m_day);
    add(tr("Who did it (empty: you)"), m_performer);
    add(tr("Who of the staff stood by"), m_witness);
    add(tr("Company"), m_contractor);
    add(tr("Number of its certificate"), m_certificate);
    for (QLineEdit *line : {m_performer, m_witness, m_contractor, m_certificate})
        line->setMaxLength(longestText);
    QPushButton *choose = makeButton(tr("Attach a photo or a scan(&P)"), ButtonKind::Small);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(choose);
    row->addWidget(m_attached, 1, Qt::AlignVCenter);
    row->addWidget(m_detach);
    column->addLayout(row);
    connect(choose, &QPushButton::clicked, this, [this] {
        if (const QString chosen = QFileDialog::getOpenFileName(this, tr("Choose the photo or scan")); !chosen.isEmpty())
            attach(base::toPath(chosen));
    });
    connect(m_detach, &QPushButton::clicked, this, [this] { attach({}); });
}

void StatementPage::attach(const base::Path &file)
{
    m_file = file;
    m_attached->setText(file.empty() ? tr("At most 10 MB. It is kept in the ledger, encrypted.") : base::toDisplay(file.filename()));
    m_detach->setVisible(!file.empty());
}

void StatementPage::begin(const Order &order, const disposal::Asset &asset)
{
    clear();
    m_order = order;
    m_asset = asset;
    m_title->setText(tr("What was done with %1").arg(disposal::titleOf(asset)));
    fillMethods();
    loadFollowUps();
    scrollToTop();
    m_method->setFocus(Qt::OtherFocusReason);
}

void StatementPage::clear()
{
    ++m_asked;
    m_asset = {};
    m_said->hide();
    m_day->setMaximumDate(QDate::currentDate());
    m_day->setDate(QDate::currentDate());
    for (QLineEdit *line : {m_performer, m_witness, m_contractor, m_certificate})
        line->clear();
    attach({});
    setFollowUps({});
    m_sure->setChecked(false);
    judge();
}

// Only those that the kind and its class allow.
void StatementPage::fillMethods()
{
    m_method->clear();
    m_method->addItem(tr("Please choose"), QString());
    const auto pack = m_desk.rules();
    if (!pack)
        return;
    const policy::DisposalRules::Demand *demand = pack->disposal.demandOn(m_asset.kind, m_asset.classes);
    for (const policy::DisposalRules::Method &method : pack->disposal.methods) {
        if (method.kinds.contains(m_asset.kind) && (!demand || method.sanitization >= demand->least))
            m_method->addItem(tr("%1 (%2)").arg(inWindowLanguage(method.text), nistText(method.sanitization)), method.id);
    }
    m_demand->setText(demand ? tr("Its class asks for: %1").arg(inWindowLanguage(demand->text)) : QString());
    m_demand->setVisible(demand);
    m_quote->setCitation(demand ? demand->citation : policy::Citation());
}

void StatementPage::loadFollowUps()
{
    if (m_asset.kind == u"paper")
        return;
    classify::inBackground(this, [desk = &m_desk] { return desk->open(); }, [this, asked = m_asked](const base::Result<std::vector<Line>> &lines) {
        if (asked == m_asked && lines)
            setFollowUps(*lines);
    });
}

void StatementPage::setFollowUps(const std::vector<Line> &lines)
{
    delete m_closesBox;
    m_closesBox = nullptr;
    m_closes.clear();
    if (lines.empty())
        return;
    m_closesBox = new QWidget;
    auto *column = new QVBoxLayout(m_closesBox);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(2);
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Which open treatments are finished by it")));
    column->addWidget(new TextBlock(theme(), TextKind::Small, tr("Tick those whose data lay on this medium or device."), Ink::Dim));
    for (const Line &line : lines) {
        auto *check = new CheckLine(theme(), tr("No. %1: %2").arg(QString::number(line.record.seq), line.record.name),
                                    tr("It lay on: %1. To follow: %2").arg(mediumText(line.record), line.followUp));
        column->addWidget(check);
        m_closes.emplace_back(line.record.seq, check);
    }
    m_closesPlace->addWidget(m_closesBox);
}

disposal::Statement StatementPage::statement() const
{
    disposal::Statement statement;
    statement.asset = m_asset;
    statement.reason = m_order.reason;
    statement.request = m_order.request;
    statement.method = m_method->currentData().toString();
    statement.performer = m_performer->text().simplified();
    statement.witness = m_witness->text().simplified();
    statement.contractor = m_contractor->text().simplified();
    statement.certificate = m_certificate->text().simplified();
    statement.doneOn = m_day->date();
    for (const auto &[seq, check] : m_closes) {
        if (check->isChecked())
            statement.closes.push_back(seq);
    }
    return statement;
}

void StatementPage::judge()
{
    const bool hasMethod = !m_method->currentData().toString().isEmpty();
    m_sure->setEnabled(!m_working);
    m_back->setEnabled(!m_working);
    m_record->setEnabled(hasMethod && m_sure->isChecked() && !m_working);
    setFootHint(!hasMethod ? tr("Please choose how it was treated.") : !m_sure->isChecked() ? tr("Please tick that it was done so.") : QString());
}

void StatementPage::carryOut()
{
    m_working = true;
    m_said->hide();
    judge();
    classify::inBackground(this, [desk = &m_desk, statement = statement(), file = m_file] { return desk->record(statement, file); },
                           [this](const base::Result<std::int64_t> &seq) { finish(seq); });
}

void StatementPage::finish(const base::Result<std::int64_t> &seq)
{
    m_working = false;
    judge();
    if (seq) {
        const disposal::Asset asset = m_asset;
        Q_EMIT recorded(asset, *seq);
    } else {
        m_said->setText(tr("It was not recorded"), seq.error().message);
        m_said->show();
        scrollToTop();
        m_method->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT workEnded();
}

} // namespace shirushi::disposals
