// TwoColumns: a wide column and a narrow one beside it, which goes below where the window is narrow.
// Window thread only.
#pragma once

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace shirushi::widgets {

class TwoColumns : public QWidget
{
    Q_OBJECT
public:
    /// `right` is the width of the narrow column; 0 makes both alike. Below `turn` pixels it goes below.
    explicit TwoColumns(int right, int turn = 800, QWidget *parent = nullptr);

    QVBoxLayout *left() const { return m_left; }
    QVBoxLayout *right() const { return m_right; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int m_rightWidth;
    int m_turn;
    QWidget *m_rightSide;
    QBoxLayout *m_layout;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
};

} // namespace shirushi::widgets
