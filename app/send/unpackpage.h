// UnpackPage: 受け取る: a parcel is dropped, what it is is said, its password or key asked for, and where its files go; then it
// is opened, with progress and a way to stop. Window thread only; opening is done on a worker.
#pragma once

#include "send/senddesk.h"
#include "widgets/page.h"

#include <memory>

class QLineEdit;
class QPushButton;

namespace shirushi::classify {
class DropArea;
class ProgressRow;
class Work;
}
namespace shirushi::widgets {
class CheckLine;
class Notice;
}

namespace shirushi::send {

class UnpackPage : public widgets::Page
{
    Q_OBJECT
public:
    UnpackPage(const widgets::Theme &theme, SendDesk &desk, QWidget *parent = nullptr);

    void setParcel(const base::Path &parcel);
    /// What was typed goes.
    void conceal();
    void clear();
    bool isWorking() const { return m_work != nullptr; }
    void stop();
    void setFolder(const base::Path &folder);
    void setKeyFiles(const base::Path &certificate, const base::Path &key);

Q_SIGNALS:
    void opened(const shirushi::sending::Received &received, const shirushi::base::Path &folder);
    void workEnded();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addPassword(QVBoxLayout *column);
    void addKeys(QVBoxLayout *column);
    void addPlace(QVBoxLayout *column);
    void chooseParcel();
    void showKind(const base::Result<sending::ParcelKind> &kind);
    void showState();
    void begin();
    void finish(const base::Result<sending::Received> &result);
    void say(widgets::Notice *notice, const QString &heading, const QString &text);

    SendDesk &m_desk;
    base::Path m_parcel;
    std::optional<sending::ParcelKind> m_kind; // nothing until it is known, or where it is none of the formats
    base::Path m_folder;
    base::Path m_certificate;
    base::Path m_key;
    bool m_isMistyped = false; // a made password whose check character says no
    classify::DropArea *m_area;
    widgets::Notice *m_problem;
    widgets::Notice *m_what;
    QWidget *m_form;
    QWidget *m_passwordBox;
    QLineEdit *m_password;
    widgets::CheckLine *m_reads;
    QWidget *m_keyBox;
    QLineEdit *m_certificateLine;
    QLineEdit *m_keyLine;
    QLineEdit *m_place;
    classify::ProgressRow *m_progress;
    QPushButton *m_other;
    QPushButton *m_open;
    classify::Work *m_work = nullptr; // while it opens
    int m_asked = 0;
};

} // namespace shirushi::send
