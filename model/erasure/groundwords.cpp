#include "erasure/ground.h"

#include <QCoreApplication>

namespace shirushi::erasure {

namespace {

struct DoubtWords {
    const char *name;
    const char *sentence;
};

constexpr DoubtWords doubts[] = {
    {"copy-on-write", QT_TRANSLATE_NOOP("shirushi::erasure", "This file system writes new bytes to another place: the old ones may be left on the medium.")},
    {"log-structured", QT_TRANSLATE_NOOP("shirushi::erasure", "This file system writes new bytes to another place: the old ones may be left on the medium.")},
    {"data-journal", QT_TRANSLATE_NOOP("shirushi::erasure", "The journal of this file system keeps the contents of files too: what was in it before may be left there.")},
    {"inline-data", QT_TRANSLATE_NOOP("shirushi::erasure", "The file is so small that it lies in the file system's own records, of which older copies may be left.")},
    {"shared-extents", QT_TRANSLATE_NOOP("shirushi::erasure", "Another file shares these bytes on the medium: they stay as long as it does.")},
    {"encoded", QT_TRANSLATE_NOOP("shirushi::erasure", "The file system compresses or encrypts this file and writes it to another place: the old bytes may be left.")},
    {"overlay", QT_TRANSLATE_NOOP("shirushi::erasure", "The file may also lie in a layer below, which is not changed.")},
    {"network", QT_TRANSLATE_NOOP("shirushi::erasure", "The file lies on a server: what it keeps does not show here.")},
    {"program", QT_TRANSLATE_NOOP("shirushi::erasure", "Another program makes this file system: what it keeps does not show here.")},
    {"memory", QT_TRANSLATE_NOOP("shirushi::erasure", "The file lies in memory, which may have been moved out to a disk.")},
    {"flash", QT_TRANSLATE_NOOP("shirushi::erasure", "An SSD, USB stick or memory card writes new bytes to another place by itself: the old ones may be left on it.")},
    {"medium-unknown", QT_TRANSLATE_NOOP("shirushi::erasure", "What the file lies on does not show: overwriting cannot be promised.")},
    {"snapshot", QT_TRANSLATE_NOOP("shirushi::erasure", "Snapshots are kept here: they may have the file.")},
    {"synced", QT_TRANSLATE_NOOP("shirushi::erasure", "This folder is copied elsewhere by another program: the copies there, and their older versions, stay.")},
    {"system-unknown", QT_TRANSLATE_NOOP("shirushi::erasure", "This file system is not known: overwriting cannot be promised.")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::erasure", text);
}

} // namespace

QString sentenceOf(const QString &doubt)
{
    for (const DoubtWords &words : doubts) {
        if (doubt == QLatin1String(words.name))
            return tr(words.sentence);
    }
    return doubt;
}

QString nameOf(const Medium &medium)
{
    return medium.kind == MediumKind::Rotating     ? QStringLiteral("rotating")
           : medium.isRemovable                    ? QStringLiteral("removable")
           : medium.kind == MediumKind::SolidState ? QStringLiteral("solid-state")
                                                   : QStringLiteral("unknown");
}

QString mediumWords(const QString &name)
{
    return name == u"rotating"      ? tr("hard disk")
           : name == u"removable"   ? tr("removable medium")
           : name == u"solid-state" ? tr("SSD")
                                    : tr("unknown medium");
}

} // namespace shirushi::erasure
