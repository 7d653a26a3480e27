// OutcomeList: what became of each thing that was to be disposed of, what must be seen to first; or, in its place, why nothing
// was done. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/notice.h"

#include <QWidget>

namespace shirushi::vaults {
class LinesTable;
}

namespace shirushi::disposals {

class OutcomeList : public QWidget
{
    Q_OBJECT
public:
    explicit OutcomeList(const widgets::Theme &theme, QWidget *parent = nullptr);

    void clear();
    void say(const QString &heading, const QString &text, widgets::NoticeTone tone);
    /// Of `asked` things, those that were reached.
    void show(const std::vector<Outcome> &outcomes, std::size_t asked, bool isErasure);

private:
    widgets::Notice *m_said;
    vaults::LinesTable *m_lines;
};

} // namespace shirushi::disposals
