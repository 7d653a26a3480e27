// Fonts: BIZ UDPGothic for text and Material Design Icons for pictures. Both are embedded, and the text font
// is only read where the desktop has not got it. Window thread, after the QGuiApplication is made.
#pragma once

#include <QString>

namespace shirushi::widgets {

void loadFonts();
QString textFamily();
QString iconFamily();

} // namespace shirushi::widgets
