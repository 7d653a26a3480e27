// The commands "user …".
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runUserAdd(const std::vector<std::string> &words);
int runUserAdmit(const std::vector<std::string> &words);
int runUserApply(const std::vector<std::string> &words);
int runUserChange(const std::vector<std::string> &words);
int runUserClose(const std::vector<std::string> &words);
int runUserList(const std::vector<std::string> &words);
int runUserPasswd(const std::vector<std::string> &words);
int runUserRecover(const std::vector<std::string> &words);
int runUserReissue(const std::vector<std::string> &words);

} // namespace shirushi::cli
