// AnswerButton: one answer of a question, large, with its key and an example. Enter, Space and a click choose
// it; its key works from anywhere on the page (which the page sees to). Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QAbstractButton>

namespace shirushi::widgets {

class AnswerButton : public QAbstractButton
{
    Q_OBJECT
public:
    /// `key` may be empty; `note` is the example, or what the answer brings about.
    AnswerButton(const Theme &theme, const QString &key, const QString &text, const QString &note,
                 QWidget *parent = nullptr);

    QString key() const { return m_key; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {220, 60}; }

Q_SIGNALS:
    void focused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int textLeft() const;
    QStringList noteLines(int width) const;
    QStringList textLines(int width) const;

    const Theme &m_theme;
    QString m_key;
    QString m_note;
};

} // namespace shirushi::widgets
