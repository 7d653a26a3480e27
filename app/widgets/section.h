// Section: a page of the rail as the window knows it: when it is shown, when somebody comes and goes, and whether it works on
// something that must not be torn off. Window thread only.
#pragma once

namespace shirushi::widgets {

class Section
{
public:
    Section() = default;
    Section(const Section &) = delete;
    Section &operator=(const Section &) = delete;
    virtual ~Section() = default;

    /// After signing in.
    virtual void begin() {}
    /// When it is shown.
    virtual void comeBack() {}
    /// When the window is locked by hand, and before somebody else comes: nothing of who was here stays.
    virtual void clear() {}
    /// When the window locks itself: it stays as it is behind the door for the same person, but for what is secret.
    virtual void conceal() {}
    /// Something is being written.
    virtual bool isWorking() const { return false; }
    /// As soon as nothing is torn; the page says when its work has ended.
    virtual void stop() {}
};

} // namespace shirushi::widgets
