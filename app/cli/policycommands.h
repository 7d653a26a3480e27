// shirushi-cli policy list | show ID | coverage ID | test [ID] | validate FILE, each with --json.
// They need neither a sign-in nor a data folder.
#pragma once

#include "policy/library.h"

#include <QStringList>
#include <QTextStream>

namespace shirushi::cli {

/// `arguments` begins with the subcommand. `ownFolder` is where the municipality's own packs are looked for; it
/// is only shown. Returns AllDone, SomeFailed (faults, failing cases) or WrongUsage.
int runPolicyCommand(const QStringList &arguments, const policy::Library &library, const QString &ownFolder,
                     QTextStream &out, QTextStream &err);

} // namespace shirushi::cli
