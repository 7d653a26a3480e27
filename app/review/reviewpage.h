// ReviewPage: 記録: whether the ledger is whole, which entries there are, how many, and what each says; signing
// off, and handing out. Window thread only.
#pragma once

#include "review/verification.h"
#include "widgets/page.h"
#include "widgets/section.h"

class QPushButton;
class QTableView;

namespace shirushi::widgets {
class Notice;
}

namespace shirushi::review {

class AcceptCard;
class AssetCard;
class ClassChart;
class FilterBar;
class MonthChart;
class RecordModel;
class SignOffCard;

class ReviewPage : public widgets::Page, public widgets::Section
{
    Q_OBJECT
public:
    ReviewPage(const widgets::Theme &theme, ReviewDesk &desk, Verification &verification, QWidget *parent = nullptr);

    /// Asks for everything anew.
    void refresh();
    void comeBack() override { refresh(); }
    /// Takes everything off the page.
    void clear() override;
    void conceal() override { clear(); }
    bool isWorking() const override;

Q_SIGNALS:
    void workEnded();
    /// The ledger can be written again.
    void accepted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addFilters();
    void addCharts();
    void addList();
    void addFoot();
    void load();
    void showCounts(const std::vector<ledger::Count> &counts, const Filter &filter);
    void showClasses(const std::vector<ledger::Count> &counts);
    void showLoaded(const QString &problem);
    void choose(int row);
    void goTo(std::int64_t seq);
    void showAsset(const QString &contentHash, const QString &file);
    QString shownInWords() const;
    QString shownAndCounted() const;
    void askForSignOff();
    void exportAs(ExportFormat format);
    void judge();

    ReviewDesk &m_desk;
    Verification &m_verification;
    Filter m_filter; // what is shown
    FilterBar *m_filters;
    widgets::TextBlock *m_scope; // not everything is shown to this person
    widgets::Notice *m_asset; // the list is about one file, or one entry
    AcceptCard *m_acceptCard;
    SignOffCard *m_signOffCard;
    MonthChart *m_months;
    ClassChart *m_classes;
    RecordModel *m_model;
    QTableView *m_table;
    widgets::TextBlock *m_place; // 1–100 of 12,408
    QPushButton *m_older;
    QPushButton *m_newer;
    AssetCard *m_card;
    QPushButton *m_signOff;
    std::vector<QPushButton *> m_exports;
    widgets::Notice *m_said;
    std::int64_t m_found = -1; // entries; -1: not counted yet
    std::int64_t m_wanted = 0; // the entry to be chosen when the list is there
    int m_asked = 0;
    int m_shown = 0;
    bool m_exporting = false;
};

} // namespace shirushi::review
