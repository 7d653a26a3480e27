// Exchange: requests and decisions as small files (*.shirushi-request, *.shirushi-decision), which go from one
// desktop to another by a shared folder, by mail or by hand. Canonical JSON, the same that is signed. Any thread.
#pragma once

#include "base/path.h"
#include "workflow/decision.h"
#include "workflow/request.h"

#include <variant>

namespace shirushi::workflow {

inline constexpr const char *requestEnding = ".shirushi-request";
inline constexpr const char *decisionEnding = ".shirushi-decision";
inline constexpr std::uint64_t largestExchanged = 8 << 20; // bytes
inline constexpr std::size_t mostExchanged = 10'000;       // files of a folder

using Exchanged = std::variant<Request, Decision, PaperDecision>;

/// Nothing is believed yet: signatures are the desk's to check. Errors: NotFound, TooLarge, Damaged.
[[nodiscard]] base::Result<Exchanged> readExchanged(const base::Path &file);

/// Makes `file` readable by those who may read `folder`.
void shareAsFolder(const base::Path &folder, const base::Path &file);

/// Writes it into `folder` under a name that says which one it is; one that is there is the same and is left.
/// Readable by those who may read the folder. Returns the file.
[[nodiscard]] base::Result<base::Path> writeExchanged(const base::Path &folder, const Exchanged &exchanged);

/// Writes it as `file`, whatever is there.
[[nodiscard]] base::Result<void> writeExchangedAs(const base::Path &file, const Exchanged &exchanged);

/// Where the scan of the decision in `file` lies: beside it.
base::Path scanFileOf(const base::Path &file);
/// The decision's file in `folder`.
base::Path fileOf(const base::Path &folder, const PaperDecision &decision);

/// The requests in `folder`, then the decisions, then the scans, each sorted by name; no more than mostExchanged.
[[nodiscard]] base::Result<std::vector<base::Path>> exchangedIn(const base::Path &folder);

/// SHARED/requests, made where it is not there.
[[nodiscard]] base::Result<base::Path> exchangeFolder(const base::Path &sharedFolder);

} // namespace shirushi::workflow
