#include "window/deedwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace shirushi::window {

namespace {

struct Words {
    const char *id;
    const char *text;
};

constexpr Words actions[] = {
    {"send", QT_TRANSLATE_NOOP("shirushi::window", "Send")},
    {"provide", QT_TRANSLATE_NOOP("shirushi::window", "Provide to somebody outside")},
    {"publish", QT_TRANSLATE_NOOP("shirushi::window", "Publish")},
    {"take-out", QT_TRANSLATE_NOOP("shirushi::window", "Take out")},
    {"transport", QT_TRANSLATE_NOOP("shirushi::window", "Transport")},
    {"store", QT_TRANSLATE_NOOP("shirushi::window", "Store")},
    {"erase", QT_TRANSLATE_NOOP("shirushi::window", "Erase")},
    {"dispose", QT_TRANSLATE_NOOP("shirushi::window", "Dispose of")},
    {"lower", QT_TRANSLATE_NOOP("shirushi::window", "Lower the class")},
    {"label", QT_TRANSLATE_NOOP("shirushi::window", "Show a class")},
    {"exception", QT_TRANSLATE_NOOP("shirushi::window", "Exception")},
};

constexpr Words destinations[] = {
    {"internal", QT_TRANSLATE_NOOP("shirushi::window", "Within the same body")},
    {"contractor", QT_TRANSLATE_NOOP("shirushi::window", "To a contractor")},
    {"government", QT_TRANSLATE_NOOP("shirushi::window", "To the state or another municipality")},
    {"resident", QT_TRANSLATE_NOOP("shirushi::window", "To a resident")},
    {"council", QT_TRANSLATE_NOOP("shirushi::window", "To the council")},
    {"public", QT_TRANSLATE_NOOP("shirushi::window", "To everybody")},
};

constexpr Words channels[] = {
    {"mail", QT_TRANSLATE_NOOP("shirushi::window", "By mail on the internet")},
    {"lgwan-mail", QT_TRANSLATE_NOOP("shirushi::window", "By mail in LGWAN")},
    {"sns", QT_TRANSLATE_NOOP("shirushi::window", "By a social network")},
    {"file-transfer", QT_TRANSLATE_NOOP("shirushi::window", "By a file transfer service")},
    {"web-form", QT_TRANSLATE_NOOP("shirushi::window", "By a form on a web page")},
    {"web-meeting", QT_TRANSLATE_NOOP("shirushi::window", "In a web meeting")},
    {"medium", QT_TRANSLATE_NOOP("shirushi::window", "On a storage medium")},
    {"post", QT_TRANSLATE_NOOP("shirushi::window", "By post")},
};

QStringList idsOf(std::span<const Words> table)
{
    QStringList ids;
    for (const Words &words : table)
        ids += QLatin1String(words.id);
    return ids;
}

QString textOf(std::span<const Words> table, const QString &id)
{
    const auto found = std::find_if(table.begin(), table.end(), [&id](const Words &words) { return id == QLatin1String(words.id); });
    return found == table.end() ? id : QCoreApplication::translate("shirushi::window", found->text);
}

} // namespace

QStringList knownActions()
{
    return idsOf(actions);
}

QStringList knownDestinations()
{
    return idsOf(destinations);
}

QStringList knownChannels()
{
    return idsOf(channels);
}

QString actionText(const QString &action)
{
    return textOf(actions, action);
}

QString destinationText(const QString &destination)
{
    return textOf(destinations, destination);
}

QString channelText(const QString &channel)
{
    return textOf(channels, channel);
}

} // namespace shirushi::window
