// CheckLine: a tick box whose text goes on in further lines. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QAbstractButton>

namespace shirushi::widgets {

class CheckLine : public QAbstractButton
{
    Q_OBJECT
public:
    CheckLine(const Theme &theme, const QString &text, const QString &note = {}, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, 34}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList lines(int width) const;
    QStringList noteLines(int width) const;

    const Theme &m_theme;
    QString m_note;
};

} // namespace shirushi::widgets
