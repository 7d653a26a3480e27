#include "send/secondlookscard.h"

#include "send/contactwords.h"
#include "widgets/checkline.h"
#include "widgets/notice.h"
#include "widgets/quote.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace shirushi::send {

using namespace widgets;
using Severity = sending::SecondLook::Severity;

namespace {

NoticeTone toneOf(Severity severity)
{
    return severity == Severity::Stop ? NoticeTone::Wrong : severity == Severity::Look ? NoticeTone::Caution : NoticeTone::Information;
}

} // namespace

SecondLooksCard::SecondLooksCard(const Theme &theme, const SendDesk &desk, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_desk(desk), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    hide();
}

void SecondLooksCard::setLooks(const std::vector<sending::SecondLook> &looks, const Plan &plan)
{
    std::vector<Shown> now;
    for (const sending::SecondLook &look : looks) {
        const auto before = std::ranges::find_if(m_shown, [&](const Shown &one) { return one.look.id == look.id && one.look.recipient == look.recipient; });
        now.push_back({look, sentenceOf(look, m_desk, plan), before != m_shown.end() && before->isTicked});
    }
    if (now == m_shown)
        return;
    m_shown = std::move(now);
    rebuild();
}

void SecondLooksCard::rebuild()
{
    if (QWidget *old = std::exchange(m_content, nullptr)) {
        old->hide();
        old->deleteLater();
    }
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (std::size_t at = 0; at < m_shown.size(); ++at) {
        const Shown &shown = m_shown[at];
        auto *band = new Notice(m_theme, toneOf(shown.look.severity), shown.look.recipient.isEmpty() ? tr("All recipients") : shown.look.recipient,
                                shown.sentence);
        if (!shown.look.citation.article.isEmpty()) {
            auto *quote = new Quote(m_theme);
            band->add(quote);
            quote->setCitation(shown.look.citation);
        }
        if (shown.look.severity == Severity::Look) {
            auto *tick = new CheckLine(m_theme, tr("I have looked at it again"));
            tick->setAccessibleDescription(shown.look.recipient + u' ' + shown.sentence);
            tick->setChecked(shown.isTicked);
            band->add(tick);
            connect(tick, &QAbstractButton::toggled, this, [this, at](bool on) {
                m_shown[at].isTicked = on;
                Q_EMIT changed();
            });
        }
        column->addWidget(band);
    }
    m_column->addWidget(m_content);
    setVisible(!m_shown.empty());
}

bool SecondLooksCard::isStopped() const
{
    return std::ranges::any_of(m_shown, [](const Shown &one) { return one.look.severity == Severity::Stop; });
}

bool SecondLooksCard::isTicked() const
{
    return std::ranges::all_of(m_shown, [](const Shown &one) { return one.look.severity != Severity::Look || one.isTicked; });
}

} // namespace shirushi::send
