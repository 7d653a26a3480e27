// Icons: pictures of the icon font, drawn in a colour of the theme at the moment they are painted, so that a
// change of theme needs no new icons. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QIcon>

class QPainter;

namespace shirushi::widgets {

enum class Picture {
    Label, Upload, Settings, Help, Lock, Person, Check, Warning, Wrong, Information, Undo, Folder, File,
    Checked, Unchecked, Question, Close, Down, Verified, Calendar, Stamp, Ledger, TrafficLight, Conditions, Forbidden, Open,
    Send, Receive, Vault, Unlocked, Rescue, Trash,
};

/// The theme must outlive the icon.
QIcon icon(Picture picture, const Theme &theme, Ink ink);

void drawPicture(QPainter &painter, const QRectF &place, Picture picture, const QColor &colour);

} // namespace shirushi::widgets
