// Names in parcels: what somebody else wrote is taken only where it can do no harm on any system, and what we write is
// what every system takes. Any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace shirushi::sending {

/// How the bytes of a name in a ZIP archive were read.
enum class NameEncoding { Utf8, Cp932 };

struct DecodedName {
    QString text;
    NameEncoding encoding = NameEncoding::Utf8;
};

/// A name of a ZIP archive: UTF-8 where the archive says so or the bytes are such, otherwise CP932 (Shift_JIS as
/// Windows writes it). Nothing where it is neither.
std::optional<DecodedName> decodeName(const QByteArray &bytes, bool isUtf8);

/// `name` in normal form C with "/" between folders, if it is harmless: OutsideFolder for absolute names, drive letters
/// and "..", Unsupported for device names of Windows (CON, NUL, COM1 …), control characters, characters that turn the
/// direction of writing, streams (a:b), a dot or space at the end; NameTooLong beyond 255 bytes a part, 32 folders.
/// `subject` is the parcel.
[[nodiscard]] base::Result<QString> harmlessName(const QString &name, const QString &subject);

/// The names that a parcel has so far: no two that one system or another would take for the same (case, width), and
/// none that is a folder for one and a file for another.
class NameSet
{
public:
    /// Damaged where `name` is there already.
    [[nodiscard]] base::Result<void> add(const QString &name, const QString &subject);

private:
    QSet<QString> m_files;
    QSet<QString> m_folders;
};

} // namespace shirushi::sending
