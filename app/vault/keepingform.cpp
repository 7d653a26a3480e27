#include "vault/keepingform.h"

#include "base/clock.h"
#include "vault/itemwords.h"
#include "vault/retention.h"
#include "widgets/choice.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace shirushi::vaults {

using namespace widgets;

namespace {

constexpr int undecided = 0;
constexpr int forGood = -1;

QVBoxLayout *titled(const Theme &theme, const QString &title, QWidget *input)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(new TextBlock(theme, TextKind::Small, title));
    column->addWidget(input);
    input->setAccessibleName(title);
    return column;
}

} // namespace

KeepingForm::KeepingForm(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_years(new Choice(theme)), m_origin(new DateChoice(theme, QDate::currentDate())),
      m_until(new TextBlock(theme, TextKind::Small, {}, Ink::Dim))
{
    m_years->setMinimumContentsLength(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addLayout(titled(theme, tr("Retention period"), m_years));
    row->addLayout(titled(theme, tr("Made or acquired on"), m_origin));
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_until);
    const auto tellChange = [this] {
        tell();
        Q_EMIT changed();
    };
    connect(m_years, &QComboBox::currentIndexChanged, this, tellChange);
    connect(m_origin, &QDateEdit::dateChanged, this, tellChange);
}

void KeepingForm::begin(std::shared_ptr<const policy::Pack> pack, const vault::Keeping &keeping)
{
    const QSignalBlocker years(m_years);
    const QSignalBlocker origin(m_origin);
    m_pack = std::move(pack);
    m_years->clear();
    m_years->addItem(keepingText({}), undecided);
    if (m_pack) {
        for (const int one : m_pack->retention.years)
            m_years->addItem(keepingText({one, false, {}}), one);
        if (m_pack->retention.permanent)
            m_years->addItem(keepingText({0, true, {}}), forGood);
    }
    const int wanted = keeping.permanent ? forGood : keeping.years;
    if (m_years->findData(wanted) < 0)
        m_years->addItem(keepingText(keeping), wanted); // by other rules
    m_years->setCurrentIndex(m_years->findData(wanted));
    m_origin->setDate(keeping.origin.isValid() ? keeping.origin : QDate::currentDate());
    tell();
}

vault::Keeping KeepingForm::keeping() const
{
    const int years = m_years->currentData().toInt();
    return {std::max(0, years), years == forGood, m_origin->date()};
}

void KeepingForm::tell()
{
    const auto day = m_pack ? vault::lastDayOf(keeping(), m_pack->retention) : std::nullopt;
    m_until->setText(day ? tr("Kept until %1. Then it is listed for disposal.").arg(base::toJapaneseDate(*day)) : QString());
    m_until->setVisible(day.has_value());
}

} // namespace shirushi::vaults
