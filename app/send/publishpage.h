// PublishPage: 公表 before it goes: what nobody sees in the files, where they will be read, and the record. Window thread
// only; files are looked into on a worker.
#pragma once

#include "send/senddesk.h"
#include "widgets/page.h"

class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class CheckLine;
class Notice;
class Table;
}

namespace shirushi::send {

class FindingModel;

class PublishPage : public widgets::Page
{
    Q_OBJECT
public:
    PublishPage(const widgets::Theme &theme, SendDesk &desk, QWidget *parent = nullptr);

    void begin(const Plan &plan, const Prospect &prospect);
    void clear();
    bool isWorking() const { return m_isWorking; }

Q_SIGNALS:
    void published(const QStringList &files, const QStringList &unknown); // names; of those whose acquisition is not known
    void left();
    void workEnded();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *addLine(const QString &title, QWidget **box, widgets::TextBlock **note);
    void look();
    void showLooked(const base::Result<sending::Published> &looked);
    void publish();
    void showState();
    void work(bool isWorking);

    SendDesk &m_desk;
    Plan m_plan;
    FindingModel *m_model;
    widgets::TextBlock *m_lead;
    widgets::Notice *m_problem;
    widgets::Notice *m_found;
    widgets::Table *m_table;
    widgets::CheckLine *m_accept;
    QWidget *m_placeBox;
    widgets::TextBlock *m_placeNote;
    QLineEdit *m_place;
    QWidget *m_sanitisedBox;
    widgets::TextBlock *m_sanitisedNote;
    QLineEdit *m_sanitised;
    QPushButton *m_back;
    QPushButton *m_publish;
    QStringList m_seen;      // SHA-256 of the files that were looked into
    bool m_isLooked = false; // the files, as they stand here
    bool m_isWorking = false;
    int m_asked = 0;
};

} // namespace shirushi::send
