// shirushi-cli vault …: locked storage 保管庫 (model/vault). Each signs in and records what it does.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runVaultCreate(const std::vector<std::string> &words);
int runVaultPut(const std::vector<std::string> &words);
int runVaultList(const std::vector<std::string> &words);
int runVaultGet(const std::vector<std::string> &words);
int runVaultRecover(const std::vector<std::string> &words);
int runVaultRequest(const std::vector<std::string> &words);
int runVaultSet(const std::vector<std::string> &words);
int runVaultMember(const std::vector<std::string> &words);
int runVaultMove(const std::vector<std::string> &words);
int runVaultVerify(const std::vector<std::string> &words);
int runVaultOpen(const std::vector<std::string> &words);
int runVaultLock(const std::vector<std::string> &words);
int runVaultRescue(const std::vector<std::string> &words);
int runVaultCopied(const std::vector<std::string> &words);
int runVaultDue(const std::vector<std::string> &words);

} // namespace shirushi::cli
