// MeaningCard: beside a question, the class so far and what the answer in focus would mean: its level, the
// criterion in the policy's words with its place, and what is then to be observed. Window thread only.
#pragma once

#include "policy/questionnaire.h"
#include "widgets/chip.h"

#include <QFrame>

class QVBoxLayout;

namespace shirushi::widgets {
class Quote;
class TextBlock;
}

namespace shirushi::classify {

class MeaningCard : public QFrame
{
    Q_OBJECT
public:
    explicit MeaningCard(const widgets::Theme &theme, QWidget *parent = nullptr);

    void setSoFar(const policy::Pack &pack, const policy::Classes &classes);
    /// What `outcome` of the answer `answer` on `axis` ("source" for the first step) means.
    void setMeaning(const policy::Pack &pack, const QString &axis, const QString &answer,
                    const policy::Outcome &outcome);
    /// One level by itself, under `heading`.
    void setLevel(const policy::Pack &pack, const QString &heading, const QString &axis, const QString &level);

private:
    void showLevels(const policy::Pack &pack, const policy::Classes &levels);

    const widgets::Theme &m_theme;
    widgets::ChipRow *m_soFar;
    widgets::TextBlock *m_heading;
    widgets::TextBlock *m_sentence;
    widgets::ChipRow *m_levels;
    widgets::Quote *m_criterion;
    widgets::TextBlock *m_observe;
    widgets::TextBlock *m_restrictions;
    widgets::TextBlock *m_note;
};

/// "• " before each, one a line.
QString asList(const QStringList &items);

} // namespace shirushi::classify
