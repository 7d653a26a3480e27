// DisposeDesk: what the page 廃棄 asks of the rooms behind it. Values in the words that people read, with the model's own where
// something is to be done with them. Any thread, one call at a time; rules(), rulesOf() and told() do not wait.
#pragma once

#include "approvals/approvaldesk.h"
#include "approvals/askingdesk.h"
#include "disposal/items.h"
#include "disposal/run.h"
#include "disposal/stated.h"
#include "disposal/verification.h"

#include <variant>

namespace shirushi::disposals {

/// A file, an item of a vault, or a medium, paper or a device.
using Thing = std::variant<base::Path, disposal::ItemPlace, disposal::Asset>;

/// As a list shows it.
struct Row {
    Thing thing;
    QString name;
    QString place;  // its folder or vault; of the others what it is
    QString policy;
    policy::Classes classes; // empty: it has none
    QDate lastDay;           // of an item, until when it was to be kept
    QString note{};          // why it stands on the list, where that is no day
    QString key;             // what its record would be called
    QString problem;         // why nothing can be done with it now; empty: it can
    bool wantsClass = false; // and classifying it would help
};

/// 廃棄予定簿, as far as it could be read.
struct Due {
    std::vector<Row> rows;
    QStringList unread; // vaults that could not be looked through, each with the reason
};

/// A vault that something may be put into.
struct VaultPlace {
    base::Path folder;
    QString name;
    bool operator==(const VaultPlace &) const = default;
};

/// A photo, or a scan.
struct Attached {
    base::Path file;    // empty: none
    base::Path vault{}; // where it is put, write-protected; empty: into the ledger
};

/// What would be done with it here, in sentences.
struct Planned {
    Row row;
    QString method;              // 上書き消去（Clear）
    QString demand;              // what its class asks for
    policy::Citation citation;   // where that stands
    QString ground;              // ext4, /dev/sda1, …
    bool isSure = false;         // overwriting reaches what lies on the medium
    QStringList doubts;          // what cannot be promised
    QStringList found;           // what gave that away
    QStringList goesToo;         // names
    QStringList stays;           // of what may be a copy
    QStringList copies;          // what is known of other copies
    QString followUp;            // what must be done with the medium afterwards; empty: nothing
    QString refusal;             // why it may not be disposed of now; empty: it may
    bool isStated = false;       // a person does it, and says so afterwards
};

struct Order {
    std::vector<Thing> things;
    QString reason;  // id of the pack's, or in the person's own words; empty: the request's
    QString request; // id; empty: none
};

struct Outlook {
    std::vector<Planned> things;
    bool isErasure = false;        // 消去
    bool wantsPermission = false;
    approvals::Prospect prospect;  // who decides, where that is wanted
};

/// A request of who is signed in, of which something is still to be done or to be known.
struct Pending {
    QString id;
    bool isErasure = false;
    QString reason;
    QDateTime at;
    approvals::State state = approvals::State::Waiting;
    QString stateText;
    bool mayRun = false;
    QString comment;      // why it was refused
    QDateTime validUntil;
    bool isListed = true; // where its files lie is known here
    QStringList names;    // of what has not gone yet
    std::size_t total = 0;
    bool operator==(const Pending &) const = default;
};

struct Outcome {
    QString key;    // Row::key
    QString name;
    bool isGone = false;
    QString text;   // what was done, or why nothing was
    QStringList notices{};
    bool isOpen = false; // begun and not finished: whether it is gone is told when somebody signs in
};

/// A line of the 廃棄記録簿.
struct Line {
    disposal::Record record;
    QStringList cells; // of disposal::registerHeads()
    bool isOpen = false; // what must follow is not recorded yet
    QString followUp;    // in words
    QString attachment;  // name of the photo or scan
};

/// That somebody said to have reviewed a year's records.
struct Review {
    QString by;
    QDateTime at;
    std::int64_t seq = 0;
    QString note;
};

struct Register {
    std::vector<Line> lines;
    std::vector<Review> reviews; // the newest first
    bool seesEverything = true;
    bool maySignOff = false;
};

enum class Form { Pdf, Csv };

class DisposeDesk
{
public:
    virtual ~DisposeDesk() = default;

    /// The rules in force; never null while somebody is signed in.
    virtual std::shared_ptr<const policy::Pack> rules() const = 0;
    /// Null for a policy that is not installed here.
    virtual std::shared_ptr<const policy::Pack> rulesOf(const QString &policyId) const = 0;
    /// What was found when somebody signed in of work that had been interrupted; told once.
    virtual disposal::Recovered told() = 0;

    /// Items of the vaults known here whose time is up by the end of this fiscal year, by day, and copies that this person took
    /// out of a vault and that are still there; without what this person has asked about.
    [[nodiscard]] virtual base::Result<Due> due(base::Progress &progress) const = 0;
    /// Of files of this computer, folders with everything below.
    virtual std::vector<Row> read(const std::vector<base::Path> &paths, base::Progress &progress) const = 0;
    [[nodiscard]] virtual base::Result<Row> rowOf(const disposal::Asset &asset) const = 0;
    /// Nothing is touched.
    [[nodiscard]] virtual base::Result<Outlook> look(const Order &order, base::Progress &progress) const = 0;
    [[nodiscard]] virtual base::Result<approvals::Asked> ask(const Order &order) = 0;
    /// The newest first.
    [[nodiscard]] virtual base::Result<std::vector<Pending>> pending() const = 0;
    /// What a request lists and has not gone yet. NotFound where that was not listed here.
    [[nodiscard]] virtual base::Result<std::vector<Thing>> remaining(const QString &request) const = 0;
    /// As disposal::run(): of files and items. What was not reached has no outcome.
    [[nodiscard]] virtual base::Result<std::vector<Outcome>> run(const Order &order, base::Progress &progress) = 0;
    /// Those that can be reached now; by name.
    [[nodiscard]] virtual base::Result<std::vector<VaultPlace>> vaults() const = 0;
    /// As disposal::recordStatement(); the photo or scan is read from its file. The entry's number.
    [[nodiscard]] virtual base::Result<std::int64_t> record(const disposal::Statement &statement, const Attached &attached) = 0;

    /// Fiscal years with a record that this person may see, and this one; the newest first.
    [[nodiscard]] virtual base::Result<std::vector<int>> years() const = 0;
    /// `year`: 0: all. In the order of the records.
    [[nodiscard]] virtual base::Result<Register> registerOf(int year) const = 0;
    /// Those of all years whose follow-up nobody has recorded yet.
    [[nodiscard]] virtual base::Result<std::vector<Line>> open() const = 0;
    [[nodiscard]] virtual base::Result<void> saveRegister(int year, Form form, const base::Path &target) const = 0;
    [[nodiscard]] virtual base::Result<void> saveCertificate(std::int64_t seq, const base::Path &target) const = 0;
    /// The photo or scan, as it was attached.
    [[nodiscard]] virtual base::Result<void> saveAttachment(std::int64_t seq, const base::Path &target) const = 0;
    [[nodiscard]] virtual base::Result<std::vector<disposal::Finding>> verify(int year, base::Progress &progress) const = 0;
};

} // namespace shirushi::disposals
