// What a request says of a file, from the label it carries. Pure; any thread.
#pragma once

#include "labelling/labelreader.h"
#include "workflow/request.h"

namespace shirushi::labelling {

/// InvalidInput where the file has no class that could be believed: no label by `pack`, one that nobody of this
/// office signed, or one of a document that was changed since.
[[nodiscard]] base::Result<workflow::RequestFile> requestFile(const FileLabel &file, const policy::Pack &pack);

} // namespace shirushi::labelling
