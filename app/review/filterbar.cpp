#include "review/filterbar.h"

#include "base/clock.h"
#include "review/entrywords.h"
#include "widgets/button.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/textblock.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

#include <set>
#include <utility>

namespace shirushi::review {

using namespace widgets;

namespace {

constexpr int allYears = 0;
constexpr int ownPeriod = -1;
constexpr int longestSearch = 200; // characters
constexpr int mostYears = 40;
constexpr int turn = 560; // pixels: more than three choices need side by side

QString yearText(int year)
{
    return windowLanguage() == QStringLiteral("ja") ? base::toJapaneseFiscalYear(year) : QString::number(year);
}

void choose(Choice *choice, const QVariant &value)
{
    choice->setCurrentIndex(std::max(0, choice->findData(value)));
}

} // namespace

FilterBar::FilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_year(new Choice(theme)), m_period(new QWidget),
      m_from(new DateChoice(theme, QDate::currentDate().addMonths(-1))),
      m_until(new DateChoice(theme, QDate::currentDate())), m_kind(new Choice(theme)), m_class(new Choice(theme)),
      m_department(new Choice(theme)), m_person(new Choice(theme)), m_search(new QWidget), m_words(new QLineEdit),
      m_reset(makeButton(tr("Show all(&R)"), ButtonKind::Small)), m_typing(new QTimer(this))
{
    m_year->setAccessibleName(tr("Fiscal year"));
    m_kind->setAccessibleName(tr("Kind of entry"));
    m_class->setAccessibleName(tr("Class"));
    m_department->setAccessibleName(tr("Department"));
    m_person->setAccessibleName(tr("Person"));
    m_from->setAccessibleName(tr("From"));
    m_until->setAccessibleName(tr("Until"));
    m_words->setAccessibleName(tr("Part of a file name or note"));
    m_words->setPlaceholderText(tr("Search"));
    m_words->setToolTip(tr("Part of a file name or note"));
    m_words->setMaxLength(longestSearch);
    m_words->setClearButtonEnabled(true);
    layOut(theme);
    listen();
}

void FilterBar::layOut(const Theme &theme)
{
    auto *period = new QHBoxLayout(m_period);
    period->setContentsMargins(0, 0, 0, 0);
    period->addWidget(m_from);
    period->addWidget(new TextBlock(theme, TextKind::Body, tr("to")));
    period->addWidget(m_until);
    period->addStretch(1);
    m_period->hide();

    auto *search = new QHBoxLayout(m_search);
    search->setContentsMargins(0, 0, 0, 0);
    search->setSpacing(10);
    search->addWidget(m_words, 1);
    search->addWidget(m_reset);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(10);
    arrange();
}

// Three in a row, or two where the window is narrow.
void FilterBar::arrange()
{
    const bool isNarrow = width() < turn;
    if (m_grid->count() > 0 && isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    const int across = isNarrow ? 2 : 3;
    int at = 0;
    const auto put = [&](QWidget *widget) {
        m_grid->addWidget(widget, at / across, at % across);
        ++at;
    };
    for (QWidget *widget : std::initializer_list<QWidget *>{m_year, m_kind, m_class})
        put(widget);
    if (isNarrow)
        put(m_department);
    else
        at += across; // the period's row
    m_grid->addWidget(m_period, isNarrow ? 2 : 1, 0, 1, across);
    if (isNarrow) {
        m_grid->addWidget(m_person, 3, 0, 1, across);
        m_grid->addWidget(m_search, 4, 0, 1, across);
    } else {
        for (QWidget *widget : std::initializer_list<QWidget *>{m_department, m_person, m_search})
            put(widget);
    }
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, column >= across ? 0 : column == 2 ? 4 : 3);
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FilterBar::listen()
{
    // First of all, so that who is told of the change reads people of that department.
    connect(m_year, &QComboBox::currentIndexChanged, this, &FilterBar::showPeriod);
    connect(m_department, &QComboBox::currentIndexChanged, this, &FilterBar::offerPeople);
    for (Choice *choice : {m_year, m_kind, m_class, m_department, m_person}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(6);
        connect(choice, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_quiet)
                Q_EMIT changed();
        });
    }
    for (DateChoice *date : {m_from, m_until})
        connect(date, &QDateEdit::dateChanged, this, &FilterBar::changed);
    m_typing->setSingleShot(true);
    m_typing->setInterval(250);
    connect(m_typing, &QTimer::timeout, this, &FilterBar::changed);
    connect(m_words, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        m_typing->stop();
        Q_EMIT changed();
    });
    connect(m_reset, &QPushButton::clicked, this, &FilterBar::reset);
}

