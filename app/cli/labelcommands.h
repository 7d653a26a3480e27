// shirushi-cli label set | remove.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runLabelSet(const std::vector<std::string> &words);
int runLabelRemove(const std::vector<std::string> &words);

} // namespace shirushi::cli
