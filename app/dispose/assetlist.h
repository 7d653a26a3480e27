// AssetList: what of a request a person treats: media, paper, devices; each is recorded when it is done. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QPushButton;

namespace shirushi::vaults {
class LinesTable;
}

namespace shirushi::disposals {

class AssetList : public QWidget
{
    Q_OBJECT
public:
    explicit AssetList(const widgets::Theme &theme, QWidget *parent = nullptr);

    void setAssets(std::vector<Planned> assets);
    /// While something else is done nothing is recorded.
    void setBusy(bool busy);

Q_SIGNALS:
    void recordWanted(const shirushi::disposal::Asset &asset);

private:
    void judge();
    const Planned *chosen() const;

    std::vector<Planned> m_assets;
    vaults::LinesTable *m_lines;
    QPushButton *m_record;
    bool m_isBusy = false;
};

} // namespace shirushi::disposals
