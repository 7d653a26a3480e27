// shirushi-cli label set | remove | designate.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runLabelSet(const std::vector<std::string> &words);
int runLabelRemove(const std::vector<std::string> &words);
/// Confirms proposed classes; with --kind labels by a kind of document; without a path lists what is proposed.
int runLabelDesignate(const std::vector<std::string> &words);

} // namespace shirushi::cli
