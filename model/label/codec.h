// Codec: how a label is carried inside the files of one format. One codec a format, without state; any
// thread may use any codec, but one Source and one Sink belong to one thread.
//
// A codec never touches a file itself: it reads a FileSource and writes the whole new version to a Sink,
// which is put in place atomically by the caller. What it cannot or must not rewrite (damaged, encrypted,
// signed, an entry bomb, external entities, forms it does not know) it refuses with the matching error code;
// the caller then uses a sidecar and leaves the file as it is.
#pragma once

#include "base/result.h"
#include "crypto/digest.h"
#include "label/label.h"
#include "platform/filesource.h"
#include "platform/sink.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <utility>
#include <vector>

namespace shirushi::label {

/// A label of another program that was found (Microsoft Purview): shown beside ours, never overwritten.
struct ForeignLabel {
    QString program; // "Microsoft Purview"
    QString name;    // what the label is called there, else its id
    bool operator==(const ForeignLabel &) const = default;
};

/// What a codec found in a file.
struct Reading {
    std::optional<Label> label;        // ours
    bool malformed = false;            // something of ours is there but cannot be read
    std::vector<ForeignLabel> foreign; // labels of other programs
    bool marked = false;               // a visible mark of ours is there
};

/// What is written into a file beside the label itself. All texts are ready to show.
struct Stamp {
    Label label;
    QString classText;       // 自治体機密性3B・完全性2・可用性1
    QString restrictionText; // the restrictions, joined with 、
    QString markText;        // what a visible mark says; one line
    bool mark = false;       // put a visible mark; false: renew one of ours that is there, add none
    /// LibreOffice's classification properties (urn:bails:…), name and value; empty where there are none.
    std::vector<std::pair<QString, QString>> interoperable;
};

/// What happened beside the label: told to the person, never an error.
struct Written {
    bool marked = false;  // the file now has a visible mark of ours
    QStringList notices;  // translated sentences ("The sheet … is protected and has no mark.")
};

/// A file that is opened for reading the label and comparing the content, so that what both need is done once.
/// Belongs to one thread; the codec and the FileSource must outlive it.
class Document
{
public:
    virtual ~Document() = default;
    [[nodiscard]] virtual base::Result<Reading> read() = 0;

    /// As Codec::contentHash(); `digest` is of the same file, and what has gone into it need not be read again.
    [[nodiscard]] virtual base::Result<QByteArray> contentHash(crypto::FileDigest &digest) = 0;
};

class Codec
{
public:
    virtual ~Codec() = default;

    /// "ooxml", "odf", "pdf", "jpeg", "png", "tiff": also the scheme of its content hash, with "1" appended.
    virtual QString name() const = 0;

    /// Decided by the first bytes (and, in a ZIP, its entries), never by the file's name.
    virtual bool recognises(const platform::FileSource &source) const = 0;

    /// The file, if recognises() says that it is of this format; else null.
    virtual std::unique_ptr<Document> document(const platform::FileSource &source) const;

    [[nodiscard]] virtual base::Result<Reading> read(const platform::FileSource &source) const = 0;

    /// Lower-case hex SHA-256 over the document without anything of ours: stamping, marking and labelling
    /// anew do not change it (design §4).
    [[nodiscard]] base::Result<QByteArray> contentHash(const platform::FileSource &source) const;

    /// The same; `digest` is of the same file, and what has gone into it need not be read again.
    [[nodiscard]] virtual base::Result<QByteArray> contentHash(const platform::FileSource &source,
                                                               crypto::FileDigest &digest) const = 0;

    /// Writes the file with `stamp` in it, replacing an earlier label and mark of ours.
    [[nodiscard]] virtual base::Result<Written> stamp(const platform::FileSource &source, const Stamp &stamp,
                                                      platform::Sink &out) const = 0;

    /// Writes the file without anything of ours; what others had written comes back.
    [[nodiscard]] virtual base::Result<Written> remove(const platform::FileSource &source,
                                                       platform::Sink &out) const = 0;
};

std::unique_ptr<Codec> makeOoxmlCodec(); // docx docm dotx xlsx xlsm xltx pptx pptm potx
std::unique_ptr<Codec> makeOdfCodec();   // odt ods odp odg and their templates
std::unique_ptr<Codec> makePdfCodec();
std::unique_ptr<Codec> makeJpegCodec();
std::unique_ptr<Codec> makePngCodec();
std::unique_ptr<Codec> makeTiffCodec();

} // namespace shirushi::label
