// The sheet to read a password out from, as a PDF in a place that the person has chosen. It says that it must be
// destroyed. Any thread.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "base/secretbytes.h"

#include <QStringList>

namespace shirushi::send {

struct SheetWords {
    QString parcel;         // its file name
    QStringList recipients; // who may hear it, with their numbers
};

[[nodiscard]] base::Result<void> writeSheet(const base::Path &file, const SheetWords &words, const base::SecretBytes &password);

} // namespace shirushi::send
