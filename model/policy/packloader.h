// PackLoader: the way from JSON to a pack with the schema compiled once, for whoever reads several.
// Read-only once made; any thread.
#pragma once

#include "policy/library.h"
#include "policy/schema.h"

namespace shirushi::policy {

class PackLoader
{
public:
    struct Reading {
        Pack pack; // only where there are no faults
        std::vector<Fault> faults;
    };

    /// Reads the schema from the program's own resources (":/schemas/policy.schema.json").
    PackLoader();

    /// `base` is looked up for basedOn.
    Reading read(const JsonNode &root, const Library *base) const;

    /// The pack, or InvalidInput about `subject` that names the first fault and how many there are.
    [[nodiscard]] base::Result<Pack> load(const std::expected<JsonNode, Fault> &root, const Library *base,
                                          const QString &subject) const;

private:
    base::Result<Schema> m_schema;
};

} // namespace shirushi::policy
