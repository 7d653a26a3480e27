// Quote: a sentence of the policy, word for word, with where it stands. What is not from the document is
// marked 案. Window thread only.
#pragma once

#include "policy/pack.h"
#include "widgets/theme.h"

#include <QWidget>

namespace shirushi::widgets {

class TextBlock;

class Quote : public QWidget
{
    Q_OBJECT
public:
    explicit Quote(const Theme &theme, QWidget *parent = nullptr);
    /// Hidden where the citation has neither quote nor article.
    void setCitation(const policy::Citation &citation);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TextBlock *m_words;
    TextBlock *m_place;
};

} // namespace shirushi::widgets
