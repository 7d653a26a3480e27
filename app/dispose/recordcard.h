// RecordCard: all that one line of the 廃棄記録簿 says, and what can be done with it. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QPushButton;

namespace shirushi::widgets {
class TextBlock;
}

namespace shirushi::disposals {

class RecordCard : public QWidget
{
    Q_OBJECT
public:
    explicit RecordCard(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// Null: nothing is chosen.
    void setLine(const Line *line);
    /// While something is written nothing else is.
    void setSaving(bool saving);

Q_SIGNALS:
    void certificateWanted();
    void attachmentWanted();
    void followUpWanted();

private:
    QPushButton *m_certificate;
    QPushButton *m_attachment;
    QPushButton *m_follow;
    widgets::TextBlock *m_details;
};

} // namespace shirushi::disposals
