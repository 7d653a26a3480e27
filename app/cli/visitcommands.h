// The commands that bring an administrator's key file to another desktop of the office: "user keys", "user let-in".
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runUserKeys(const std::vector<std::string> &words);
int runUserLetIn(const std::vector<std::string> &words);

} // namespace shirushi::cli
