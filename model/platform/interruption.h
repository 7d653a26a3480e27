// Interruption: whether the person at the terminal wants the program to end (Ctrl+C, or the system asks). One at a
// time in a program; the first request is noted, a second one ends the program at once. Any thread may ask.
#pragma once

namespace shirushi::platform {

class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    bool hasCome() const;
};

} // namespace shirushi::platform
