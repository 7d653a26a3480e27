#include "window/methodssection.h"

#include "send/formatwords.h"
#include "widgets/checkline.h"
#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

MethodsSection::MethodsSection(const Theme &theme, PeopleDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_state(new Notice(theme, NoticeTone::Information, {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new TextBlock(theme, TextKind::Heading, tr("Designated methods")));
    const Methods methods = desk.methods();
    column->addWidget(new TextBlock(theme, TextKind::Small,
                                    tr("Tick the methods of encryption that the %1 has designated. Afterwards only those are offered.").arg(methods.designator), Ink::Dim));
    auto *rule = new Quote(theme);
    rule->setCitation(methods.citation);
    column->addWidget(rule);
    for (const sending::ParcelFormat format : sending::parcelFormats()) {
        auto *line = new CheckLine(theme, send::titleOf(format));
        column->addWidget(line);
        m_lines.emplace_back(sending::wordFor(format), line);
        connect(line, &QAbstractButton::clicked, this, &MethodsSection::save);
    }
    column->addWidget(m_state);
    refresh();
}

void MethodsSection::refresh()
{
    const Methods methods = m_desk.methods();
    for (const auto &[word, line] : m_lines)
        line->setChecked(methods.designated.contains(word));
    m_state->setTone(NoticeTone::Information);
    m_state->setText(methods.designated.isEmpty() ? tr("None is designated yet: each is offered, with a notice to check it.")
                                                  : tr("Only the ticked ones are offered when a parcel is made."));
}

void MethodsSection::save()
{
    QStringList designated;
    for (const auto &[word, line] : m_lines) {
        if (line->isChecked())
            designated += word;
    }
    const auto saved = m_desk.setMethods(designated);
    refresh();
    if (!saved) {
        m_state->setTone(NoticeTone::Wrong);
        m_state->setText(tr("It was not saved"), saved.error().message);
    }
}

} // namespace shirushi::window
