// CheckQuestionCard: beside an answer, what was asked: what is sent, to whom, how, as who. Each may be changed there.
// Window thread only.
#pragma once

#include "policy/classification.h"
#include "send/checkwords.h"
#include "widgets/theme.h"

#include <QFrame>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace shirushi::widgets {
class ChipRow;
class TextBlock;
}

namespace shirushi::send {

/// What was asked, as the card shows it.
struct CheckQuestion {
    std::shared_ptr<const policy::Pack> pack;
    QString role;
    policy::Classes classes;
    QStringList files;    // names
    QStringList cautions; // about the files
    QString destination;
    QString channel;
    bool fixed = false; // rules and role are those of who is signed in
};

class CheckQuestionCard : public QFrame
{
    Q_OBJECT
public:
    explicit CheckQuestionCard(const widgets::Theme &theme, QWidget *parent = nullptr);

    void setQuestion(const CheckQuestion &question);

Q_SIGNALS:
    void destinationChosen(const QString &id);
    void channelChosen(const QString &id);
    void roleChosen(const QString &id);

private:
    QComboBox *addChoice(QVBoxLayout *column, const QString &title, const std::vector<Offer> &offers);
    static void choose(QComboBox *box, const QString &id);

    const widgets::Theme &m_theme;
    widgets::TextBlock *m_files;
    widgets::ChipRow *m_chips;
    widgets::TextBlock *m_highest;
    widgets::TextBlock *m_cautions;
    QComboBox *m_destination;
    QComboBox *m_channel;
    QComboBox *m_role;
    widgets::TextBlock *m_rules;
    QString m_policy; // whose roles are offered
};

} // namespace shirushi::send
