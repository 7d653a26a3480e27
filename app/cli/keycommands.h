// shirushi-cli key export --out FILE: one's own receiving key, as any age program takes it (AGE-SECRET-KEY-1…), for the
// day when there is no Shirushi. The password is asked for anew, as for every command, and the export is recorded.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runKeyExport(const std::vector<std::string> &words);

} // namespace shirushi::cli
