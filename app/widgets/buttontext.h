// setButtonText(): the name that a screen reader says goes with the text.
#pragma once

#include "widgets/button.h"

#include <QPushButton>

namespace shirushi::widgets {

inline void setButtonText(QPushButton &button, const QString &text)
{
    button.setText(text);
    button.setAccessibleName(withoutAccessKey(text));
}

} // namespace shirushi::widgets
