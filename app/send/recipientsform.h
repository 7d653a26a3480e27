// RecipientsForm: to whom it goes, a block a person. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace shirushi::send {

class RecipientRow;

class RecipientsForm : public QWidget
{
    Q_OBJECT
public:
    RecipientsForm(const widgets::Theme &theme, const SendDesk &desk, QWidget *parent = nullptr);

    /// Those of whom anything is written.
    std::vector<Recipient> recipients() const;
    /// Whoever was typed with this name and address is the one in the address book from now on.
    void adopt(const BookEntry &entry);
    void clear();

Q_SIGNALS:
    void changed();
    /// Somebody was chosen from the address book.
    void chosen(const QString &kind);
    void addWanted(const shirushi::send::Recipient &recipient);

private:
    void addRow();
    void removeRow(RecipientRow *row);
    void numberRows();

    const widgets::Theme &m_theme;
    const SendDesk &m_desk;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    std::vector<RecipientRow *> m_rows;
};

} // namespace shirushi::send
