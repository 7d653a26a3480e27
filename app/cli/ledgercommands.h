// shirushi-cli ledger list | export | verify | accept.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runLedgerList(const std::vector<std::string> &words);
int runLedgerExport(const std::vector<std::string> &words);
int runLedgerVerify(const std::vector<std::string> &words);
int runLedgerAccept(const std::vector<std::string> &words);

} // namespace shirushi::cli
