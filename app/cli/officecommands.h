// The commands "office …".
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runOfficeAllow(const std::vector<std::string> &words);
int runOfficeRecoveryCode(const std::vector<std::string> &words);
/// Which formats of parcels were designated; none: each is offered, with a notice.
int runOfficeMethods(const std::vector<std::string> &words);
int runOfficeSharedFolder(const std::vector<std::string> &words);

} // namespace shirushi::cli
