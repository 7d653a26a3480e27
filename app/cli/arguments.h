// The words after the program's name: options that a command knows, and the rest. Paths keep their bytes.
#pragma once

#include "base/path.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shirushi::cli {

struct OptionTable {
    std::vector<std::string> withValue; // --user ID, --user=ID
    std::vector<std::string> switches;  // --json
    std::vector<std::string> repeated{}; // of withValue: may be given several times; the values are joined by ","
};

class Arguments
{
public:
    /// `words` without program and command names. Nothing, and `problem`, for an unknown option, a missing
    /// value, or an option given twice. "--" ends the options.
    static std::optional<Arguments> parse(const std::vector<std::string> &words, const OptionTable &table,
                                          QString &problem);

    bool has(const std::string &name) const { return m_options.contains(name); }
    /// Empty where it was not given.
    QString text(const std::string &name) const;
    base::Path path(const std::string &name) const;
    const std::vector<std::string> &rest() const { return m_rest; }

private:
    std::map<std::string, std::string> m_options;
    std::vector<std::string> m_rest;
};

} // namespace shirushi::cli
