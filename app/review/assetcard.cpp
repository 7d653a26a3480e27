#include "review/assetcard.h"

#include "classify/labelcard.h"
#include "classify/work.h"
#include "review/entrywords.h"
#include "review/recordmodel.h"
#include "widgets/button.h"
#include "widgets/textblock.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirushi::review {

using namespace widgets;

namespace {

constexpr std::int64_t longestWay = 100; // steps, the newest

// A step of the way: the line at its side leads on to the next one.
class Step : public QWidget
{
public:
    Step(const Theme &theme, bool isCurrent) : m_theme(theme), m_isCurrent(isCurrent)
    {
        m_column = new QVBoxLayout(this);
        m_column->setContentsMargins(22, 2, 0, 8);
        m_column->setSpacing(0);
    }
    QVBoxLayout *column() const { return m_column; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRect(5, 0, 3, height()), m_theme[Ink::Line]);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme[m_isCurrent ? Ink::Action : Ink::Edge]);
        painter.drawEllipse(QPointF(6.5, 15), m_isCurrent ? 6.5 : 4.5, m_isCurrent ? 6.5 : 4.5);
    }

private:
    const Theme &m_theme;
    bool m_isCurrent;
    QVBoxLayout *m_column;
};

} // namespace

AssetCard::AssetCard(const Theme &theme, const ReviewDesk &desk, const RecordModel &names, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_desk(desk), m_names(names), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    m_column->setContentsMargins(16, 14, 16, 14);
    m_column->addStretch(1);
    setEmpty({});
}

QVBoxLayout *AssetCard::newContent()
{
    ++m_asked;
    delete m_content;
    m_way = nullptr;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_column->insertWidget(0, m_content);
    return column;
}

void AssetCard::setEmpty(const QString &sentence)
{
    QVBoxLayout *column = newContent();
    column->addWidget(new TextBlock(m_theme, TextKind::Body,
                                    sentence.isEmpty() ? tr("Choose an entry to see all of it and the way of the file.")
                                                       : sentence,
                                    Ink::Dim));
}

void AssetCard::addSide(QVBoxLayout *column, const QString &title, const QJsonValue &side)
{
    const Chips chips = chipsOf(m_desk, side, ChipSize::Full);
    if (chips.isEmpty())
        return;
    column->addWidget(new TextBlock(m_theme, TextKind::Small, title, Ink::Dim));
    auto *row = new ChipRow(m_theme);
    row->setChips(chips);
    column->addWidget(row);
}

void AssetCard::addMembers(QVBoxLayout *column, const ledger::Entry &entry)
{
    const auto say = [this, column](const QString &text, Ink ink = Ink::Text) {
        if (!text.isEmpty())
            column->addWidget(new TextBlock(m_theme, TextKind::Small, text, ink));
    };
    const QString name = fileNameOf(entry);
    column->addWidget(new TextBlock(m_theme, TextKind::Heading, name.isEmpty() ? deedText(entry) : name));
    say(tr("Entry %1, %2").arg(entry.seq).arg(classify::localTime(entry.at)), Ink::Dim);
    say(tr("%1: %2").arg(m_names.nameOf(entry.user), deedText(entry)));
    addSide(column, tr("Class before"), entry.draft.before);
    addSide(column, tr("Class afterwards"), entry.draft.after);
    if (!entry.draft.reason.isEmpty())
        say(tr("Reason: %1").arg(entry.draft.reason));
    for (const char *member : {"text", "purpose", "comment", "note", "number", "destination"}) {
        const QJsonValue value = entry.draft.details.value(QLatin1String(member));
        if (value.isString())
            say(value.toString());
    }
    say(entry.draft.file, Ink::Dim);
}

void AssetCard::setEntry(const ledger::Entry &entry)
{
    QVBoxLayout *column = newContent();
    addMembers(column, entry);
    if (entry.draft.file.isEmpty() && entry.draft.contentHash.isEmpty())
        return;
    column->addSpacing(8);
    column->addWidget(new TextBlock(m_theme, TextKind::Heading, tr("The way of this file")));
    m_way = new QVBoxLayout;
    m_way->setSpacing(0);
    column->addLayout(m_way);
    QPushButton *only = makeButton(tr("Only this file(&O)"), ButtonKind::Small);
    connect(only, &QPushButton::clicked, this, [this, draft = entry.draft] {
        Q_EMIT assetWanted(draft.contentHash, draft.file);
    });
    column->addWidget(only, 0, Qt::AlignLeft);
    Filter asset;
    asset.contentHash = entry.draft.contentHash;
    asset.file = entry.draft.file;
    const int asked = m_asked;
    classify::inBackground(this, [desk = &m_desk, asset] { return desk->entries(asset, 0, longestWay); },
                           [this, asked, seq = entry.seq](base::Result<Part> part) {
                               if (asked == m_asked && part)
                                   addWay(*part, seq);
                           });
}

// From the first to the last, as one would tell it.
void AssetCard::addWay(const Part &part, std::int64_t current)
{
    if (part.more)
        m_way->addWidget(new TextBlock(m_theme, TextKind::Small, tr("What came before is longer ago than this shows."),
                                       Ink::Dim));
    for (auto entry = part.entries.rbegin(); entry != part.entries.rend(); ++entry) {
        auto *step = new Step(m_theme, entry->seq == current);
        const QString when = classify::localTime(entry->at);
        const QString deed = deedText(*entry);
        step->column()->addWidget(new TextBlock(m_theme, TextKind::Small, when, Ink::Dim));
        step->column()->addWidget(new TextBlock(m_theme, TextKind::Strong, deed));
        const Chips chips = chipsOf(m_desk, entry->draft.after, ChipSize::Short);
        if (!chips.isEmpty()) {
            auto *row = new ChipRow(m_theme);
            row->setChips(chips);
            step->column()->addWidget(row);
        }
        const QString person = m_names.nameOf(entry->user);
        step->column()->addWidget(new TextBlock(m_theme, TextKind::Small,
                                                entry->draft.reason.isEmpty()
                                                    ? person
                                                    : tr("%1: %2").arg(person, entry->draft.reason),
                                                Ink::Dim));
        step->setAccessibleName(tr("%1, %2, %3").arg(when, deed, person));
        m_way->addWidget(step);
    }
}

} // namespace shirushi::review
