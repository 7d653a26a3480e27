// PublishedPage: what was published, and whether a copy from where it is read is still the same. A copy is chosen for the
// row that is selected, or dropped on the page: then its record is looked for. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/notice.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::widgets {
class Table;
}

namespace shirushi::send {

class PublicationModel;

class PublishedPage : public widgets::Page
{
    Q_OBJECT
public:
    PublishedPage(const widgets::Theme &theme, SendDesk &desk, QWidget *parent = nullptr);

    /// Reads the list anew.
    void load();
    void clear();
    /// Above the list; nothing where `heading` is empty.
    void say(const QString &heading, const QString &text, widgets::NoticeTone tone);
    /// `copy` against the record `id`, or, where that is empty, against the one that fits.
    void compare(const base::Path &copy, const QString &id);
    bool isWorking() const { return m_isWorking; }

Q_SIGNALS:
    void left();
    void workEnded();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();
    void showCompared(const base::Path &copy, const base::Result<sending::Compared> &compared);
    void showState();

    SendDesk &m_desk;
    PublicationModel *m_model;
    widgets::Notice *m_said;
    widgets::TextBlock *m_none;
    widgets::Table *m_table;
    QPushButton *m_compare;
    bool m_isWorking = false;
    int m_asked = 0;
};

} // namespace shirushi::send
