// CodePage: the recovery code of a new office, shown this once, and its fingerprint. It goes on only when somebody
// has said that the code is in the safe. Window thread only.
#pragma once

#include "window/doorpage.h"
#include "window/frontdoor.h"

namespace shirushi::widgets {
class CheckLine;
}

namespace shirushi::window {

class CodePage : public DoorPage
{
    Q_OBJECT
public:
    CodePage(const widgets::Theme &theme, const Founded &founded);

    /// The sheet for the envelope as PDF.
    [[nodiscard]] static base::Result<void> print(const base::Path &file, const Founded &founded);

Q_SIGNALS:
    void done();

private:
    void printWhereChosen();

    Founded m_founded;
    widgets::CheckLine *m_isSafe;
    widgets::TextBlock *m_said;
};

} // namespace shirushi::window
