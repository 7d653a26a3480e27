// DropArea: the place on the first page that asks for files, with the two buttons that choose them. Files may
// be dropped anywhere on the window; this only shows that they may. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QWidget>

namespace shirushi::classify {

class DropArea : public QWidget
{
    Q_OBJECT
public:
    explicit DropArea(const widgets::Theme &theme, bool takesFolders = true, QWidget *parent = nullptr);

Q_SIGNALS:
    void filesWanted();
    void folderWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const widgets::Theme &m_theme;
};

} // namespace shirushi::classify
