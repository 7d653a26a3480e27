// shirushi-cli age encrypt | decrypt [-r age1…]… [-R FILE]… [-i KEYFILE]… [--passphrase-file F] [-a] IN OUT
//
// The plain tool for the day when nothing else is left; the options mean what they mean in age itself. Needs
// neither a sign-in nor a data folder, and records nothing. OUT appears whole or not at all, and one that is there
// stays as it is until then; what goes to standard output cannot be taken back.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runAgeEncrypt(const std::vector<std::string> &words);
int runAgeDecrypt(const std::vector<std::string> &words);

} // namespace shirushi::cli
