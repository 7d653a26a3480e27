#include "platform/machinesettings.h"

#include "platform/jsonfile.h"

namespace shirushi::platform {

std::optional<base::Path> machineDataFolder()
{
    const auto json = readJsonFile("/etc/shirushi.json");
    if (!json)
        return std::nullopt;
    const base::Path folder = base::toPath(json->value(QStringLiteral("dataFolder")).toString());
    return folder.is_absolute() ? std::optional(folder) : std::nullopt;
}

} // namespace shirushi::platform
