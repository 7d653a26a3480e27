// Buttons of the window's five kinds; the style sheet tells them apart by their "kind". Window thread only.
#pragma once

#include <QPushButton>

namespace shirushi::widgets {

enum class ButtonKind { Main, Plain, Quiet, Small, Header, Rail };

/// `text` may have an access key: 分類を表示する(&S). Enter presses the button that has the focus.
QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent = nullptr);

/// `text` without its access key, for screen readers: ファイルを選ぶ
QString withoutAccessKey(const QString &text);

} // namespace shirushi::widgets
