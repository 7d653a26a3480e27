#include "send/answercard.h"

#include "widgets/button.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::send {

using namespace widgets;
using policy::Ruling;

namespace {

// In the word that the rules have for the deed.
QString sentenceFor(const sending::Answer &answer)
{
    const QString &action = answer.situation.action;
    const Ruling ruling = answer.verdict.ruling;
    if (action == u"publish") {
        return ruling == Ruling::Forbidden         ? AnswerCard::tr("It may not be published")
               : ruling == Ruling::WithObligations ? AnswerCard::tr("It may be published on conditions")
                                                   : AnswerCard::tr("It may be published");
    }
    if (action == u"provide") {
        return ruling == Ruling::Forbidden         ? AnswerCard::tr("It may not be provided")
               : ruling == Ruling::WithObligations ? AnswerCard::tr("It may be provided on conditions")
                                                   : AnswerCard::tr("It may be provided");
    }
    return ruling == Ruling::Forbidden         ? AnswerCard::tr("It may not be sent")
           : ruling == Ruling::WithObligations ? AnswerCard::tr("It may be sent on conditions")
                                               : AnswerCard::tr("It may be sent");
}

// What making the parcel does by itself.
bool isDoneByShirushi(const policy::Obligation &obligation)
{
    static const QStringList done{QStringLiteral("encryption"), QStringLiteral("password"), QStringLiteral("record")};
    return done.contains(obligation.id);
}

} // namespace

AnswerCard::AnswerCard(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void AnswerCard::add(QWidget *widget)
{
    m_content->layout()->addWidget(widget);
}

void AnswerCard::setProspect(const Prospect &prospect)
{
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_column->addWidget(m_content);
    add(new TextBlock(m_theme, TextKind::Heading, tr("What the rules say")));
    if (!prospect.objections.isEmpty())
        add(new Notice(m_theme, NoticeTone::Information, tr("Still to be said"), prospect.objections.join(u'\n')));
    if (prospect.answer) {
        addVerdict(*prospect.answer);
        addApproval(prospect);
        addObligations(prospect);
        addSources(*prospect.answer);
    }
    m_content->show();
}

void AnswerCard::addVerdict(const sending::Answer &answer)
{
    const Ruling ruling = answer.verdict.ruling;
    QStringList lines;
    if (answer.outsideScope) {
        lines += tr("Your role stands outside the scope of the office's rules. %1 answers instead, as a draft.")
                     .arg(inWindowLanguage(answer.pack->shortTitle));
    } else if (answer.isDraft()) {
        lines += tr("These rules are a draft. Please compare them with those of your own body.");
    }
    for (const policy::Text &text : answer.verdict.explanations)
        lines += inWindowLanguage(text);
    const NoticeTone tone = ruling == Ruling::Forbidden         ? NoticeTone::Wrong
                            : ruling == Ruling::WithObligations ? NoticeTone::Caution
                                                                : NoticeTone::Good;
    add(new Notice(m_theme, tone, sentenceFor(answer), lines.join(u'\n')));
}

void AnswerCard::addApproval(const Prospect &prospect)
{
    if (!prospect.otherChannels.empty()) {
        QStringList titles;
        for (const Named &channel : prospect.otherChannels)
            titles += QStringLiteral("・") + channel.title;
        add(new Notice(m_theme, NoticeTone::Information, tr("The rules do not forbid these ways to the same recipient"), titles.join(u'\n')));
    }
    if (prospect.isApproved)
        add(new Notice(m_theme, NoticeTone::Good, tr("The approval is there"), tr("It holds for these files, this way and this purpose.")));
    if (prospect.missing.isEmpty())
        return;
    auto *notice = new Notice(m_theme, NoticeTone::Caution, tr("The approval is missing"), prospect.missing);
    if (!prospect.answer->outsideScope) {
        QPushButton *ask = makeButton(tr("Ask for it(&A)"), ButtonKind::Small);
        auto *box = new QWidget;
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(0, 6, 0, 2);
        row->addWidget(ask);
        row->addStretch(1);
        notice->add(box);
        connect(ask, &QPushButton::clicked, this, &AnswerCard::requestWanted);
    }
    add(notice);
}

void AnswerCard::addObligations(const Prospect &prospect)
{
    const policy::Verdict &verdict = prospect.answer->verdict;
    if (verdict.ruling == Ruling::Forbidden)
        return; // doing them does not make it go
    if (!verdict.obligations.empty())
        add(new TextBlock(m_theme, TextKind::Heading, tr("What must be done")));
    for (const policy::Obligation &obligation : verdict.obligations) {
        QString line = QStringLiteral("・") + inWindowLanguage(obligation.text);
        if (isDoneByShirushi(obligation))
            line = tr("%1 — Shirushi does it").arg(line);
        else if (!obligation.approver.isEmpty() && prospect.isApproved)
            line = tr("%1 — done").arg(line);
        add(new TextBlock(m_theme, TextKind::Body, line));
    }
    QStringList reminders;
    for (const policy::Obligation &reminder : verdict.reminders)
        reminders += QStringLiteral("・") + inWindowLanguage(reminder.text);
    if (!reminders.isEmpty())
        add(new TextBlock(m_theme, TextKind::Small, tr("At every sending:") + u'\n' + reminders.join(u'\n'), Ink::Dim));
}

// Each article once, however many obligations come from it.
void AnswerCard::addSources(const sending::Answer &answer)
{
    std::vector<policy::Citation> sources;
    const auto addOnce = [&](const policy::Citation &citation) {
        if (!citation.article.isEmpty() && std::find(sources.begin(), sources.end(), citation) == sources.end())
            sources.push_back(citation);
    };
    if (answer.outsideScope)
        addOnce(answer.scope);
    for (const policy::Citation &citation : answer.verdict.citations)
        addOnce(citation);
    for (const policy::Obligation &obligation : answer.verdict.obligations)
        addOnce(obligation.citation);
    for (const policy::Citation &citation : sources) {
        auto *quote = new Quote(m_theme);
        add(quote);
        quote->setCitation(citation);
    }
}

} // namespace shirushi::send
