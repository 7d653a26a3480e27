// AnswerCard: what the rules say to a sending: the answer as a sentence, what must be done and what of it Shirushi does,
// what is missing, the articles. Only shows. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace shirushi::send {

class AnswerCard : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerCard(const widgets::Theme &theme, QWidget *parent = nullptr);
    void setProspect(const Prospect &prospect);

Q_SIGNALS:
    void requestWanted();

private:
    void addVerdict(const sending::Answer &answer);
    void addApproval(const Prospect &prospect);
    void addObligations(const Prospect &prospect);
    void addSources(const sending::Answer &answer);
    void add(QWidget *widget);

    const widgets::Theme &m_theme;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
};

} // namespace shirushi::send
