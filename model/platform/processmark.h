// ProcessMark: which program on which desktop, so that somebody who finds its note later can tell whether it still runs. A
// value; any thread.
#pragma once

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>

namespace shirushi::platform {

struct ProcessMark {
    QString desktop; // of the installation: a hash, which tells nothing else
    QString boot;    // of this start of the computer
    QString space;   // the name space of its number
    std::int64_t number = 0;
    std::int64_t started = 0; // in clock ticks since the start of the computer
    bool operator==(const ProcessMark &) const = default;

    static ProcessMark ofThisProcess();

    /// Whether it ran on this desktop.
    bool isHere() const;
    /// True where it is certain that it runs no more. Of another desktop nothing is certain.
    bool isDead() const;
};

QJsonObject toJson(const ProcessMark &mark);
std::optional<ProcessMark> processMarkFrom(const QJsonObject &json);

} // namespace shirushi::platform
