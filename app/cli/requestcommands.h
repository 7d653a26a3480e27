// shirushi-cli request new | check | list | show | approve | refuse | withdraw | countersign | paper | scan | report |
// export | import.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

/// Prints the new request's id.
int runRequestNew(const std::vector<std::string> &words);
/// Whether an approval fits exactly this now: its request's id, or 4 and why not.
int runRequestCheck(const std::vector<std::string> &words);
int runRequestList(const std::vector<std::string> &words);
int runRequestShow(const std::vector<std::string> &words);

/// These print the ids (hashes) of the decisions they made.
int runRequestApprove(const std::vector<std::string> &words);
int runRequestRefuse(const std::vector<std::string> &words);
int runRequestWithdraw(const std::vector<std::string> &words);
int runRequestCountersign(const std::vector<std::string> &words);
int runRequestPaper(const std::vector<std::string> &words);
/// Takes the scan of a decision on paper out again: --out FILE. Prints its name.
int runRequestScan(const std::vector<std::string> &words);
int runRequestReport(const std::vector<std::string> &words);

/// Into a folder, as a file, or into the shared folder where no path is named; the other way likewise.
int runRequestExport(const std::vector<std::string> &words);
int runRequestImport(const std::vector<std::string> &words);

} // namespace shirushi::cli
