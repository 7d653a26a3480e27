// shirushi-cli ledger backup | restore.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runLedgerBackup(const std::vector<std::string> &words);
int runLedgerRestore(const std::vector<std::string> &words);

} // namespace shirushi::cli
