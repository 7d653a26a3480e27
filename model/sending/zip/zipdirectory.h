// The directory of a ZIP archive that somebody sent: what is in it, found harmless before anything is unpacked. Plain
// archives and WinZip's AE-1 and AE-2; stored and deflated. Any thread.
#pragma once

#include "sending/content.h"
#include "sending/parcel.h"
#include "sending/zip/aes.h"

namespace shirushi::sending::zip {

/// One file of the archive.
struct Item {
    QString name; // harmless; see parcelnames.h
    QByteArray rawName;
    std::uint16_t method = 0; // of the content: 0 stored, 8 deflated
    std::uint16_t flags = 0;
    bool isEncrypted = false;
    Strength strength = Strength::Aes256;
    int vendorVersion = 0; // AE-1 or AE-2
    std::uint32_t crc = 0; // as it is in the directory
    std::uint64_t size = 0;
    std::uint64_t packedSize = 0; // in the archive, with salt, verifier and MAC
    std::uint64_t offset = 0;     // of its local header

    bool hasCrc() const { return !isEncrypted || vendorVersion == 1; }
    /// Of the ciphertext or the packed content alone.
    std::uint64_t contentSize() const { return packedSize - (isEncrypted ? overheadOf(strength) : 0); }
};

struct Directory {
    std::vector<Item> items; // files; folders need none
    bool hasOldNames = false; // some were in CP932
    QByteArray comment;       // of the archive
    std::uint64_t offset = 0; // of the directory itself
    bool isBare = true;       // it has no comments to entries, no foreign fields, and nothing lies between it and the end
    bool isEncrypted() const;
    std::uint64_t total() const;
};

/// Whether `head`, the first bytes of a file, begin a ZIP archive.
bool beginsZip(const QByteArray &head);

/// Errors as unpack() has them, of everything but the password. Unsupported: a method or encryption that is none of
/// these, links and devices.
[[nodiscard]] base::Result<Directory> readDirectory(Content &archive, const UnpackLimits &limits);

} // namespace shirushi::sending::zip
