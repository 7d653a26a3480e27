// check send: may this be sent? Needs no sign-in, no ledger and no data folder; nothing is recorded.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runCheckSend(const std::vector<std::string> &words);

} // namespace shirushi::cli
