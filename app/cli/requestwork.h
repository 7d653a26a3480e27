// What the commands about requests have in common: a desk with somebody signed in, the options that say what is
// to be done, and the office's shared folder.
#pragma once

#include "cli/labeldesk.h"
#include "workflow/requestdesk.h"

namespace shirushi::cli {

struct RequestWork {
    std::unique_ptr<Desk> desk;
    workflow::RequestDesk requests;
};
[[nodiscard]] base::Result<RequestWork> openRequestWork(const Arguments &arguments);

/// The options that readDraft() reads.
inline const std::vector<std::string> draftOptions{"action", "purpose", "destination", "channel", "given",
                                                   "class",  "from",    "until",       "user",    "password-file"};
/// From the options and the files that are named, with the labels that they carry.
[[nodiscard]] base::Result<workflow::Draft> readDraft(Desk &desk, const Arguments &arguments);

/// The end of the day that an option names, invalid where it is not there; InvalidInput for what is no date.
[[nodiscard]] base::Result<QDateTime> endOfDay(const Arguments &arguments, const std::string &option);
[[nodiscard]] base::Result<QDate> dateOf(const Arguments &arguments, const std::string &option);

/// SHARED/requests; InvalidInput where no shared folder is set.
[[nodiscard]] base::Result<base::Path> sharedRequests(const Desk &desk);

/// Puts the request with all that was decided into the shared folder, if there is one. A folder that cannot be
/// reached is told and is no failure: `request export` does it later.
void share(RequestWork &work, const QString &id);

} // namespace shirushi::cli
