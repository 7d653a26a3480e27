// ConfirmPage: the last page of the wizard: the class and why, the restrictions (ticked as the policy has them,
// with own additions), a publication date, a reason where one is owed, and the marks. Window thread only.
#pragma once

#include "classify/decision.h"
#include "platform/sharedplace.h"
#include "widgets/page.h"

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace shirushi::widgets {
class CheckLine;
class Notice;
class StepBar;
}

namespace shirushi::classify {

/// What the page starts from.
struct Proposal {
    std::shared_ptr<const policy::Pack> pack;
    policy::Classes classes;
    Way way = Way::Direct;
    std::vector<std::pair<QString, QString>> path;
    std::vector<policy::OpenQuestion> open;
    QString domain;
    bool asksPublishOn = false;
    QDate publishOn;
    std::vector<labelling::FileLabel> files; // what it is for; one or several
    std::optional<policy::Classes> answered; // what the questions had led to, where another class is chosen
    MarkDefaults marks;
    QString reason; // a first wording
    bool decideOnly = false; // nothing is written yet: the several-files table comes next
};

class ConfirmPage : public widgets::Page
{
    Q_OBJECT
public:
    explicit ConfirmPage(const widgets::Theme &theme, QWidget *parent = nullptr);

    void setProposal(Proposal proposal);
    /// In place of the first wording, unless somebody has written one meanwhile.
    void suggestReason(const QString &reason);

Q_SIGNALS:
    void decided(const shirushi::classify::Decision &decision);
    void otherClassWanted();
    void wentBack();
    void aborted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void clear();
    void addReasons();
    void addOpenQuestions();
    void addRestrictions();
    void addOwnRestriction(const QString &text, bool ticked);
    void addPublishOn();
    void addReasonLine();
    void addDomain();
    void addMarks();
    void update();
    bool needsReason() const;
    bool needsNameConsent();
    platform::Sharing sharing();
    Decision decision() const;

    Proposal m_proposal;
    QVBoxLayout *m_left = nullptr;
    QVBoxLayout *m_right = nullptr;
    QWidget *m_content = nullptr;
    widgets::StepBar *m_steps;
    QPushButton *m_other;
    QPushButton *m_main;
    QVBoxLayout *m_restrictionColumn = nullptr;
    std::vector<std::pair<widgets::CheckLine *, QString>> m_restrictions;
    widgets::CheckLine *m_publish = nullptr;
    QDateEdit *m_publishOn = nullptr;
    QLineEdit *m_reason = nullptr;
    QComboBox *m_domain = nullptr;
    widgets::CheckLine *m_markHeader = nullptr;
    widgets::CheckLine *m_markName = nullptr;
    widgets::Notice *m_shared = nullptr;
    std::optional<platform::Sharing> m_sharing; // of the files' folders, found when it is first asked
    widgets::CheckLine *m_consent = nullptr;
};

} // namespace shirushi::classify
