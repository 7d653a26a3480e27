// FollowUpTable: what disposals left to be done with their media, to be ticked where it is done now; all of a medium's at once
// with the box in the head. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "vault/linesmodel.h"
#include "widgets/ticktable.h"

namespace shirushi::disposals {

class FollowUpTable : public widgets::TickTable
{
    Q_OBJECT
public:
    explicit FollowUpTable(const widgets::Theme &theme);

    void setLines(const std::vector<Line> &lines);
    /// Numbers of the entries that are ticked.
    std::vector<std::int64_t> ticked() const;

private:
    vaults::LinesModel *m_lines;
    std::vector<std::int64_t> m_numbers;
};

} // namespace shirushi::disposals
