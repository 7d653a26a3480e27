// CheckAnswerPage: the answer first, as a sentence; then what must be done, each with its article; what may change it,
// whom to ask, the articles word for word, what holds for every sending; beside it what was asked. Window thread only.
#pragma once

#include "send/checkquestioncard.h"
#include "widgets/page.h"

class QPushButton;
class QVBoxLayout;

namespace shirushi::widgets {
class Notice;
class Quote;
}

namespace shirushi::send {

class CheckFacts;
class VerdictBand;

class CheckAnswerPage : public widgets::Page
{
    Q_OBJECT
public:
    explicit CheckAnswerPage(const widgets::Theme &theme, QWidget *parent = nullptr);

    struct Shown {
        VerdictWords words;
        CheckQuestion question;
        std::vector<policy::Fact> facts;
        QStringList given;
        bool mayKeep = false; // somebody is signed in
        bool maySend = false; // and there is something that may go
    };
    /// What has the focus keeps it; `anew` begins at the top.
    void setShown(const Shown &shown, bool anew);
    void setKeeping();
    /// Empty: it was recorded.
    void setKept(const QString &problem);

Q_SIGNALS:
    void destinationChosen(const QString &id);
    void channelChosen(const QString &id);
    void roleChosen(const QString &id);
    void stated(const QString &fact, bool on);
    void keepWanted();
    void sendWanted();
    void againWanted();
    void wentBack();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeKeepCard();
    void showMatters(const VerdictWords &words);
    void showSources(const VerdictWords &words);
    void fitFoot();
    void addDuties(QVBoxLayout *column, const std::vector<Duty> &duties);

    VerdictBand *m_band;
    widgets::Notice *m_scope;
    widgets::Quote *m_scopeQuote;
    QVBoxLayout *m_above; // what must be done, or why it may not
    CheckFacts *m_facts;
    QVBoxLayout *m_below; // whom to ask, the articles, what holds for every sending
    QWidget *m_matters = nullptr;
    QWidget *m_sources = nullptr;
    CheckQuestionCard *m_card;
    QWidget *m_keepCard;
    widgets::TextBlock *m_keepText;
    QPushButton *m_keep;
    QPushButton *m_back;
    QPushButton *m_again;
    QPushButton *m_send;
};

} // namespace shirushi::send
