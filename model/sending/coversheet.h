// The cover sheet 送付書 that lies in a parcel: what it is, how it must be handled, who sends it to whom, which files came
// along, and whom to tell where it came to the wrong place; in Japanese, as the rules are. Never a password. Any thread.
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace shirushi::sending {

struct CoveredFile {
    QString name;         // in the parcel
    QString classText;    // 自治体機密性2・完全性1・可用性1
    QStringList restrictions;
    std::uint64_t size = 0; // bytes
};

struct CoverSheet {
    QString office;     // 亀岡市 総務課
    QString department; // of the sender; may be empty
    QString sender;
    QString contact;    // how the sender is reached, in the sender's words; may be empty
    QStringList recipients; // empty: not told, but how many
    int recipientCount = 0;
    QDateTime at;
    QString classText;  // the highest of all
    QStringList restrictions;
    std::vector<CoveredFile> files;
};

struct CoverFile {
    QString name; // 送付書.pdf; .txt where no PDF could be made
    QByteArray bytes;
};

/// In the words of resources/forms/cover.json. A PDF on A4; where its font is not installed a text (UTF-8 with a mark, CR LF).
[[nodiscard]] base::Result<CoverFile> makeCover(const CoverSheet &sheet);
/// The words of that text, lines ending with \n.
[[nodiscard]] base::Result<QString> coverText(const CoverSheet &sheet);

} // namespace shirushi::sending
