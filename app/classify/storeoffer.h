// StoreOffer: after labelling, or of what came out of a parcel: that files of this class belong into a vault, or may be kept in one, and the button that puts them
// there. Hidden where the rules say nothing. Window thread only.
#pragma once

#include "base/path.h"
#include "vault/placement.h"
#include "widgets/notice.h"

#include <vector>

namespace shirushi::classify {

class StoreOffer : public widgets::Notice
{
    Q_OBJECT
public:
    explicit StoreOffer(const widgets::Theme &theme, QWidget *parent = nullptr);

    struct Labelled {
        base::Path file;
        vault::Placement placement = vault::Placement::Free; // by its class
    };
    /// Those that must lie in a vault are offered; where there are none, those that may. False: nothing is.
    bool setFiles(const std::vector<Labelled> &files);

Q_SIGNALS:
    void storeWanted(const std::vector<shirushi::base::Path> &files);

private:
    std::vector<base::Path> m_files;
};

} // namespace shirushi::classify
