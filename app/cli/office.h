// Where a command works and as whom: the data folder, the password, the session.
#pragma once

#include "cli/arguments.h"
#include "people/office.h"

namespace shirushi::cli {

/// $SHIRUSHI_DATA, or the platform's place.
people::Office officeFromEnvironment();

/// The options by which every command that needs it signs in.
inline const std::vector<std::string> signInOptions{"user", "password-file"};

/// True if user and password are given by options or environment (nothing would be asked).
bool hasCredentials(const Arguments &arguments);

/// --password-file, $SHIRUSHI_PASSWORD_FILE, or asked on the terminal. One final newline of a file is dropped.
[[nodiscard]] base::Result<base::SecretBytes> readPassword(const Arguments &arguments, const QString &question);

/// --user or $SHIRUSHI_USER; empty where neither is there.
QString userNameOf(const Arguments &arguments);

/// The content of `file` as a password or code, at most 4096 bytes. One final newline is dropped.
[[nodiscard]] base::Result<base::SecretBytes> readPasswordFile(const base::Path &file);

/// As --user or $SHIRUSHI_USER says; NotSignedIn otherwise, and where nothing has been set up.
/// A person whose password is a temporary one is not let in but by `user passwd` (`evenTemporary`).
[[nodiscard]] base::Result<people::Session> signIn(const people::Office &office, const Arguments &arguments,
                                                   bool evenTemporary = false);

/// Signed in, the ledger open, and everything recorded or mended that waited for somebody to sign in.
struct Work {
    people::Session session;
    ledger::Ledger ledger;
};
[[nodiscard]] base::Result<Work> openForWork(const people::Office &office, const Arguments &arguments);

} // namespace shirushi::cli
