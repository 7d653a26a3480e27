// What a function that can fail hands back instead of its value.
//
// An Error is a plain value, complete when made, safe to copy between threads. `message` is a sentence for
// the person (already translated), never a secret and never file content.
#pragma once

#include <QString>

namespace shirushi::base {

enum class ErrorCode {
    InvalidInput,  // the caller's data is not of the form asked for
    NotFound,      // no such file, item, person, policy
    NotWritable,   // no permission, or a read-only place
    NoSpace,       // the disk is full
    NameTooLong,   // the path or name would pass the limit
    InUse,         // another program has the file open, or holds the lock
    Damaged,       // the container is not well formed
    Encrypted,     // the container is locked with a password we were not given
    Signed,        // rewriting would break a digital signature
    TooLarge,      // beyond the bounds against entry bombs
    Unsupported,   // a form of the format we do not rewrite
    Changed,       // the file changed while we worked on it
    OutsideFolder, // a link leads out of the chosen folder
    WrongPassword, // the password, or the sealed data, is wrong; which of them is not told
    NotSignedIn,
    Forbidden,     // the policy forbids it
    Cancelled,
    Io,            // the system refused, for another reason
    Internal,      // a mistake of ours
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString subject; // the path, or what it is about
    QString message; // a sentence for the person
    QString left;    // what is on the disk now, a sentence; empty: nothing was changed

    bool operator==(const Error &) const = default;
};

/// One line for a terminal: subject: message (left).
QString oneLine(const Error &error);

/// What errno said, as an Error about `subject`.
Error errorFromErrno(int number, const QString &subject);

} // namespace shirushi::base
