// Plan: what would be done with a file here, and what could not be promised. Nothing is touched. Any thread.
#pragma once

#include "disposal/parts.h"
#include "disposal/record.h"
#include "erasure/ground.h"
#include "erasure/leftovers.h"
#include "platform/filesource.h"
#include "workflow/request.h"

namespace shirushi::disposal {

struct Plan {
    base::Path file;                           // its real place
    std::optional<base::Error> problem;        // why it would not begin
    std::optional<workflow::RequestFile> asked; // as a request would say it; nothing: it has no class that can be believed
    std::optional<base::Error> noClass;        // why
    policy::Classes classes;                   // whose demands hold: of a file without a class the strictest
    platform::FileIdentity identity;
    QString sha256; // hex
    QStringList makers; // ids of who labelled it; empty: nobody, or not known
    erasure::Ground ground;
    std::vector<erasure::Leftover> leftovers;
    std::vector<base::Path> namesakes; // other names of the same content that were asked for with it (disposal/namesakes.h)
    QString method;                                  // id in the pack
    std::optional<policy::DisposalRules::Demand> demand; // of the pack on this class
    QString followUp; // the method for the medium that must follow, since overwriting cannot be promised; empty: none
};

/// `around`: kept by who plans many files, so that their folders are read once.
[[nodiscard]] Plan planFor(const base::Path &file, const DisposalParts &parts, erasure::Surroundings &around);

/// As it would be recorded, where all goes well; who and when are the ledger's to give.
Record recordOf(const Plan &plan, const policy::Pack &pack);

/// Who gave it its class: by themselves, or as a proposal that somebody else designated.
QStringList makersOf(const label::Label &label);

/// The strictest class on each axis: what has no class may be anything.
policy::Classes strictestOf(const policy::Pack &pack);

} // namespace shirushi::disposal
