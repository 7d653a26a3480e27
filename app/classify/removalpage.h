// RemovalPage 分類の表示を外す: what is taken away, what stays, and the reason, before anything is done. Window thread only.
#pragma once

#include "classify/labeldesk.h"
#include "widgets/page.h"

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace shirushi::classify {

class RemovalPage : public widgets::Page
{
    Q_OBJECT
public:
    explicit RemovalPage(const widgets::Theme &theme, QWidget *parent = nullptr);

    void setFile(const labelling::FileLabel &file, const LabelDesk &desk);
    /// Unless somebody has written one meanwhile.
    void suggestReason(const QString &reason);

Q_SIGNALS:
    void confirmed(const QString &reason);
    void wentBack();
    void aborted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addReasonLine(QVBoxLayout *column);
    void judge();

    QWidget *m_content = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_main;
};

} // namespace shirushi::classify
