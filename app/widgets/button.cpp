#include "widgets/button.h"

#include <QRegularExpression>
#include <QVariant>

namespace shirushi::widgets {

namespace {

constexpr const char *names[] = {"main", "plain", "quiet", "small", "header", "rail"};

} // namespace

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("kind", QString::fromLatin1(names[static_cast<std::size_t>(kind)]));
    button->setAccessibleName(withoutAccessKey(text));
    button->setCursor(Qt::PointingHandCursor);
    button->setAutoDefault(true);
    return button;
}

QString withoutAccessKey(const QString &text)
{
    static const QRegularExpression key(QStringLiteral("\\s*\\(&.\\)"));
    QString plain = text;
    plain.remove(key);
    return plain.remove(QLatin1Char('&'));
}

} // namespace shirushi::widgets