void FilterBar::showPeriod()
{
    m_period->setVisible(m_year->currentData().toInt() == ownPeriod);
}

void FilterBar::offerYears(QDate first, QDate today)
{
    const bool isNew = m_year->count() == 0;
    const QVariant chosen = m_year->currentData();
    m_year->clear();
    m_year->addItem(tr("All years"), allYears);
    const int now = base::fiscalYear(today);
    const int start = std::max(first.isValid() ? base::fiscalYear(first) : now, now - mostYears);
    for (int year = now; year >= start; --year)
        m_year->addItem(yearText(year), year);
    m_year->addItem(tr("A period of days"), ownPeriod);
    choose(m_year, isNew ? QVariant(now) : chosen);
}

void FilterBar::offerPeople()
{
    const bool before = std::exchange(m_quiet, true);
    const QVariant chosen = m_person->currentData();
    const QString department = m_department->currentData().toString();
    m_person->clear();
    m_person->addItem(tr("Everybody"), QString());
    for (const Someone &person : m_people) {
        if (department.isEmpty() || person.department == department)
            m_person->addItem(person.name.isEmpty() ? person.id : person.name, person.id);
    }
    choose(m_person, chosen);
    m_quiet = before;
}

void FilterBar::setOffer(const policy::Pack &pack, const std::vector<Someone> &people, QDate first, QDate today)
{
    m_quiet = true;
    m_people = people;
    offerYears(first, today);
    if (m_kind->count() == 0) {
        m_kind->addItem(tr("All kinds"), QStringList());
        for (const KindGroup &group : kindGroups()) {
            m_kind->addItem(group.title, group.kinds);
            for (const QString &kind : group.kinds)
                m_kind->addItem(QStringLiteral("　") + kindText(kind), QStringList{kind});
        }
    }
    if (std::exchange(m_rules, pack.id) != pack.id) {
        m_class->clear();
        m_class->addItem(tr("All classes"), QString());
        for (const policy::Axis &axis : pack.axes) {
            for (const policy::Level &level : axis.levels)
                m_class->addItem(inWindowLanguage(level.name), QString(axis.id + u'=' + level.id));
        }
    }
    const QVariant department = m_department->currentData();
    std::set<QString> departments;
    for (const Someone &person : people)
        departments.insert(person.department);
    departments.erase(QString());
    m_department->clear();
    m_department->addItem(tr("All departments"), QString());
    for (const QString &name : departments)
        m_department->addItem(name, name);
    choose(m_department, department);
    m_department->setEnabled(!departments.empty());
    offerPeople();
    showPeriod();
    m_quiet = false;
}

Filter FilterBar::filter() const
{
    Filter filter;
    const int year = m_year->currentData().toInt();
    if (year == ownPeriod) {
        filter.from = std::min(m_from->date(), m_until->date());
        filter.until = std::max(m_from->date(), m_until->date());
    } else if (year != allYears) {
        filter.from = QDate(year, 4, 1);
        filter.until = QDate(year + 1, 3, 31);
    }
    filter.kinds = m_kind->currentData().toStringList();
    const QStringList level = m_class->currentData().toString().split(u'=');
    if (level.size() == 2)
        filter.classes[level[0]] = level[1];
    filter.department = m_department->currentData().toString();
    filter.user = m_person->currentData().toString();
    filter.text = m_words->text().simplified();
    return filter;
}

QString FilterBar::inWords() const
{
    QStringList words;
    if (m_year->currentData().toInt() == ownPeriod) {
        const Filter own = filter();
        words += tr("%1 to %2").arg(base::toJapaneseDate(own.from), base::toJapaneseDate(own.until));
    } else {
        words += m_year->currentText();
    }
    for (const Choice *choice : {m_kind, m_class, m_department, m_person}) {
        if (choice->currentIndex() > 0)
            words += choice->currentText().trimmed();
    }
    if (!m_words->text().simplified().isEmpty())
        words += tr("“%1”").arg(m_words->text().simplified());
    return words.join(tr(", "));
}

void FilterBar::reset()
{
    m_quiet = true;
    for (Choice *choice : {m_year, m_kind, m_class, m_department, m_person})
        choice->setCurrentIndex(0);
    {
        const QSignalBlocker blocker(m_words);
        m_words->clear();
    }
    m_typing->stop();
    m_quiet = false;
    Q_EMIT changed();
}

} // namespace shirushi::review
