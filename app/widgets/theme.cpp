#include "widgets/theme.h"

#include "widgets/fonts.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QStyle>
#include <QStyleFactory>

#include <utility>

// A macro that declares a function: it must stand outside any namespace.
static void initialiseStyle()
{
    Q_INIT_RESOURCE(style);
}

namespace shirushi::widgets {

namespace {

constexpr std::pair<const char *, Ink> names[] = {
    // A name that begins with another one stands before it.
    {"@on-action", Ink::OnAction},
    {"@action-ground", Ink::ActionGround},
    {"@action", Ink::Action},
    {"@red-ground", Ink::RedGround},
    {"@red", Ink::Red},
    {"@amber-ground", Ink::AmberGround},
    {"@amber", Ink::Amber},
    {"@green-ground", Ink::GreenGround},
    {"@green", Ink::Green},
    {"@ground", Ink::Ground},
    {"@soft", Ink::Soft},
    {"@rail", Ink::Rail},
    {"@text", Ink::Text},
    {"@dim", Ink::Dim},
    {"@line", Ink::Line},
    {"@edge", Ink::Edge},
};

bool isDarkGround(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

Theme::Theme(QApplication &application, StyleSheet sheet)
    : m_application(application), m_isDressed(sheet == StyleSheet::AtOnce)
{
    initialiseStyle();
    loadFonts();
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setFont(font(TextKind::Body));
    readDesktop();
    apply();
    application.installEventFilter(this);
}

// Our own palette hides the desktop's: it is taken away for as long as it takes to look. Nothing is painted
// meanwhile. Where the desktop only says that it is dark, it is the style that has the dark palette.
void Theme::readDesktop()
{
    const bool before = std::exchange(m_applying, true);
    const QPalette own = m_application.palette();
    m_application.setPalette(QPalette());
    m_desktop = m_application.palette();
    m_desktopIsDark = isDarkGround(m_desktop) || isDarkGround(m_application.style()->standardPalette());
    m_application.setPalette(own);
    m_applying = before;
}

bool Theme::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange || event->type() == QEvent::ApplicationPaletteChange)
        follow();
    return false;
}

void Theme::follow()
{
    if (m_applying)
        return;
    readDesktop();
    if (coloursNow().table != m_colours.table)
        apply();
}

void Theme::setLook(Look look)
{
    if (look == m_look)
        return;
    m_look = look;
    apply();
}

bool Theme::isDark() const
{
    return m_colours[Ink::Ground].lightness() < 128;
}

Colours Theme::coloursNow() const
{
    if (m_look == Look::Desktop && isHighContrast(m_desktop))
        return desktopColours(m_desktop);
    const bool dark = m_look == Look::Dark || (m_look == Look::Desktop && m_desktopIsDark);
    return dark ? darkColours() : lightColours();
}

void Theme::apply()
{
    m_colours = coloursNow();
    m_applying = true;
    m_application.setPalette(paletteOf(m_colours));
    if (m_isDressed)
        m_application.setStyleSheet(styleSheet(m_colours));
    m_applying = false;
    Q_EMIT changed();
}

void Theme::dress()
{
    m_isDressed = true;
    m_application.setStyleSheet(styleSheet(m_colours));
}

QFont Theme::font(TextKind kind)
{
    QFont font(textFamily());
    font.setHintingPreference(QFont::PreferNoHinting);
    switch (kind) {
    case TextKind::Title:
        font.setPixelSize(26);
        break;
    case TextKind::Lead:
        font.setPixelSize(20);
        break;
    case TextKind::Small:
        font.setPixelSize(14);
        break;
    case TextKind::Heading:
    case TextKind::Strong:
    case TextKind::Body:
        font.setPixelSize(16);
        break;
    }
    font.setBold(kind != TextKind::Body && kind != TextKind::Small);
    return font;
}

double Theme::lineHeight(TextKind kind)
{
    return kind == TextKind::Title || kind == TextKind::Lead ? 1.4 : 1.6;
}

QString styleSheet(const Colours &colours)
{
    QFile file(QStringLiteral(":/shirushi/style/shirushi.qss"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The style sheet is missing from the program.");
    QString text = QString::fromUtf8(file.readAll());
    for (const auto &[name, ink] : names)
        text.replace(QLatin1String(name), colours[ink].name());
    return text;
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Ink ink) { palette.setColor(role, colours[ink]); };
    set(QPalette::Window, Ink::Ground);
    set(QPalette::WindowText, Ink::Text);
    set(QPalette::Base, Ink::Ground);
    set(QPalette::AlternateBase, Ink::Soft);
    set(QPalette::Text, Ink::Text);
    set(QPalette::PlaceholderText, Ink::Dim);
    set(QPalette::Button, Ink::Ground);
    set(QPalette::ButtonText, Ink::Text);
    set(QPalette::BrightText, Ink::Red);
    set(QPalette::ToolTipBase, Ink::Soft);
    set(QPalette::ToolTipText, Ink::Text);
    set(QPalette::Highlight, Ink::Action);
    set(QPalette::HighlightedText, Ink::OnAction);
    set(QPalette::Link, Ink::Action);
    set(QPalette::LinkVisited, Ink::Action);
    set(QPalette::Light, Ink::Soft);
    set(QPalette::Midlight, Ink::Line);
    set(QPalette::Mid, Ink::Edge);
    set(QPalette::Dark, Ink::Edge);
    set(QPalette::Shadow, Ink::Text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours[Ink::Edge]);
    return palette;
}

} // namespace shirushi::widgets
