#include "classify/droparea.h"

#include "widgets/button.h"
#include "widgets/icons.h"

#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace shirushi::classify {

using namespace widgets;

std::vector<base::Path> droppedFiles(const QMimeData &data)
{
    std::vector<base::Path> paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.push_back(base::toPath(url.toLocalFile()));
    }
    return paths;
}

DropArea::DropArea(const Theme &theme, bool takesFolders, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setMinimumHeight(220);
    setMaximumHeight(260);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    QPushButton *files = makeButton(tr("Choose files(&O)"), ButtonKind::Main);
    QPushButton *folder = makeButton(tr("Choose a folder(&F)"), ButtonKind::Plain);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addStretch(1);
    row->addWidget(files);
    row->addWidget(folder);
    if (!takesFolders)
        folder->hide();
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 30);
    layout->addStretch(1);
    layout->addLayout(row);
    connect(files, &QPushButton::clicked, this, &DropArea::filesWanted);
    connect(folder, &QPushButton::clicked, this, &DropArea::folderWanted);
    setFocusProxy(files);
}

void DropArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashes(m_theme[Ink::Action], 2, Qt::CustomDashLine);
    dashes.setDashPattern({4, 3});
    painter.setPen(dashes);
    painter.setBrush(m_theme[Ink::ActionGround]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 16, 16);
    const double top = (height() - 30 - 48 - 20 - 34 - 56) / 2.0 + 4;
    drawPicture(painter, QRectF(width() / 2.0 - 28, top, 56, 56), Picture::Upload, m_theme[Ink::Action]);
    painter.setFont(Theme::font(TextKind::Lead));
    painter.setPen(m_theme[Ink::Text]);
    painter.drawText(QRectF(0, top + 62, width(), 34), Qt::AlignCenter, tr("Put files here"));
}

} // namespace shirushi::classify
