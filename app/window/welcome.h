// Welcome: the three ways to begin. Window thread only.
#pragma once

#include "window/doorpage.h"

namespace shirushi::window {

class Welcome : public DoorPage
{
    Q_OBJECT
public:
    explicit Welcome(const widgets::Theme &theme);

Q_SIGNALS:
    void aloneWanted();
    void joinWanted();
    void officeWanted();
    /// Without beginning anything.
    void checkWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace shirushi::window
