#include "platform/processmark.h"

#include "base/path.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <array>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace shirushi::platform {

namespace {

constexpr int startField = 20; // proc(5): the 22nd field of stat, the 20th after the name in parentheses

std::string firstLine(const char *file)
{
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

QString hashed(const std::string &text)
{
    // The installation's number itself is not to be shown to others (machine-id(5)).
    const QByteArray input = QByteArray("shirushi desktop\n") + QByteArray::fromStdString(text);
    return QString::fromLatin1(QCryptographicHash::hash(input, QCryptographicHash::Sha256).toHex().left(32));
}

QString nameSpace()
{
    std::array<char, 64> text{};
    const ssize_t length = ::readlink("/proc/self/ns/pid", text.data(), text.size());
    return length > 0 ? QString::fromLatin1(text.data(), length) : QString();
}

// Nothing where there is no such process; 0 where it cannot be told.
std::optional<std::int64_t> startOf(std::int64_t number)
{
    std::ifstream stream("/proc/" + std::to_string(number) + "/stat");
    std::stringstream content;
    content << stream.rdbuf();
    const std::string text = content.str();
    const std::size_t name = text.rfind(')'); // which may hold anything, blanks and parentheses too
    if (!stream.is_open() || name == std::string::npos) {
        std::ifstream first("/proc/1/stat");
        return first.is_open() ? std::nullopt : std::optional<std::int64_t>(0); // others' processes may be hidden
    }
    std::istringstream fields(text.substr(name + 1));
    std::string field;
    for (int i = 0; i < startField; ++i)
        fields >> field;
    return QString::fromStdString(field).toLongLong();
}

} // namespace

ProcessMark ProcessMark::ofThisProcess()
{
    std::string machine = firstLine("/etc/machine-id");
    if (machine.empty())
        machine = firstLine("/var/lib/dbus/machine-id");
    const std::string boot = firstLine("/proc/sys/kernel/random/boot_id");
    return {machine.empty() ? QString() : hashed(machine), QString::fromStdString(boot), nameSpace(), ::getpid(), startOf(::getpid()).value_or(0)};
}

bool ProcessMark::isHere() const
{
    return !desktop.isEmpty() && desktop == ofThisProcess().desktop;
}

bool ProcessMark::isDead() const
{
    const ProcessMark mine = ofThisProcess();
    if (desktop.isEmpty() || desktop != mine.desktop)
        return false;
    if (!boot.isEmpty() && !mine.boot.isEmpty() && boot != mine.boot)
        return true;
    if (space != mine.space)
        return false;
    const auto now = startOf(number);
    return !now || (*now != 0 && started != 0 && *now != started);
}

QJsonObject toJson(const ProcessMark &mark)
{
    return {{QStringLiteral("desktop"), mark.desktop},
            {QStringLiteral("boot"), mark.boot},
            {QStringLiteral("space"), mark.space},
            {QStringLiteral("number"), static_cast<qint64>(mark.number)},
            {QStringLiteral("started"), static_cast<qint64>(mark.started)}};
}

std::optional<ProcessMark> processMarkFrom(const QJsonObject &json)
{
    ProcessMark mark{json.value(QStringLiteral("desktop")).toString(), json.value(QStringLiteral("boot")).toString(),
                     json.value(QStringLiteral("space")).toString(), json.value(QStringLiteral("number")).toInteger(),
                     json.value(QStringLiteral("started")).toInteger()};
    if (mark.number <= 0)
        return std::nullopt;
    return mark;
}

} // namespace shirushi::platform
