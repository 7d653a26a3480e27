// What the command line ends with; scripts rely on it.
#pragma once

#include "base/error.h"

namespace shirushi::cli {

enum ExitCode {
    AllDone = 0,
    SomeFailed = 1,
    WrongUsage = 2,
    NotSignedIn = 3,
    Forbidden = 4,
    WithObligations = 5, // check send: permitted, with obligations
};

/// Of a command that does one thing and failed.
inline ExitCode exitCodeOf(const base::Error &error)
{
    switch (error.code) {
    case base::ErrorCode::NotSignedIn: return NotSignedIn;
    case base::ErrorCode::Forbidden: return Forbidden;
    case base::ErrorCode::InvalidInput: return WrongUsage;
    default: return SomeFailed;
    }
}

} // namespace shirushi::cli
