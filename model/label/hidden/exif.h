// Exif (CIPA DC-008) and TIFF directories, as far as they tell of people, places and devices. Any thread.
#pragma once

#include "label/hidden/hiddenfindings.h"

namespace shirushi::label {

/// `bytes` is a TIFF structure from its header on. Damage is passed over: what is readable is told.
void findInTiffStructure(const HiddenBytes &bytes, const QString &where, HiddenFindings &findings);

/// IPTC-IIM records, as Photoshop puts them into pictures.
void findInIptc(const QByteArray &records, const QString &where, HiddenFindings &findings);

} // namespace shirushi::label
