// AssetPage: a medium, paper or a device is added to the list: what it is, what it is called, its number and the class of what
// is on it. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/page.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace shirushi::widgets {
class Notice;
}

namespace shirushi::disposals {

class AssetPage : public widgets::Page
{
    Q_OBJECT
public:
    AssetPage(const widgets::Theme &theme, const DisposeDesk &desk, QWidget *parent = nullptr);

    /// With what is known of it already.
    void begin(const disposal::Asset &asset = {});
    void clear();

Q_SIGNALS:
    void left();
    void added(const shirushi::disposals::Row &row);

private:
    void addForm(QVBoxLayout *column);
    void fillClasses(const policy::Classes &classes);
    disposal::Asset asset() const;
    void judge();
    void carryOut();

    const DisposeDesk &m_desk;
    widgets::Notice *m_said;
    QComboBox *m_kind;
    QLineEdit *m_name;
    QLineEdit *m_number;
    QVBoxLayout *m_classPlace;
    QWidget *m_classBox = nullptr;
    std::vector<std::pair<QString, QComboBox *>> m_levels; // by axis
    QPushButton *m_back;
    QPushButton *m_add;
};

} // namespace shirushi::disposals
