// ResultPage: what was done to a file and where the class now stands, or why nothing was done; and the way
// back. Window thread only.
#pragma once

#include "classify/undo.h"
#include "widgets/page.h"

class QPushButton;
class QVBoxLayout;

namespace shirushi::classify {

class ResultPage : public widgets::Page
{
    Q_OBJECT
public:
    explicit ResultPage(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// `what` is going on: "Undoing".
    void setWorking(const base::Path &path, const QString &what);
    void setDone(const Done &done, const labelling::LabelOrder &order, const policy::Pack &pack);
    void setRemoved(const Done &done, const policy::Pack &pack);
    /// `what` could not be done: "The class could not be put on the file".
    void setFailed(const QString &what, const labelling::LabelOutcome &outcome);
    void setTakenBack(const labelling::LabelOutcome &outcome, bool hadLabel);

Q_SIGNALS:
    void undoWanted();
    void againWanted();
    /// What was not allowed is to be asked for.
    void requestWanted();
    /// The file belongs into a vault by its class.
    void storeWanted(const shirushi::base::Path &path);
    void finished();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *newContent(const base::Path &path, const QString &title);
    void addPlaces(QVBoxLayout *column, const Done &done);
    void addPlacement(QVBoxLayout *column, const policy::Classes &classes, const policy::Pack &pack);

    QWidget *m_content = nullptr;
    QPushButton *m_undo;
    QPushButton *m_again;
    QPushButton *m_ask;
    QPushButton *m_next;
    base::Path m_path;
};

} // namespace shirushi::classify
