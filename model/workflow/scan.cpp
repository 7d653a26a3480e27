#include "workflow/scan.h"

#include "platform/filesource.h"

#include <QCoreApplication>

namespace shirushi::workflow {

base::Result<ledger::Attachment> readScan(const base::Path &file)
{
    const auto source = platform::FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    if (source->size() == 0) {
        return base::failure(base::ErrorCode::InvalidInput, base::toDisplay(file),
                             QCoreApplication::translate("shirushi::workflow", "This file is empty."));
    }
    auto bytes = source->all(static_cast<std::uint64_t>(ledger::largestAttachment));
    if (!bytes)
        return std::unexpected(bytes.error());
    return ledger::Attachment{base::toDisplay(file.filename()), std::move(*bytes)};
}

} // namespace shirushi::workflow
