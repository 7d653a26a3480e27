#include "widgets/icons.h"

#include "widgets/fonts.h"

#include <QIconEngine>
#include <QPainter>

namespace shirushi::widgets {

namespace {

// Code points of Material Design Icons 1.5, in the order of Picture.
constexpr char16_t codePoints[] = {
    0xf316, 0xf552, 0xf493, 0xf625, 0xf341, 0xf013, 0xf5e0, 0xf026, 0xf028, 0xf2fd, 0xf54c, 0xf256, 0xf224,
    0xf135, 0xf131, 0xf186, 0xf156, 0xf140, 0xf5e1, 0xf0ed, 0xf4fd, 0xf0be, 0xf52b, 0xf5c7, 0xf0ad, 0xf130,
    0xf48a, 0xf2fb, 0xf03c, 0xf340, 0xf2da, 0xf1c0,
};

class PictureEngine final : public QIconEngine
{
public:
    PictureEngine(Picture picture, const Theme &theme, Ink ink) : m_picture(picture), m_theme(theme), m_ink(ink) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawPicture(*painter, rect, m_picture, m_theme[mode == QIcon::Disabled ? Ink::Edge : m_ink]);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new PictureEngine(*this); }

private:
    Picture m_picture;
    const Theme &m_theme;
    Ink m_ink;
};

} // namespace

QIcon icon(Picture picture, const Theme &theme, Ink ink)
{
    return QIcon(new PictureEngine(picture, theme, ink));
}

void drawPicture(QPainter &painter, const QRectF &place, Picture picture, const QColor &colour)
{
    QFont font(iconFamily());
    font.setPixelSize(qRound(qMin(place.width(), place.height())));
    painter.save();
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(place, Qt::AlignCenter, QString(QChar(codePoints[static_cast<std::size_t>(picture)])));
    painter.restore();
}

} // namespace shirushi::widgets
