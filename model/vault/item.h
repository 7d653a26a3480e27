// Item: what a vault keeps, as its description says it. A plain value; any thread. resources/schemas/vaultitem.schema.json
// is its form: RFC 8785 canonical JSON, the signature (Ed25519) over the same without the member "signature".
#pragma once

#include "label/label.h"

#include <QDate>

#include <optional>
#include <vector>

namespace shirushi::vault {

/// An age file beside the description: the original, byte for byte, for the item's readers.
struct Content {
    QString file;                 // its name in the vault's items folder
    std::uint64_t size = 0;       // bytes, of the original
    QString sha256;               // hex, of the original
    std::uint64_t sealedSize = 0; // bytes, of the age file
    QString sealed;               // hex SHA-256 of the age file
    QString payload;              // hex SHA-256 of its payload's key: who opens it knows that it is this very content,
                                  // without hashing it
    bool operator==(const Content &) const = default;
};

/// Somebody for whom something is encrypted.
struct Reader {
    QString id;     // of the roster
    QByteArray key; // X25519, 32 bytes
    bool operator==(const Reader &) const = default;
};

/// Everybody for whom something is encrypted.
struct Readers {
    std::vector<Reader> members; // by id
    std::vector<Reader> escrow;  // who can always recover; by id

    bool hasMember(const QString &id) const;
    bool hasEscrow(const QString &id) const;
    /// Each once.
    std::vector<QByteArray> keys() const;
    bool operator==(const Readers &) const = default;
};

/// A content of before.
struct Version {
    std::int64_t counter = 0; // the item's when it was the newest
    Content content;
    QDateTime at; // when it was replaced
    QString by;   // and by whom
    bool operator==(const Version &) const = default;
};

/// What was done to it.
struct Event {
    QDateTime at;
    QString by;
    QString deed; // put, saved, changed, members, recovered, moved
    QString note; // of recovered: the reason; of moved: the name of the vault that it came from
    bool operator==(const Event &) const = default;
};

/// 保存期間. Neither years nor permanent: nobody has said it yet.
struct Keeping {
    int years = 0;
    bool permanent = false; // 常用・永年
    QDate origin;           // the day it was made or acquired
    bool operator==(const Keeping &) const = default;
};

struct Item {
    QString vault; // ids: UUIDs without braces, lower case
    QString id;
    std::int64_t counter = 1; // grows with every change
    QString name;             // of the file
    QString path;             // of its folder in the vault's tree, with "/"; empty: at the top
    std::optional<label::Label> label;
    QString labelPlace; // embedded, sidecar, attribute; empty without a label
    QByteArray sidecar; // NAME.xmp as it lay beside the original; empty: there was none
    Content content;
    std::vector<Version> older; // the newest first
    bool ownMembers = false;    // for these members alone; false: for all of the vault
    Readers readers;
    std::vector<Event> history; // the newest last
    bool isFinal = false;       // 書込禁止: its content does not change any more
    Keeping keeping;
    QDateTime madeAt;
    QString madeBy;
    QDateTime changedAt;
    QString changedBy; // who signed
    QString keyId;
    QByteArray signature;
    bool operator==(const Item &) const = default;

    /// Its contents' file names, the newest first.
    QStringList files() const;
};

inline constexpr std::size_t mostReaders = 1000;
inline constexpr std::size_t mostVersions = 100;
inline constexpr std::size_t mostEvents = 200; // the oldest but the first go
inline constexpr qsizetype largestSidecar = 256 << 10;

/// Adds it, and lets the oldest but the first go where there are too many.
void addEvent(Item &item, Event event);

QJsonObject toJson(const Item &item);
/// Strict and within the bounds; Damaged otherwise.
[[nodiscard]] base::Result<Item> itemFromJson(const QJsonObject &json, const QString &subject);

QJsonObject toJson(const Readers &readers);
QJsonObject toJson(const Event &event);

/// A UUID as ours are written.
bool isId(const QString &text);

} // namespace shirushi::vault
