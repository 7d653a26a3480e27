// What a request says of a file, from the label it carries. Pure; any thread.
#pragma once

#include "labelling/labelreader.h"
#include "workflow/request.h"

namespace shirushi::labelling {

/// An error where the file has no class that could be believed: no label by `pack` (NotFound), one that nobody of
/// this office signed (Damaged), or one of a document that was changed since (Changed).
[[nodiscard]] base::Result<workflow::RequestFile> requestFile(const FileLabel &file, const policy::Pack &pack);

} // namespace shirushi::labelling
