#include "send/passwordview.h"

#include "widgets/language.h"
#include "widgets/linebreaks.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace shirushi::send {

using namespace widgets;
using sending::SpokenCharacter;
using Groups = std::vector<std::vector<SpokenCharacter>>;

namespace {

constexpr int boxHeight = 114;
constexpr int gap = 14;        // between the box and the table
constexpr int headHeight = 40;
constexpr int lineHeight = 26;
constexpr int rowPadding = 8;
constexpr int wordsLeft = 128;
constexpr double between = 0.08;   // of two characters, in font sizes
constexpr double groupGap = 0.8;   // likewise, of two groups
constexpr int largest = 46;

// While nothing is shown, the place looks as a made password would.
constexpr int hiddenGroups = 5;

QString wordOf(const SpokenCharacter &spoken)
{
    if (windowLanguage() == u"ja")
        return spoken.word;
    return spoken.latinWord.isEmpty() ? QString(spoken.character) : spoken.latinWord;
}

double widthOf(const Groups &groups, const QFont &font)
{
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const auto &group : groups) {
        for (const SpokenCharacter &one : group)
            width += metrics.horizontalAdvance(one.character) + between * font.pixelSize();
        width += groupGap * font.pixelSize();
    }
    return width - (groupGap + between) * font.pixelSize();
}

} // namespace

PasswordView::PasswordView(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Password, in groups, with how it is read out"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PasswordView::show(base::SecretBytes password)
{
    m_password = std::move(password);
    updateGeometry();
    update();
}

void PasswordView::conceal()
{
    m_password = {};
    updateGeometry();
    update();
}

int PasswordView::heightForWidth(int width) const
{
    return isShown() ? boxHeight + gap + drawTable(nullptr, width) : boxHeight;
}

QSize PasswordView::sizeHint() const
{
    return {600, heightForWidth(std::max(width(), 600))};
}

QSize PasswordView::minimumSizeHint() const
{
    return {320, boxHeight};
}

void PasswordView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter);
    if (isShown()) {
        painter.translate(0, boxHeight + gap);
        drawTable(&painter, width());
    }
}

void PasswordView::drawBox(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme[Ink::Line]);
    painter.setBrush(m_theme[Ink::Ground]);
    painter.drawRoundedRect(QRectF(0.5, 0.5, width() - 1, boxHeight - 1), 12, 12);
    Groups groups = sending::spokenGroups(m_password);
    if (!isShown())
        groups.assign(hiddenGroups, std::vector<SpokenCharacter>(4, {QChar(0x2022), {}, {}}));
    if (!isShown())
        groups.back().resize(1);
    QFont font = Theme::font(TextKind::Title);
    font.setPixelSize(largest);
    const double wide = widthOf(groups, font);
    if (wide > width() - 40)
        font.setPixelSize(static_cast<int>(largest * (width() - 40) / wide));
    painter.setFont(font);
    painter.setPen(m_theme[isShown() ? Ink::Text : Ink::Dim]);
    const QFontMetricsF metrics(font);
    double x = (width() - widthOf(groups, font)) / 2;
    for (const auto &group : groups) {
        for (const SpokenCharacter &one : group) {
            const double advance = metrics.horizontalAdvance(one.character);
            painter.drawText(QRectF(x, 0, advance, boxHeight), Qt::AlignCenter | Qt::TextDontClip, QString(one.character));
            x += advance + between * font.pixelSize();
        }
        x += groupGap * font.pixelSize();
    }
}

// Draws nothing without a painter; the height it takes.
int PasswordView::drawTable(QPainter *painter, int width) const
{
    if (painter) {
        QFont head = Theme::font(TextKind::Small);
        head.setBold(true);
        painter->setFont(head);
        painter->setPen(m_theme[Ink::Text]);
        painter->drawText(QRect(10, 0, wordsLeft - 10, headHeight), Qt::AlignVCenter, tr("Group"));
        painter->drawText(QRect(wordsLeft, 0, width - wordsLeft, headHeight), Qt::AlignVCenter,
                          tr("Read out as (radio rules, table 5)"));
        painter->fillRect(0, headHeight - 2, width, 2, m_theme[Ink::Edge]);
    }
    int top = headHeight;
    for (const auto &group : sending::spokenGroups(m_password))
        top += drawRow(painter, group, top, width);
    return top;
}

int PasswordView::drawRow(QPainter *painter, const std::vector<SpokenCharacter> &group, int top, int width) const
{
    const QFont strong = Theme::font(TextKind::Strong);
    const QFont plain = Theme::font(TextKind::Body);
    const QFontMetrics metrics(plain);
    if (painter) {
        painter->setFont(strong);
        painter->setPen(m_theme[Ink::Text]);
        int x = 10;
        for (const SpokenCharacter &one : group) {
            painter->drawText(QRect(x, top + rowPadding, 24, lineHeight), Qt::AlignVCenter, QString(one.character));
            x += QFontMetrics(strong).horizontalAdvance(one.character) + 2;
        }
        painter->setFont(plain);
    }
    int x = wordsLeft;
    int line = top + rowPadding;
    const auto put = [&](const QString &word, Ink ink) {
        const int wide = metrics.horizontalAdvance(word);
        if (x > wordsLeft && x + wide > width) {
            x = wordsLeft;
            line += lineHeight;
        }
        if (painter) {
            painter->setPen(m_theme[ink]);
            painter->drawText(QRect(x, line, wide + 2, lineHeight), Qt::AlignVCenter, word);
        }
        x += wide + 18;
    };
    for (const SpokenCharacter &one : group)
        put(wordOf(one), Ink::Text);
    if (group.size() == 1)
        put(tr("(checks what was read back; part of the password)"), Ink::Dim);
    const int height = line + lineHeight + rowPadding - top;
    if (painter)
        painter->fillRect(0, top + height - 1, width, 1, m_theme[Ink::Line]);
    return height;
}

} // namespace shirushi::send
