// RecipientRow: one recipient: name, organisation, mail, telephone, typed or chosen from the address book while typing.
// Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/theme.h"

#include <QFrame>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class TextBlock;
}

namespace shirushi::send {

class RecipientRow : public QFrame
{
    Q_OBJECT
public:
    RecipientRow(const widgets::Theme &theme, const SendDesk &desk, QWidget *parent = nullptr);

    Recipient recipient() const;
    /// As the address book has it.
    void setEntry(const BookEntry &entry);
    void clear();
    /// 0: the only one, which cannot be taken away.
    void setNumber(int number);
    void focusName();

Q_SIGNALS:
    void changed();
    void removed();
    /// It was chosen from the address book.
    void chosen(const QString &kind);
    void addWanted(const shirushi::send::Recipient &recipient);

private:
    void edited();
    void judge();

    const SendDesk &m_desk;
    QGridLayout *m_grid;
    QLineEdit *m_name;
    QLineEdit *m_organisation;
    QLineEdit *m_mail;
    QLineEdit *m_telephone;
    widgets::TextBlock *m_known;
    QPushButton *m_add;
    QPushButton *m_remove;
    QString m_contact; // the id in the book of what stands there
};

} // namespace shirushi::send
