#define POINTERHOLDER_TRANSITION 4 // std::shared_ptr; asked for by qpdf's headers

// One PDF under a password: AES-256 as PDF 2.0 has it (R6), written by qpdf. The parcel is another writing of the same
// document, so that what is compared, and what comes out when it is opened, is a writing without encryption that is
// the same for the same document. qpdf throws; nothing of that leaves this file.
//
// A PDF's encryption shows no change. So a parcel of ours has in its catalog, as a string and thus encrypted, the SHA-256
// of its plain writing (with zeros in that place); whoever does not know the password cannot make another. It is not in
// what comes out.
#include "crypto/digest.h"
#include "crypto/seal.h"
#include "sending/bundle.h"
#include "sending/memorycontent.h"
#include "sending/parcelnames.h"
#include "sending/parcelparts.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>

#include <QCoreApplication>

#include <functional>
#include <string>

namespace shirushi::sending {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::uint64_t longestParcel = 256ULL << 20;
constexpr char proofKey[] = "/ShirushiContent";
constexpr qsizetype proofLength = 64; // hex digits
constexpr qsizetype longestLock = 1024; // of the dictionary that says how it is encrypted

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

// A password as qpdf wants it, wiped afterwards.
class PlainText
{
public:
    explicit PlainText(const base::SecretBytes &secret) : m_text(reinterpret_cast<const char *>(secret.data()), secret.size()) {}
    PlainText(const PlainText &) = delete;
    PlainText &operator=(const PlainText &) = delete;
    ~PlainText() { base::wipe(m_text.data(), m_text.size()); }
    const char *text() const { return m_text.c_str(); }

private:
    std::string m_text;
};

// What qpdf writes goes into a sink; an error of the sink stops it.
class IntoSink final : public Pipeline
{
public:
    explicit IntoSink(platform::Sink &to) : Pipeline("sink", nullptr), m_to(to) {}
    void write(unsigned char const *bytes, std::size_t length) override
    {
        if (const auto written = m_to.write(std::span(reinterpret_cast<const char *>(bytes), length)); !written) {
            m_error = written.error();
            throw std::runtime_error("sink");
        }
    }
    void finish() override {}
    const std::optional<base::Error> &error() const { return m_error; }

private:
    platform::Sink &m_to;
    std::optional<base::Error> m_error;
};

void openPdf(QPDF &pdf, const QByteArray &bytes, const char *password)
{
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processMemoryFile("parcel", bytes.constData(), static_cast<std::size_t>(bytes.size()), password);
}

bool isSigned(QPDF &pdf)
{
    if (pdf.getRoot().hasKey("/Perms"))
        return true;
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.hasKey("/ByteRange") && object.hasKey("/Contents"))
            return true;
    }
    return false;
}

// The one way in which we write a document without a password.
void writePlainly(QPDF &pdf, Pipeline &to)
{
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&to);
    writer.setPreserveEncryption(false);
    writer.setStaticID(true);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.forcePDFVersion("1.7", 8);
    writer.write();
}

void writeLocked(QPDF &pdf, const base::SecretBytes &password, const base::SecretBytes &ownerPassword, Pipeline &to)
{
    const PlainText user(password);
    const PlainText owner(ownerPassword);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&to);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_disable); // objects keep the numbers that they have in our plain writing
    writer.setR6EncryptionParameters(user.text(), owner.text(), true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
}

base::Error errorOf(const QPDFExc &problem, const QString &subject)
{
    return problem.getErrorCode() == qpdf_e_password ? wrongPassword(subject) : damagedParcel(subject);
}

// Calls what may throw.
template <typename Work>
Result<void> guarded(const QString &subject, const IntoSink *sink, Work work)
{
    try {
        return work();
    } catch (const QPDFExc &problem) {
        return std::unexpected(errorOf(problem, subject));
    } catch (const std::exception &) {
        return std::unexpected(sink && sink->error() ? *sink->error() : damagedParcel(subject));
    }
}

using Change = std::function<void(QPDF &)>;

