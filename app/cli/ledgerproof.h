// shirushi-cli ledger prove | check-proof.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runLedgerProve(const std::vector<std::string> &words);
/// Needs neither a sign-in nor a data folder.
int runLedgerCheckProof(const std::vector<std::string> &words);

} // namespace shirushi::cli
