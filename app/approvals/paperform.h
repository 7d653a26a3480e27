// PaperForm: a decision that was made on paper 紙の決裁: who decided, when, the document's number, and its scan
// if wished.
// Window thread only.
#pragma once

#include "approvals/approvaldesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class DateChoice;
class TextBlock;
}

namespace shirushi::approvals {

class PaperForm : public QWidget
{
    Q_OBJECT
public:
    explicit PaperForm(const widgets::Theme &theme, QWidget *parent = nullptr);
    void setProblem(const QString &sentence);
    void takeFocus();

Q_SIGNALS:
    void filledIn(const shirushi::approvals::Paper &paper);

private:
    void chooseScan();
    void setScan(const base::Path &scan);
    void finish();

    QLineEdit *m_who;
    widgets::DateChoice *m_day;
    QLineEdit *m_number;
    base::Path m_scanFile;
    widgets::TextBlock *m_scan;
    QPushButton *m_noScan;
    widgets::TextBlock *m_problem;
};

} // namespace shirushi::approvals
