// Who has a file open. What other people's programs have open shows only to the superuser. Any thread.
#pragma once

#include <QStringList>

namespace shirushi::erasure {

/// Names and numbers of the other programs on this computer that have the same file open: soffice (1234).
QStringList usersOf(int descriptor);

} // namespace shirushi::erasure
