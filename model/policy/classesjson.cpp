#include "policy/classesjson.h"

namespace shirushi::policy {

QJsonObject classesJson(const Classes &classes)
{
    QJsonObject json;
    for (const auto &[axis, level] : classes)
        json.insert(axis, level);
    return json;
}

} // namespace shirushi::policy
