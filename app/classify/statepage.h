// StatePage: what a file has before anything is asked: its label, another program's, or why it cannot be read.
// Only shown where there is something to see. Window thread only.
#pragma once

#include "classify/labeldesk.h"
#include "widgets/page.h"

class QPushButton;

namespace shirushi::classify {

class StatePage : public widgets::Page
{
    Q_OBJECT
public:
    explicit StatePage(const widgets::Theme &theme, QWidget *parent = nullptr);

    void setReading(const base::Path &path);
    void setFile(const labelling::FileLabel &file, const LabelDesk &desk);

    /// Is there anything to show for this file, or can the questions begin at once?
    static bool hasSomethingToSay(const labelling::FileLabel &file);

Q_SIGNALS:
    void questionsWanted();
    void directWanted();
    void loweringWanted(); // the day of publication has come
    void removalWanted();
    void keptAsItIs();
    void aborted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void newContent();
    void addRemoval(const labelling::FileLabel &file);
    void addPublication(const labelling::FileLabel &file, const LabelDesk &desk);

    QWidget *m_content = nullptr;
    QPushButton *m_keep;
    QPushButton *m_direct;
    QPushButton *m_ask;
};

} // namespace shirushi::classify
