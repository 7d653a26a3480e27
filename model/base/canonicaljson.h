// JSON as RFC 8785 (JSON Canonicalization Scheme) writes it: members sorted by UTF-16 code units, no white
// space, the shortest escapes. What is signed or hashed goes through here. Pure functions, any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QStringView>

namespace shirushi::base {

/// UTF-8, RFC 8785. Numbers must be whole and within ±(2^53 − 1): our formats have no others, and an
/// assertion says so.
QByteArray canonicalJson(const QJsonValue &value);

/// The same at the end of `out`, for who writes an object member by member.
void appendCanonical(QByteArray &out, const QJsonValue &value);
void appendCanonicalString(QByteArray &out, QStringView text);

/// The object in `json`, or an error about `subject` with the place where reading stopped.
Result<QJsonObject> parseJsonObject(const QByteArray &json, const QString &subject);

} // namespace shirushi::base
