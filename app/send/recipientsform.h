// RecipientsForm: to whom it goes, a block a person: name, organisation, mail, telephone. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace shirushi::send {

class RecipientsForm : public QWidget
{
    Q_OBJECT
public:
    explicit RecipientsForm(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// Those of whom anything is written.
    std::vector<Recipient> recipients() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QWidget *box;
        QLineEdit *name;
        QLineEdit *organisation;
        QLineEdit *mail;
        QLineEdit *telephone;
        QPushButton *remove;
    };
    void addRow();
    void removeRow(QWidget *box);
    void numberRows();

    const widgets::Theme &m_theme;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    std::vector<Row> m_rows;
};

} // namespace shirushi::send
