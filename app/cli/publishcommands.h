// publish check | record | compare | list: what goes to the public 公表.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

/// Looks for hidden data alone, without signing in. SomeFailed where there are findings.
int runPublishCheck(const std::vector<std::string> &words);

} // namespace shirushi::cli
