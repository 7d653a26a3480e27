#include "dispose/assetpage.h"

#include "dispose/disposewords.h"
#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int longestName = 200;
constexpr int mostWidth = 560;

} // namespace

AssetPage::AssetPage(const Theme &theme, const DisposeDesk &desk, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_said(new Notice(theme, NoticeTone::Wrong, {})), m_kind(new Choice(theme)), m_name(new QLineEdit), m_number(new QLineEdit),
      m_classPlace(new QVBoxLayout), m_back(makeButton(tr("Back(&B)"), ButtonKind::Plain)), m_add(makeButton(tr("Add it to the list(&S)"), ButtonKind::Main))
{
    addTitle(tr("A medium, paper or a device"), tr("A person treats it after the permission, and records here how. Nothing is recorded yet."));
    body()->addWidget(m_said);
    addForm(body());
    body()->addLayout(m_classPlace);
    body()->addStretch(1);
    addToFootLeft(m_back);
    addToFootRight(m_add);
    connect(m_back, &QPushButton::clicked, this, &AssetPage::left);
    connect(m_add, &QPushButton::clicked, this, &AssetPage::carryOut);
    clear();
}

void AssetPage::addForm(QVBoxLayout *column)
{
    for (const QString &kind : {QStringLiteral("medium"), QStringLiteral("paper"), QStringLiteral("device")})
        m_kind->addItem(kindText(kind), kind);
    m_name->setPlaceholderText(tr("USB stick, consultation records of 2020"));
    m_number->setPlaceholderText(tr("May be left empty"));
    const std::pair<QString, QWidget *> lines[] = {{tr("What it is"), m_kind}, {tr("What it is called"), m_name}, {tr("Its number in the inventory"), m_number}};
    for (const auto &[title, input] : lines) {
        column->addWidget(new TextBlock(theme(), TextKind::Small, title));
        input->setAccessibleName(title);
        input->setMaximumWidth(mostWidth);
        column->addWidget(input);
    }
    for (QLineEdit *line : {m_name, m_number}) {
        line->setMaxLength(longestName);
        connect(line, &QLineEdit::textChanged, this, &AssetPage::judge);
    }
}

void AssetPage::fillClasses(const policy::Classes &classes)
{
    delete m_classBox;
    m_levels.clear();
    m_classBox = new QWidget;
    auto *column = new QVBoxLayout(m_classBox);
    column->setContentsMargins(0, 0, 0, 0);
    const auto pack = m_desk.rules();
    for (const policy::Axis &axis : pack ? pack->axes : std::vector<policy::Axis>()) {
        const QString title = tr("Class of what is on it: %1").arg(inWindowLanguage(axis.title));
        column->addWidget(new TextBlock(theme(), TextKind::Small, title));
        auto *level = new Choice(theme());
        level->setAccessibleName(title);
        level->setMaximumWidth(mostWidth);
        level->addItem(tr("Please choose"), QString());
        for (const policy::Level &one : axis.levels)
            level->addItem(inWindowLanguage(one.name), one.id);
        const auto known = classes.find(axis.id);
        level->setCurrentIndex(std::max(0, known == classes.end() ? 0 : level->findData(known->second)));
        column->addWidget(level);
        m_levels.emplace_back(axis.id, level);
        connect(level, &QComboBox::currentIndexChanged, this, &AssetPage::judge);
    }
    m_classPlace->addWidget(m_classBox);
}

void AssetPage::begin(const disposal::Asset &asset)
{
    clear();
    fillClasses(asset.classes);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(asset.kind)));
    m_name->setText(asset.name);
    m_number->setText(asset.number);
    judge();
    scrollToTop();
    m_kind->setFocus(Qt::OtherFocusReason);
}

void AssetPage::clear()
{
    m_said->hide();
    m_name->clear();
    m_number->clear();
    m_kind->setCurrentIndex(0);
    judge();
}

disposal::Asset AssetPage::asset() const
{
    disposal::Asset asset{m_kind->currentData().toString(), m_name->text().simplified(), m_number->text().simplified(), {}};
    for (const auto &[axis, level] : m_levels)
        asset.classes[axis] = level->currentData().toString();
    return asset;
}

void AssetPage::judge()
{
    const bool hasName = !m_name->text().simplified().isEmpty();
    const bool hasClass = std::ranges::none_of(m_levels, [](const auto &one) { return one.second->currentData().toString().isEmpty(); });
    m_add->setEnabled(hasName && hasClass);
    setFootHint(!hasName ? tr("Please say what it is called.") : !hasClass ? tr("Please choose the highest class of what is on it.") : QString());
}

void AssetPage::carryOut()
{
    const auto row = m_desk.rowOf(asset());
    if (row) {
        Q_EMIT added(*row);
        return;
    }
    m_said->setText(tr("It was not added"), row.error().message);
    m_said->show();
    reveal(m_said);
}

} // namespace shirushi::disposals
