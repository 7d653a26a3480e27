// JsonNode: JSON that remembers the line of every value, so that a fault in a pack can be pointed at.
// Stricter than RFC 8259 where a reader would be left guessing: no member twice, UTF-8 only, no lone
// surrogates. Pure; any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace shirushi::policy {

/// A fault in a pack's JSON.
struct Fault {
    int line = 0;   // from 1
    QString path;   // JSON pointer: /axes/0/levels/2/rank
    QString reason; // a sentence
    bool operator==(const Fault &) const = default;
};

struct JsonNode {
    enum class Kind { Null, Boolean, Number, String, Array, Object };

    Kind kind = Kind::Null;
    int line = 1; // where the value begins
    bool boolean = false;
    double number = 0;
    QString text;
    QStringList names;              // of an object's members, in the order they stand in
    std::vector<JsonNode> children; // an array's entries, or the values that belong to `names`

    bool isWhole() const; // a whole number within ±2^31
    /// The member's value; null where there is none or this is no object.
    const JsonNode *member(QStringView name) const;
};

inline constexpr qsizetype jsonSizeLimit = 2 * 1024 * 1024; // bytes
inline constexpr int jsonDepthLimit = 32;
inline constexpr int jsonNodeLimit = 200'000;

/// The value in `json` (UTF-8), or the first fault.
[[nodiscard]] std::expected<JsonNode, Fault> parseJson(const QByteArray &json);

/// `name` as one step of a JSON pointer (RFC 6901 section 3).
QString pointerStep(QString name);

/// The line of the value at `pointer`; where it does not exist, of the nearest value around it.
int lineAt(const JsonNode &root, const QString &pointer);

} // namespace shirushi::policy
