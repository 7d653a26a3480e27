#include "platform/jsonfile.h"

#include "base/canonicaljson.h"
#include "platform/filesource.h"

namespace shirushi::platform {

namespace {

constexpr std::uint64_t largestFile = 64 * 1024;

} // namespace

base::Result<QJsonObject> readJsonFile(const base::Path &file)
{
    const auto source = FileSource::open(file);
    if (!source)
        return std::unexpected(source.error());
    const auto content = source->all(largestFile);
    if (!content)
        return std::unexpected(content.error());
    return base::parseJsonObject(*content, base::toDisplay(file));
}

} // namespace shirushi::platform
