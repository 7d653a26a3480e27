// Schema: the part of JSON Schema (2020-12) that policy.schema.json is written in, and no more. A schema with
// a keyword it does not know is refused, so that nothing is ever silently left unchecked.
// Keywords: type (string boolean integer array object), properties, required, additionalProperties, items,
// minItems, maxItems, uniqueItems, minLength, pattern, enum, $ref to #/$defs/NAME, $defs; and to read only:
// $schema, $id, title, description. Read-only once made; any thread.
#pragma once

#include "policy/jsonnode.h"

#include <QHash>
#include <QRegularExpression>

namespace shirushi::policy {

class Schema
{
public:
    /// `json` is a schema; InvalidInput names the first place in it that is not understood.
    [[nodiscard]] static base::Result<Schema> compile(const QByteArray &json);

    /// The faults of `value`, in the order of the document; at most `limit`.
    std::vector<Fault> check(const JsonNode &value, std::size_t limit) const;

private:
    class Checker;

    explicit Schema(JsonNode root) : m_root(std::move(root)) {}
    QString prepare(const JsonNode &schema, int depth);
    QString prepareKeyword(const QString &keyword, const JsonNode &argument, int depth);
    const JsonNode *definition(const QString &reference) const;

    JsonNode m_root;
    QHash<QString, QRegularExpression> m_patterns;
};

} // namespace shirushi::policy
