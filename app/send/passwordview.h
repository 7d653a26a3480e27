// PasswordView: a password in large groups, and how each is read out on the telephone. It is painted from the secret
// itself, a character at a time: there is no text of it in a label. Wiped when it is taken away. Window thread only.
#pragma once

#include "base/secretbytes.h"
#include "sending/telephonespelling.h"
#include "widgets/theme.h"

#include <QWidget>

namespace shirushi::send {

class PasswordView : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordView(const widgets::Theme &theme, QWidget *parent = nullptr);

    void show(base::SecretBytes password);
    /// Wipes it; dots stand in its place.
    void conceal();
    bool isShown() const { return !m_password.isEmpty(); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawBox(QPainter &painter) const;
    int drawTable(QPainter *painter, int width) const;
    int drawRow(QPainter *painter, const std::vector<sending::SpokenCharacter> &group, int top, int width) const;

    const widgets::Theme &m_theme;
    base::SecretBytes m_password;
};

} // namespace shirushi::send
