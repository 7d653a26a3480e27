// Which of a pack's languages the window speaks: that of the default locale, which main() sets together with
// the translation. Any thread.
#pragma once

#include "policy/pack.h"

namespace shirushi::widgets {

QString windowLanguage();
const QString &inWindowLanguage(const policy::Text &text);

} // namespace shirushi::widgets
