// A row with the folder that a file lies in, and a button that opens it. Window thread only.
#pragma once

#include "base/path.h"

class QWidget;

namespace shirushi::send {

QWidget *folderRow(const base::Path &file);

} // namespace shirushi::send
