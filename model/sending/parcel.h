// Parcel 送付ファイル: files packed into one that only its recipient opens, and opened again. Any thread; each call
// works with several cores and comes back when it is done.
//
// What pack() makes is put in its place in one step, and only after it was opened again as the recipient will open
// it, every byte compared, and what lies open in it looked through. What unpack() writes gets its names only when
// all of it has proven genuine. After a failure, a wrong password or a cancelling there is neither half a parcel nor
// a plain copy, and nothing that was there before has changed.
#pragma once

#include "base/path.h"
#include "base/progress.h"
#include "base/result.h"
#include "base/secretbytes.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace shirushi::sending {

enum class ParcelFormat {
    Zip,  // AES-256, WinZip's AE-2
    Pdf,  // one PDF under a password, AES-256 (ISO 32000-2)
    Age,  // age-encryption.org/v1
    Cms,  // enveloped data for X.509 certificates (RFC 5652)
    Html, // a page that opens itself in a browser
};

/// Those that can be made, in the order in which they are offered.
const std::vector<ParcelFormat> &parcelFormats();

/// zip pdf age cms html
QString wordFor(ParcelFormat format);
std::optional<ParcelFormat> parcelFormatFor(const QString &word);
/// .zip .pdf .age .p7m .html
QString endingFor(ParcelFormat format);

/// One file that goes in.
struct ParcelFile {
    base::Path path;
    QString name; // in the parcel, with "/" between folders; empty: the path's last part
    std::optional<QByteArray> bytes{}; // small, and in place of a file: what need not lie on a disk for this
};

/// What opens a parcel. Which of these count depends on the format: see needs().
struct ParcelSecret {
    base::SecretBytes password;                 // ASCII (UTF-8 where somebody else made the parcel)
    std::vector<QByteArray> recipients;         // age: X25519 public keys, 32 bytes each
    std::vector<base::SecretBytes> keys;        // age: private keys, 32 bytes each; when packing, the sender's own
    std::vector<QByteArray> certificates;       // CMS: the recipients' certificates, PEM or DER
    std::optional<QByteArray> ownCertificate;   // CMS: the sender's, or of who opens it
    std::optional<base::SecretBytes> ownKey;    // CMS: its private key, PEM or DER (PKCS #8), without a password
};

enum class ParcelNeed { Password, Keys, Either };
/// Zip, Pdf, Html: a password. Cms: keys. Age: either.
ParcelNeed needs(ParcelFormat format);

/// The most that a format takes, in bytes of content; nothing where only the disk sets a limit.
std::optional<std::uint64_t> capOf(ParcelFormat format);

struct ParcelOptions {
    bool hidesNames = false;      // Zip: an inner archive, so that one neutral name is all that shows. The others always do.
    int compression = 6;          // Zip: 0 stores, 1 (fast) to 9 (small)
    bool replacesExisting = false; // otherwise a file that has the target's name is left alone: Changed
    int passwordWork = 18;        // age: log2 of scrypt's N
};

struct ParcelContent {
    QString name;
    std::uint64_t size = 0;
    QByteArray sha256; // 32 bytes, of the plain content
    bool operator==(const ParcelContent &) const = default;
};

struct ParcelReport {
    ParcelFormat format = ParcelFormat::Zip;
    base::Path path;
    std::uint64_t size = 0;
    std::vector<ParcelContent> contents; // as they came out again in the self-check
    QStringList showing;                 // names of content that whoever has the parcel can read without opening it
};

/// Packs `files` into `target`. InvalidInput: nothing to pack, two files of one name, a name that no recipient could
/// take, an empty or weak password (passwordProblem()), a key that is missing. TooLarge: beyond the format's cap.
/// Signed: a signed PDF, whose signature encryption would break. Changed: a file changed meanwhile, or the target's
/// name is taken. Unsupported: Pdf with other than one PDF. Internal: the self-check found a difference.
[[nodiscard]] base::Result<ParcelReport> pack(const std::vector<ParcelFile> &files, ParcelFormat format,
                                              const ParcelSecret &secret, const ParcelOptions &options,
                                              const base::Path &target, base::Progress &progress);

/// What a parcel is, by its bytes.
struct ParcelKind {
    ParcelFormat format = ParcelFormat::Zip;
    ParcelNeed need = ParcelNeed::Password;
    bool isOpen = false; // a ZIP that nothing protects
};
/// Unsupported where it is none of the formats.
[[nodiscard]] base::Result<ParcelKind> recognise(const base::Path &parcel);

/// Against bombs. Beyond them: TooLarge.
struct UnpackLimits {
    std::size_t entries = 100'000;
    std::uint64_t total = 64ULL << 30; // bytes, unpacked
    std::uint64_t ratio = 250;         // unpacked : packed, where more than 256 MiB come out of what is not encrypted
    std::uint64_t room = ~std::uint64_t(0); // bytes, for all of it; unpack() takes no more than what is free, less a margin
};

struct UnpackReport {
    ParcelFormat format = ParcelFormat::Zip;
    std::vector<ParcelContent> contents; // `name` is relative to the folder, as it was written
    QStringList notes;                   // sentences: a name that was changed, and why
    bool isRewritten = false;            // a PDF that had a password comes out in another writing,
    bool isProven = false;               // … which the parcel shows to be the one that its maker had checked
};

/// Asked when everything has proven genuine, before anything gets its name; an error takes all of it away.
using BeforeNames = std::function<base::Result<void>(const std::vector<ParcelContent> &contents)>;

/// Opens `parcel` and writes what is in it into the folder `into`, which is there. WrongPassword: the secret does not
/// open it, or it was changed. Damaged, TooLarge, Unsupported, OutsideFolder (a name or link that leads out of it):
/// the parcel is refused whole. Changed: a name is already taken in `into`.
[[nodiscard]] base::Result<UnpackReport> unpack(const base::Path &parcel, const ParcelSecret &secret,
                                                const base::Path &into, const UnpackLimits &limits,
                                                base::Progress &progress, const BeforeNames &beforeNames = {});

} // namespace shirushi::sending
