// Signs beside a file and above it that other programs keep copies: clients that synchronise a folder, snapshots. Any thread.
#pragma once

#include "erasure/surroundings.h"

#include <QStringList>

namespace shirushi::erasure {

struct Neighbours {
    QStringList synced;    // paths of markers
    QStringList snapshots; // paths of folders
};

/// Looks in each folder on the way from the file up to `top`, where its file system begins.
Neighbours neighboursOf(const base::Path &file, const base::Path &top, Surroundings &around);

} // namespace shirushi::erasure
