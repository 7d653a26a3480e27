#include "dispose/statementpage.h"

#include "classify/work.h"
#include "dispose/attachedrow.h"
#include "dispose/disposewords.h"
#include "dispose/followuptable.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

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
      m_attached(new AttachedRow(theme)), m_closesBox(new QWidget), m_closes(new FollowUpTable(theme)),
      m_sure(new CheckLine(theme, tr("It was done as it stands here"), tr("It is recorded under your name as what you say, and cannot be changed afterwards."))),
      m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_record(makeButton(tr("Record it(&S)"), ButtonKind::Main))
{
    m_title = addTitle({}, tr("Shirushi does nothing to it: you record what was done."));
    body()->addWidget(m_said);
    addForm(body());
    addFollowUps();
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
    column->addWidget(m_attached);
}

void StatementPage::addFollowUps()
{
    auto *column = new QVBoxLayout(m_closesBox);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(2);
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Which open treatments are finished by it")));
    column->addWidget(new TextBlock(theme(), TextKind::Small, tr("Tick those whose data lay on this medium or device."), Ink::Dim));
    column->addWidget(m_closes);
    body()->addWidget(m_closesBox);
}

void StatementPage::attach(const base::Path &file)
{
    m_attached->attach(file);
}

QString StatementPage::keptText() const
{
    return m_attached->keptText();
}

void StatementPage::begin(const Order &order, const disposal::Asset &asset)
{
    if (!(m_asset == asset) || m_order.request != order.request || m_order.reason != order.reason) {
        clear();
        m_order = order;
        m_asset = asset;
        m_title->setText(tr("What was done with %1").arg(disposal::titleOf(asset)));
        fillMethods();
    }
    m_day->setMaximumDate(QDate::currentDate());
    m_sure->setChecked(false);
    load();
    scrollToTop();
    m_method->setFocus(Qt::OtherFocusReason);
}

void StatementPage::clear()
{
    ++m_asked;
    m_order = {};
    m_asset = {};
    m_said->hide();
    m_day->setMaximumDate(QDate::currentDate());
    m_day->setDate(QDate::currentDate());
    for (QLineEdit *line : {m_performer, m_witness, m_contractor, m_certificate})
        line->clear();
    attach({});
    m_attached->setVaults({});
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

// What was ticked before must be ticked anew: others may have finished it meanwhile.
void StatementPage::load()
{
    classify::inBackground(this, [desk = &m_desk] { return desk->vaults(); }, [this, asked = ++m_asked](const base::Result<std::vector<VaultPlace>> &vaults) {
        if (asked == m_asked)
            m_attached->setVaults(vaults.value_or(std::vector<VaultPlace>()));
    });
    setFollowUps({});
    if (m_asset.kind == u"paper")
        return;
    classify::inBackground(this, [desk = &m_desk] { return desk->open(); }, [this, asked = m_asked](const base::Result<std::vector<Line>> &lines) {
        if (asked != m_asked)
            return;
        setFollowUps(lines.value_or(std::vector<Line>()));
        if (!lines) {
            m_said->setText(tr("Which treatments are open cannot be said"), lines.error().message);
            m_said->show();
        }
    });
}

void StatementPage::setFollowUps(const std::vector<Line> &lines)
{
    m_closes->setLines(lines);
    m_closesBox->setVisible(!lines.empty());
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
    statement.closes = m_closes->ticked();
    return statement;
}

void StatementPage::judge()
{
    const bool hasMethod = !m_method->currentData().toString().isEmpty();
    m_sure->setEnabled(!m_working);
    m_attached->setEnabled(!m_working);
    m_back->setEnabled(!m_working);
    m_record->setEnabled(hasMethod && m_sure->isChecked() && !m_working);
    setFootHint(m_working ? tr("Recording") : !hasMethod ? tr("Please choose how it was treated.") : !m_sure->isChecked() ? tr("Please tick that it was done so.") : QString());
}

void StatementPage::carryOut()
{
    m_working = true;
    m_said->hide();
    judge();
    classify::inBackground(this, [desk = &m_desk, statement = statement(), attached = m_attached->attached()] { return desk->record(statement, attached); },
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
