// VerdictBand: the answer as one sentence, with its colour and its picture. It takes the focus, so that a screen reader
// begins with it. Window thread only.
#pragma once

#include "policy/pack.h"
#include "widgets/theme.h"

#include <QFrame>

namespace shirushi::widgets {
class TextBlock;
}

namespace shirushi::send {

class VerdictBand : public QFrame
{
    Q_OBJECT
public:
    explicit VerdictBand(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// `draft`: said below; empty: nothing.
    void setVerdict(policy::Ruling ruling, const QString &sentence, const QString &situation, const QString &draft);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const widgets::Theme &m_theme;
    policy::Ruling m_ruling = policy::Ruling::Permitted;
    widgets::TextBlock *m_sentence;
    widgets::TextBlock *m_situation;
    widgets::TextBlock *m_draft;
};

} // namespace shirushi::send
