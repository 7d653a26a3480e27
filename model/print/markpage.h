// The mark as a page: the class text set small at the top right of an otherwise empty PDF page, with its font
// embedded, to be laid over the pages of a document. Needs a QGuiApplication (the offscreen platform will do);
// use it from the thread that made that.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QSizeF>

namespace shirushi::print {

/// A one-page PDF of `size` (points) with `text` in BIZ UDPGothic; `pdftotext` reads the same characters back.
[[nodiscard]] base::Result<QByteArray> markPage(const QString &text, QSizeF size);

} // namespace shirushi::print
