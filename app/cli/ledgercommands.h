// shirushi-cli ledger list.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runLedgerList(const std::vector<std::string> &words);

} // namespace shirushi::cli
