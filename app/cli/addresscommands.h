// The commands "address …": the address book.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runAddressAdd(const std::vector<std::string> &words);
int runAddressChange(const std::vector<std::string> &words);
int runAddressCheck(const std::vector<std::string> &words);
int runAddressList(const std::vector<std::string> &words);
int runAddressRemove(const std::vector<std::string> &words);

} // namespace shirushi::cli
