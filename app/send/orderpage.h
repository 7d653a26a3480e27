// OrderPage: 送る: which files, to whom, by which way, what for; beside it what the rules say. Nothing is made or recorded
// here. Window thread only; files are read and the rules are asked on workers.
#pragma once

#include "send/senddesk.h"
#include "widgets/page.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QTimer;

namespace shirushi::approvals {
class AskedFiles;
}
namespace shirushi::widgets {
class CheckLine;
class Notice;
}

namespace shirushi::send {

class AnswerCard;
class RecipientsForm;
class SecondLooksCard;

class OrderPage : public widgets::Page
{
    Q_OBJECT
public:
    OrderPage(const widgets::Theme &theme, const SendDesk &desk, approvals::AskingDesk &files, QWidget *parent = nullptr);

    /// After signing in, or when somebody comes back: files may have been classified, a request approved meanwhile.
    void lookAgain();
    void clear();
    void add(const std::vector<base::Path> &files);
    /// In place of what stands there: a sending that the rules were asked about before.
    void begin(const std::vector<base::Path> &files, const QString &destination, const QString &channel, const QStringList &given);
    /// Passwords to be told, and how much waits in all.
    void setPending(int untold, int waiting);
    /// Somebody stands in the address book now.
    void adopt(const BookEntry &entry);
    Plan plan() const;
    const Prospect &prospect() const { return m_known; }
    bool isWorking() const;
    void stop();

Q_SIGNALS:
    void packWanted();
    void publishWanted();
    void publishedWanted(); // the list of what was published
    void listWanted();
    void bookWanted();
    /// To be added to the address book; `kind` as far as it was chosen.
    void addWanted(const shirushi::send::Recipient &recipient, const QString &kind);
    void requestWanted(const shirushi::approvals::Asking &asking);
    void classifyWanted(const std::vector<shirushi::base::Path> &paths);
    void workEnded();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *addLine(QVBoxLayout *column, const QString &title, QWidget *input);
    void addForm(QVBoxLayout *column);
    void fillChoices();
    void changed();
    void look();
    void recipientsChanged();
    void lookAtRecipients();
    void showProspect(const base::Result<Prospect> &prospect);
    void offerFacts(const std::vector<policy::Fact> &facts);
    void judge();
    void ask();

    const SendDesk &m_desk;
    widgets::Notice *m_pending;
    QPushButton *m_tell;
    approvals::AskedFiles *m_files;
    QComboBox *m_destination;
    QComboBox *m_channel;
    QLineEdit *m_purpose;
    QWidget *m_factsBox;
    QVBoxLayout *m_factsColumn;
    std::vector<std::pair<QString, widgets::CheckLine *>> m_facts; // those offered, by id
    QStringList m_ticked;
    QLineEdit *m_basis;
    QWidget *m_basisLine;
    RecipientsForm *m_recipients;
    QWidget *m_recipientsLine; // none for what everybody reads
    SecondLooksCard *m_looks;
    AnswerCard *m_answer;
    QPushButton *m_list;
    QPushButton *m_published;
    QPushButton *m_pack;
    QTimer *m_wait;
    QTimer *m_waitForLooks;
    QString m_lookProblem;      // why the recipients could not be looked at
    bool m_isLookedAt = false;  // what is said of the recipients is about those that stand there now
    int m_askedForLooks = 0;
    Prospect m_known;
    bool m_wantsToAsk = false;
    bool m_isKnown = false; // what the rules say to what stands there now
    int m_asked = 0;
};

} // namespace shirushi::send
