// SentPage: パスワード未伝達: the parcels whose password has not been told, or all that were sent. Window thread only.
#pragma once

#include "send/sentmodel.h"
#include "widgets/page.h"

class QButtonGroup;
class QPushButton;

namespace shirushi::widgets {
class Notice;
class Table;
}

namespace shirushi::send {

class SentPage : public widgets::Page
{
    Q_OBJECT
public:
    SentPage(const widgets::Theme &theme, SentModel &model, QWidget *parent = nullptr);

    void refresh();
    void say(const QString &heading, const QString &text, bool isGood);

Q_SIGNALS:
    void tellWanted(const shirushi::send::Item &item);
    void left();

private:
    void show(SentModel::Show show);
    void judge();
    void open();

    SentModel &m_model;
    widgets::Notice *m_said;
    QButtonGroup *m_filter;
    widgets::TextBlock *m_none;
    widgets::Table *m_table;
    QPushButton *m_tell;
};

} // namespace shirushi::send
