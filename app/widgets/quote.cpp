#include "widgets/quote.h"

#include "widgets/textblock.h"

#include <QPainter>
#include <QVBoxLayout>

namespace shirushi::widgets {

Quote::Quote(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_words(new TextBlock(theme, TextKind::Small)),
      m_place(new TextBlock(theme, TextKind::Small, {}, Ink::Dim))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 2, 0, 2);
    layout->setSpacing(0);
    layout->addWidget(m_words);
    layout->addWidget(m_place);
}

void Quote::setCitation(const policy::Citation &citation)
{
    m_words->setText(citation.quote);
    m_words->setVisible(!citation.quote.isEmpty());
    m_place->setText(citation.draft ? tr("%1 (proposal)").arg(citation.article) : citation.article);
    m_place->setVisible(!citation.article.isEmpty());
    // Shown before it has its place it would open as a window of its own, and take the focus.
    if (citation.quote.isEmpty() && citation.article.isEmpty())
        hide();
    else if (parentWidget())
        show();
}

void Quote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 4, height()), m_theme[Ink::Line]);
}

} // namespace shirushi::widgets
