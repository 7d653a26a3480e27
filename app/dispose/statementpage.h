// StatementPage: what somebody did with a medium, paper or a device: how, when, who, who stood by, which company and its
// certificate, with a photo or a scan; and which open follow-ups it closes. Recorded as what a person says. Window thread only;
// recording is done on a worker.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/page.h"

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class CheckLine;
class Notice;
class Quote;
}

namespace shirushi::disposals {

class AttachedRow;
class FollowUpTable;

class StatementPage : public widgets::Page
{
    Q_OBJECT
public:
    StatementPage(const widgets::Theme &theme, DisposeDesk &desk, QWidget *parent = nullptr);

    /// By the request of `order`, or for its reason. What was written for this asset already is there still.
    void begin(const Order &order, const disposal::Asset &asset);
    void clear();
    bool isWorking() const { return m_working; }
    void attach(const base::Path &file);
    /// Where the photo or scan is, once it is recorded.
    QString keptText() const;

Q_SIGNALS:
    void left();
    void recorded(const shirushi::disposal::Asset &asset, std::int64_t seq);
    void workEnded();

private:
    void addForm(QVBoxLayout *column);
    void fillMethods();
    void addFollowUps();
    void load();
    void setFollowUps(const std::vector<Line> &lines);
    disposal::Statement statement() const;
    void judge();
    void carryOut();
    void finish(const base::Result<std::int64_t> &seq);

    DisposeDesk &m_desk;
    Order m_order;
    disposal::Asset m_asset;
    widgets::TextBlock *m_title;
    widgets::Notice *m_said;
    QComboBox *m_method;
    widgets::TextBlock *m_demand;
    widgets::Quote *m_quote;
    QDateEdit *m_day;
    QLineEdit *m_performer;
    QLineEdit *m_witness;
    QLineEdit *m_contractor;
    QLineEdit *m_certificate;
    AttachedRow *m_attached;
    QWidget *m_closesBox;
    FollowUpTable *m_closes;
    widgets::CheckLine *m_sure;
    QPushButton *m_back;
    QPushButton *m_record;
    bool m_working = false;
    int m_asked = 0;
};

} // namespace shirushi::disposals
