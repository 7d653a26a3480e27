// AnswerGrid: large answers side by side where there is room, below each other where there is not. Window thread only.
#pragma once

#include "widgets/theme.h"

#include <QWidget>

class QGridLayout;

namespace shirushi::widgets {
class AnswerButton;
}

namespace shirushi::send {

class AnswerGrid : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerGrid(QWidget *parent = nullptr);

    /// In place of those of before.
    void setButtons(const std::vector<widgets::AnswerButton *> &buttons);
    const std::vector<widgets::AnswerButton *> &buttons() const { return m_buttons; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(int columns);

    QGridLayout *m_layout;
    std::vector<widgets::AnswerButton *> m_buttons;
    int m_columns = 0;
};

} // namespace shirushi::send
