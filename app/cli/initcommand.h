// shirushi-cli init: the first person, the rules, the ledger.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runInit(const std::vector<std::string> &words);

} // namespace shirushi::cli
