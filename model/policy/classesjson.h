// Classes as they stand in entries, labels and requests: an object with a member for each axis. Pure; any thread.
#pragma once

#include "policy/classification.h"

#include <QJsonObject>

namespace shirushi::policy {

/// {"confidentiality": "3B", "integrity": "2"}
QJsonObject classesJson(const Classes &classes);

} // namespace shirushi::policy