Result<QByteArray> plainWriting(const QByteArray &bytes, const base::SecretBytes &password, const QString &subject, const Change &change = {})
{
    BoundedSink plain(longestParcel, subject);
    IntoSink pipe(plain);
    const PlainText text(password);
    const auto done = guarded(subject, &pipe, [&]() -> Result<void> {
        QPDF pdf;
        openPdf(pdf, bytes, text.text());
        if (change)
            change(pdf);
        writePlainly(pdf, pipe);
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return plain.bytes();
}

// Where the digits stand in a plain writing; nothing where there are none, or where it is not clear which ones count.
std::optional<qsizetype> placeOfProof(const QByteArray &plain)
{
    const QByteArray begin = QByteArray(proofKey) + " (";
    const qsizetype at = plain.indexOf(begin);
    const qsizetype digits = at + begin.size();
    if (at < 0 || plain.indexOf(begin, digits) >= 0 || digits + proofLength >= plain.size() || plain[digits + proofLength] != ')')
        return std::nullopt;
    return digits;
}

// What the proof says of a plain writing that has one there.
QByteArray proofOf(QByteArray plain, qsizetype digits)
{
    return crypto::sha256(plain.replace(digits, proofLength, QByteArray(proofLength, '0'))).toHex();
}

Result<QByteArray> withProof(const QByteArray &plain, const QString &subject)
{
    auto proven = plainWriting(plain, {}, subject, [](QPDF &pdf) {
        pdf.getRoot().replaceKey(proofKey, QPDFObjectHandle::newString(std::string(static_cast<std::size_t>(proofLength), '0')));
    });
    if (!proven)
        return proven;
    const auto last = plainWriting(*proven, {}, subject); // as its recipient will write it
    if (!last)
        return last;
    const auto here = placeOfProof(*proven);
    const auto there = placeOfProof(*last);
    if (!here || !there)
        return base::failure(ErrorCode::Unsupported, subject, tr("This PDF cannot be sent under a password of its own. Choose another format."));
    return proven->replace(*here, proofLength, proofOf(*last, *there));
}

// WrongPassword where the proof does not hold. `isProven` where there is one, which is not in what is returned.
Result<QByteArray> provenContent(QByteArray plain, const QString &subject, bool &isProven)
{
    const auto digits = placeOfProof(plain);
    isProven = digits.has_value();
    if (!digits)
        return plain;
    if (proofOf(plain, *digits) != plain.mid(*digits, proofLength))
        return std::unexpected(wrongPassword(subject));
    return plainWriting(plain, {}, subject, [](QPDF &pdf) { pdf.getRoot().removeKey(proofKey); });
}

Result<void> openWithoutPassword(const QByteArray &bytes, const QString &subject)
{
    return guarded(subject, nullptr, [&]() -> Result<void> {
        QPDF pdf;
        openPdf(pdf, bytes, "");
        return {};
    });
}

bool opensWithoutPassword(const QByteArray &bytes, const QString &subject)
{
    return openWithoutPassword(bytes, subject).has_value();
}

class PdfMaker final : public ParcelMaker
{
public:
    Result<std::vector<ParcelContent>> write(const std::vector<ParcelFile> &files, const QString &parcelName, const ParcelSecret &secret,
                                             const ParcelOptions &options, platform::Sink &to, base::Progress &progress) const override;
    Result<void> read(const platform::FileSource &parcel, const QString &parcelName, const ParcelSecret &secret, const UnpackLimits &limits,
                      ContentTaker &taker, base::Progress &progress) const override;
    Result<QStringList> showing(const platform::FileSource &parcel) const override;
};

Result<std::vector<ParcelContent>> PdfMaker::write(const std::vector<ParcelFile> &files, const QString &parcelName, const ParcelSecret &secret,
                                                   const ParcelOptions &, platform::Sink &to, base::Progress &progress) const
{
    const QString subject = base::toDisplay(files.front().path);
    const auto notOnePdf = [&] { return base::failure(ErrorCode::Unsupported, subject, tr("Only one PDF can be sent as a PDF with a password.")); };
    if (files.size() != 1)
        return notOnePdf();
    const auto source = platform::FileSource::open(files.front().path);
    if (!source)
        return std::unexpected(source.error());
    const auto bytes = source->all(longestParcel);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (!bytes->left(1024).contains("%PDF-"))
        return notOnePdf();
    // Nobody knows it, we neither: all rights come with the recipient's password.
    const auto random = crypto::randomBytes(24);
    if (!random)
        return std::unexpected(random.error());
    const QByteArray hex = random->toHex();
    const base::SecretBytes owner(std::span(reinterpret_cast<const std::uint8_t *>(hex.constData()), static_cast<std::size_t>(hex.size())));
    const auto done = guarded(subject, nullptr, [&]() -> Result<void> {
        QPDF pdf;
        openPdf(pdf, *bytes, "");
        if (pdf.isEncrypted())
            return base::failure(ErrorCode::Encrypted, subject, tr("The PDF has a password or restrictions already. Choose another format."));
        if (isSigned(pdf))
            return base::failure(ErrorCode::Signed, subject, tr("The PDF is signed, and a password would break its signature. Choose another format."));
        return {};
    });
    if (!done) {
        if (done.error().code == ErrorCode::WrongPassword)
            return base::failure(ErrorCode::Encrypted, subject, tr("The PDF has a password or restrictions already. Choose another format."));
        return std::unexpected(done.error());
    }
    if (progress.cancelled())
        return base::failure(ErrorCode::Cancelled, subject, tr("The work was stopped."));
    auto first = plainWriting(*bytes, {}, subject);
    if (first)
        first = withProof(*first, subject);
    if (!first)
        return std::unexpected(first.error());
    IntoSink pipe(to);
    const auto locked = guarded(subject, &pipe, [&]() -> Result<void> {
        QPDF pdf;
        openPdf(pdf, *first, "");
        writeLocked(pdf, secret.password, owner, pipe);
        return {};
    });
    if (!locked)
        return std::unexpected(locked.error());
    auto plain = plainWriting(*first, {}, subject);
    bool isProven = false;
    if (plain)
        plain = provenContent(std::move(*plain), subject, isProven);
    if (!plain)
        return std::unexpected(plain.error());
    progress.report(1, 1, subject);
    return std::vector<ParcelContent>{{parcelName, static_cast<std::uint64_t>(plain->size()), crypto::sha256(*plain)}};
}

Result<void> PdfMaker::read(const platform::FileSource &parcel, const QString &parcelName, const ParcelSecret &secret, const UnpackLimits &limits,
                            ContentTaker &taker, base::Progress &progress) const
{
    const QString subject = base::toDisplay(parcel.path());
    const auto name = harmlessName(parcelName, subject);
    if (!name)
        return std::unexpected(name.error());
    const auto bytes = parcel.all(longestParcel);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (opensWithoutPassword(*bytes, subject)) {
        // Another writing would break a signature in it, for nothing.
        FileContent content(parcel);
        if (!secret.password.isEmpty())
            taker.note(tr("This parcel is not encrypted, and its password was not needed: anybody on the way could have read or changed it."));
        return handOver(content, *name, limits, taker, progress);
    }
    auto plain = plainWriting(*bytes, secret.password, subject);
    bool isProven = false;
    if (plain)
        plain = provenContent(std::move(*plain), subject, isProven);
    if (!plain)
        return std::unexpected(plain.error());
    if (static_cast<std::uint64_t>(plain->size()) > limits.total)
        return std::unexpected(parcelTooLarge(subject));
    if (static_cast<std::uint64_t>(plain->size()) > limits.room)
        return std::unexpected(noRoomFor(subject, static_cast<std::uint64_t>(plain->size()), limits.room));
    if (progress.cancelled())
        return base::failure(ErrorCode::Cancelled, subject, tr("The work was stopped."));
    taker.rewritten(isProven);
    if (!isProven)
        taker.note(tr("A PDF's password keeps others from reading it, but does not show whether it was changed on the way."));
    if (const auto begun = taker.begin(*name, static_cast<std::uint64_t>(plain->size())); !begun)
        return begun;
    if (const auto taken = taker.take({plain->constData(), static_cast<std::size_t>(plain->size())}); !taken)
        return taken;
    progress.report(1, 1, subject);
    return taker.end(crypto::sha256(*plain));
}

// Nothing shows if the document does not open without the password and that locks all of it, the metadata too.
Result<QStringList> PdfMaker::showing(const platform::FileSource &parcel) const
{
    const QString subject = base::toDisplay(parcel.path());
    const auto bytes = parcel.all(longestParcel);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto opened = openWithoutPassword(*bytes, subject);
    // The dictionary that says how lies open itself, so that every reader finds it; qpdf writes it at the end.
    const qsizetype at = bytes->lastIndexOf("/Filter /Standard");
    const QByteArray how = bytes->mid(std::max<qsizetype>(0, at - longestLock), 2 * longestLock);
    const bool isWhole = at >= 0 && how.contains("/CFM /AESV3") && how.contains("/R 6") && how.contains("/V 5") && how.contains("/StmF /StdCF")
                         && how.contains("/StrF /StdCF") && !how.contains("/EncryptMetadata false");
    if (opened || opened.error().code != ErrorCode::WrongPassword || !isWhole)
        return std::unexpected(liesOpen(subject));
    return QStringList();
}

} // namespace

const ParcelMaker &pdfMaker()
{
    static const PdfMaker maker;
    return maker;
}

} // namespace shirushi::sending
