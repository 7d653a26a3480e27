// The commands "roster …".
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runRosterExport(const std::vector<std::string> &words);
int runRosterImport(const std::vector<std::string> &words);

} // namespace shirushi::cli
