// DropArea: the place on the first page that asks for files, with the two buttons that choose them. Files may
// be dropped anywhere on the window; this only shows that they may. droppedFiles() says what was dropped. Window thread only.
#pragma once

#include "base/path.h"
#include "widgets/theme.h"

#include <QWidget>

#include <vector>

class QMimeData;

namespace shirushi::classify {

/// The files and folders of this computer in what was dropped, in its order; empty: there are none.
std::vector<base::Path> droppedFiles(const QMimeData &data);

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
