// What the command line ends with; scripts rely on it.
#pragma once

namespace shirushi::cli {

enum ExitCode {
    AllDone = 0,
    SomeFailed = 1,
    WrongUsage = 2,
    NotSignedIn = 3,
    Forbidden = 4,
};

} // namespace shirushi::cli
