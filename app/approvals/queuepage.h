// QueuePage: the requests: what waits for me first, then mine, then what was decided. Window thread only.
#pragma once

#include "approvals/queuemodel.h"
#include "widgets/page.h"

class QAbstractButton;
class QButtonGroup;
class QPushButton;
class QTableView;

namespace shirushi::widgets {
class Notice;
}

namespace shirushi::approvals {

class QueuePage : public widgets::Page
{
    Q_OBJECT
public:
    QueuePage(const widgets::Theme &theme, QueueModel &model, QWidget *parent = nullptr);

    /// After the model has changed; `proposals` wait for their designation under `word`.
    void refresh(int proposals, const QString &word);
    /// A line above the list; empty: none.
    void say(const QString &heading, const QString &text, bool isGood);
    void takeFocus();

Q_SIGNALS:
    void opened(const QString &id);
    void importWanted();
    void askWanted();
    void designationWanted();

private:
    void open();
    void showQueue(Queue queue);

    QueueModel &m_model;
    widgets::Notice *m_said;
    widgets::Notice *m_designation;
    QPushButton *m_designate;
    QButtonGroup *m_queues;
    QTableView *m_table;
    widgets::TextBlock *m_none;
    QPushButton *m_open;
};

} // namespace shirushi::approvals
