// publish check | record | compare | list: what goes to the public 公表.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

/// Looks for hidden data alone, without signing in. SomeFailed where there are findings.
int runPublishCheck(const std::vector<std::string> &words);
/// Signed in. SomeFailed, and nothing recorded, where there are findings and no --accept-hidden.
int runPublishRecord(const std::vector<std::string> &words);
/// SomeFailed where the copy differs in more than its label.
int runPublishCompare(const std::vector<std::string> &words);
int runPublishList(const std::vector<std::string> &words);

} // namespace shirushi::cli
