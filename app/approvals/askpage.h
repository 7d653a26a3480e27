// AskPage: 申請する: what is to be done with which files, for what, when and on what grounds; beside it who decides, by
// which article, and what stands against it. Nothing is signed before the button. Window thread only; files are read
// and the rules are asked on workers.
#pragma once

#include "approvals/askingdesk.h"
#include "widgets/page.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QTimer;

namespace shirushi::widgets {
class CheckLine;
class DateChoice;
class Notice;
}

namespace shirushi::approvals {

class AskedFiles;
class ProspectCard;

class AskPage : public widgets::Page
{
    Q_OBJECT
public:
    AskPage(const widgets::Theme &theme, AskingDesk &desk, QWidget *parent = nullptr);

    /// Anew, with what is known already; `files` are still to be read.
    void begin(const Asking &asking, const std::vector<base::Path> &files);
    /// Somebody comes back to it: files may have been classified meanwhile.
    void lookAgain();
    void clear();
    bool isWorking() const;
    void stop();

Q_SIGNALS:
    void left();
    void asked(const shirushi::approvals::Asked &asked);
    void classifyWanted(const std::vector<shirushi::base::Path> &paths);
    void workEnded();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addForm(QVBoxLayout *column);
    QWidget *addLine(QVBoxLayout *column, const QString &title, QWidget *input);
    void addPeriod(QVBoxLayout *column);
    const AskableDeed *deed() const;
    Asking asking() const;
    void chooseDeed();
    void showTarget();
    void offerTarget(const std::vector<NamedAxis> &axes);
    void changed();
    void look();
    void showProspect(const base::Result<Prospect> &prospect);
    void offerGrounds(const std::vector<Named> &grounds);
    void judge();
    void carryOut();

    AskingDesk &m_desk;
    std::vector<AskableDeed> m_deeds;
    widgets::Notice *m_problem;
    QComboBox *m_deed;
    QComboBox *m_destination;
    QWidget *m_destinationLine;
    QComboBox *m_channel;
    QWidget *m_channelLine;
    QWidget *m_targetBox;
    std::vector<std::pair<QString, QComboBox *>> m_target; // by axis
    widgets::CheckLine *m_noLabel; // in place of a target
    AskedFiles *m_files;
    QLineEdit *m_purpose;
    widgets::TextBlock *m_purposeNote;
    widgets::CheckLine *m_hasPeriod;
    QWidget *m_period;
    widgets::DateChoice *m_from;
    widgets::DateChoice *m_until;
    QWidget *m_groundsBox;
    QVBoxLayout *m_groundsColumn;
    std::vector<Named> m_offered;
    std::vector<widgets::CheckLine *> m_grounds; // as m_offered
    QStringList m_ticked;
    ProspectCard *m_prospect;
    QPushButton *m_ask;
    QTimer *m_wait;
    QStringList m_objections;
    bool m_isKnown = false; // what the rules say to this
    bool m_working = false;
    bool m_open = false;
    int m_asked = 0;
};

} // namespace shirushi::approvals
