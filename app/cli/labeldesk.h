// What the commands about labels and requests share: somebody signed in with the rules at hand, the files that
// the words name, and how it is told what became of each.
#pragma once

#include "cli/office.h"
#include "labelling/labeller.h"
#include "policy/library.h"

#include <QJsonArray>

namespace shirushi::cli {

/// Everything such a command works with.
struct Desk {
    people::Office office;
    people::Session session;
    ledger::Ledger ledger;
    policy::Library library;
    std::shared_ptr<const policy::Pack> pack;
    std::shared_ptr<const people::Directory> directory;
    label::CodecSet codecs;
    base::SystemClock clock;

    labelling::LabellerParts labellerParts();
    labelling::Labeller labeller() { return {pack, labellerParts()}; }
};
[[nodiscard]] base::Result<std::unique_ptr<Desk>> openDesk(const Arguments &arguments);

/// Prints the error; the exit code.
int told(const base::Error &error);

/// The files that words name, each once. `later` are .xmp files beside their document: they may be merged with
/// its label, and are files like any other only if they were not.
struct Named {
    std::vector<base::Path> files;
    std::vector<base::Path> later;
    bool failed = false; // a folder that cannot be taken; told already
};
Named filesNamed(const std::vector<std::string> &words, bool recursive);
/// Of the files that lie beside their document, those that did not become its label's place.
std::vector<base::Path> stillFiles(const std::vector<base::Path> &later);

/// One line or object a file, and the exit code for all of them.
class Report
{
public:
    explicit Report(bool json) : m_json(json) {}
    void add(const labelling::LabelOutcome &outcome, const QString &done);
    int finish(bool failedBefore);

private:
    bool m_json;
    bool m_failed = false;
    bool m_forbidden = false;
    QJsonArray m_array;
};

} // namespace shirushi::cli
