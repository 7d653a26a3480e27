// shirushi-cli label show: what label files carry. Needs no sign-in and no data folder.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runLabelShow(const std::vector<std::string> &words);

} // namespace shirushi::cli
