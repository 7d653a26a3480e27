// FilterBar: which entries are shown: fiscal year or period, kind, person, department, class, and words.
// Window thread only.
#pragma once

#include "review/reviewdesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPushButton;
class QTimer;

namespace shirushi::widgets {
class Choice;
class DateChoice;
}

namespace shirushi::review {

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// What there is to choose from; what was chosen stays chosen where it is still there.
    void setOffer(const policy::Pack &pack, const std::vector<Someone> &people, QDate first, QDate today);
    /// What is chosen; one asset is the page's to add.
    Filter filter() const;
    /// 令和8年度・分類・山田 太郎, for reading back what is chosen.
    QString inWords() const;
    void reset();

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    void layOut(const widgets::Theme &theme);
    void arrange();
    void listen();
    void offerYears(QDate first, QDate today);
    void offerPeople();
    void showPeriod();

    QGridLayout *m_grid;
    bool m_isNarrow = false;
    widgets::Choice *m_year;
    QWidget *m_period;
    widgets::DateChoice *m_from;
    widgets::DateChoice *m_until;
    widgets::Choice *m_kind;
    widgets::Choice *m_class;
    widgets::Choice *m_department;
    widgets::Choice *m_person;
    QWidget *m_search; // with both that follow
    QLineEdit *m_words;
    QPushButton *m_reset;
    QTimer *m_typing; // waits until nobody types
    std::vector<Someone> m_people;
    QString m_rules;
    bool m_quiet = false; // the choices are being filled
};

} // namespace shirushi::review
