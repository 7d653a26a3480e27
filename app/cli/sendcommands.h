// The commands "send …", and receive: parcels that go and come, each recorded.
#pragma once

#include <string>
#include <vector>

namespace shirushi::cli {

int runSendPack(const std::vector<std::string> &words);
int runSendList(const std::vector<std::string> &words);
int runSendDelivered(const std::vector<std::string> &words);
/// The password of one's own parcel, while it has not been told.
int runSendPassword(const std::vector<std::string> &words);
/// The mail with which a parcel goes, as a file that a mail program opens.
int runSendDraft(const std::vector<std::string> &words);
int runSendConfirmed(const std::vector<std::string> &words);
int runSendForget(const std::vector<std::string> &words);
int runSendMissent(const std::vector<std::string> &words);
int runReceive(const std::vector<std::string> &words);

} // namespace shirushi::cli
