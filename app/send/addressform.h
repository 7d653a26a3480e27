// AddressForm: somebody for the address book, to be added or changed. Window thread only; writing is done on a worker.
#pragma once

#include "send/senddesk.h"
#include "widgets/theme.h"

#include <QFrame>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class CheckLine;
class Notice;
}

namespace shirushi::send {

class AddressForm : public QFrame
{
    Q_OBJECT
public:
    /// Without an id in `contact` somebody is added.
    AddressForm(const widgets::Theme &theme, SendDesk &desk, const sending::Contact &contact, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const shirushi::send::BookEntry &entry);
    void cancelled();
    void workEnded();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *addLine(QGridLayout *grid, int row, int column, const QString &title, const QString &text);
    sending::Contact contact() const;
    void save();

    const widgets::Theme &m_theme;
    SendDesk &m_desk;
    sending::Contact m_before;
    QLineEdit *m_name;
    QLineEdit *m_kana;
    QLineEdit *m_organisation;
    QComboBox *m_kind;
    QLineEdit *m_mail;
    QLineEdit *m_telephone;
    std::vector<std::pair<QString, widgets::CheckLine *>> m_stripped; // by the format's word
    widgets::Notice *m_problem;
    QPushButton *m_save;
    bool m_working = false;
};

} // namespace shirushi::send
