// Where a file's bytes lie, as the file system says (FIEMAP). Any thread.
#pragma once

namespace shirushi::erasure {

struct Extents {
    bool isKnown = false;   // false: the file system does not say
    bool isInline = false;  // among the descriptions of files
    bool isShared = false;  // with another file
    bool isEncoded = false; // compressed or encrypted
};

/// What has not been written to the medium yet is flushed first.
Extents extentsOf(int descriptor);

} // namespace shirushi::erasure
