// ThingTable: a ThingModel with its boxes, two lines a row, as tall as its rows. Window thread only.
#pragma once

#include "dispose/thingmodel.h"
#include "widgets/ticktable.h"

namespace shirushi::disposals {

class ThingTable : public widgets::TickTable
{
    Q_OBJECT
public:
    ThingTable(const widgets::Theme &theme, const DisposeDesk &desk, const QString &name);

    ThingModel *things() const { return m_things; }
    /// These alone, as far as they are there; the keyboard goes to row `current`.
    void tick(const std::vector<Thing> &things, int current = 0);
    QList<int> tickedRows() const;
    std::vector<Thing> ticked() const;

private:
    ThingModel *m_things;
};

} // namespace shirushi::disposals
