// shirushi-cli dispose …: disposal 廃棄 and erasure 消去 (model/disposal). Each signs in and records what it does.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

/// What would be done here and what could not be promised. Nothing is touched.
int runDisposePlan(const std::vector<std::string> &words);
/// Prints the request's id.
int runDisposeRequest(const std::vector<std::string> &words);
int runDisposeRun(const std::vector<std::string> &words);
int runDisposeList(const std::vector<std::string> &words);
/// Whether the records hold.
int runDisposeVerify(const std::vector<std::string> &words);
/// 廃棄記録簿, as --pdf FILE, --csv FILE or JSON.
int runDisposeReport(const std::vector<std::string> &words);
/// 廃棄証明書（案） of one record.
int runDisposeCertificate(const std::vector<std::string> &words);

} // namespace shirushi::cli
