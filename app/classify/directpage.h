// DirectPage: a clerk who knows the class picks it, axis by axis, with the criterion of the level in focus
// beside it. Also where a source's marking is copied by hand. Window thread only.
#pragma once

#include "policy/questionnaire.h"
#include "widgets/page.h"

#include <map>

class QButtonGroup;
class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace shirushi::classify {

class MeaningCard;

class DirectPage : public widgets::Page
{
    Q_OBJECT
public:
    explicit DirectPage(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// `preset` is chosen already where it has a level; `lead` says why one is here.
    void setRules(std::shared_ptr<const policy::Pack> pack, const policy::Classes &preset, const QString &subject,
                  const QString &lead);

Q_SIGNALS:
    void chosen(const shirushi::policy::Classes &classes);
    void wentBack();
    void aborted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addAxis(const policy::Axis &axis);
    void choose(const QString &axis, const QString &level);
    void showLevel(const QString &axis, const QString &level);

    widgets::TextBlock *m_subject;
    widgets::TextBlock *m_lead;
    QVBoxLayout *m_axes;
    MeaningCard *m_meaning;
    QPushButton *m_next;
    std::shared_ptr<const policy::Pack> m_pack;
    policy::Classes m_classes;
    QList<QWidget *> m_axisWidgets;
    bool m_opening = false; // the page begins at its top
};

} // namespace shirushi::classify
