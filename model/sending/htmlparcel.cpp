// A page that opens itself. The key comes from the password by PBKDF2-HMAC-SHA-256; the content is sealed with
// AES-256-GCM in chunks. Each chunk has its number as nonce (the key is used for this one page alone, because its
// salt is), and is bound to the header, its number and whether it is the last, so that none can be left out, put
// elsewhere or taken from another page. The first chunk says what the content is called. The page itself is
// resources/forms/parcel.html.
#include "crypto/digest.h"
#include "crypto/seal.h"
#include "sending/bundle.h"
#include "sending/memorycontent.h"
#include "sending/parcelnames.h"
#include "sending/parcelparts.h"

#include <openssl/evp.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <memory>

namespace shirushi::sending {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int rounds = 600'000;
constexpr int mostRounds = 10'000'000;
constexpr std::size_t keySize = 32;
constexpr qsizetype saltSize = 16;
constexpr qsizetype tagSize = 16;
constexpr std::size_t chunkSize = 1 << 20;
constexpr std::uint64_t longestParcel = 160ULL << 20;
constexpr char intro[] = "<!DOCTYPE html>\n<!-- Shirushi parcel page 1 -->\n";
constexpr char headerBegin[] = "<script type=\"application/json\" id=\"parcel\">";
constexpr char chunkBegin[] = "<script type=\"application/octet-stream\" class=\"chunk\">";
constexpr char scriptEnd[] = "</script>";

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

base::Error cannotBeMade()
{
    return {ErrorCode::Internal, {}, tr("The parcel could not be made."), {}};
}

enum class Direction : int { Open = 0, Seal = 1 };

class PageCipher
{
public:
    PageCipher(const base::SecretBytes &password, const QByteArray &salt, int count, QByteArray header)
        : m_key(keySize), m_header(std::move(header))
    {
        m_isReady = PKCS5_PBKDF2_HMAC(reinterpret_cast<const char *>(password.data()), static_cast<int>(password.size()),
                                      reinterpret_cast<const unsigned char *>(salt.constData()), static_cast<int>(salt.size()), count,
                                      EVP_sha256(), static_cast<int>(keySize), m_key.data())
                    == 1;
    }

    /// The ciphertext with its tag.
    std::optional<QByteArray> seal(quint32 number, bool isLast, const QByteArray &plain) const
    {
        QByteArray sealed(plain.size() + tagSize, '\0');
        const Context context = begun(Direction::Seal, number, isLast);
        int length = 0;
        if (!context || EVP_EncryptUpdate(context.get(), bytes(sealed), &length, bytes(plain), static_cast<int>(plain.size())) != 1
            || EVP_EncryptFinal_ex(context.get(), bytes(sealed) + length, &length) != 1
            || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagSize, bytes(sealed) + plain.size()) != 1)
            return std::nullopt;
        return sealed;
    }

    std::optional<QByteArray> open(quint32 number, bool isLast, const QByteArray &sealed) const
    {
        if (sealed.size() < tagSize)
            return std::nullopt;
        QByteArray plain(sealed.size() - tagSize, '\0');
        QByteArray tag = sealed.last(tagSize);
        const Context context = begun(Direction::Open, number, isLast);
        int length = 0;
        if (!context || EVP_DecryptUpdate(context.get(), bytes(plain), &length, bytes(sealed), static_cast<int>(plain.size())) != 1
            || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagSize, bytes(tag)) != 1
            || EVP_DecryptFinal_ex(context.get(), bytes(plain) + length, &length) != 1)
            return std::nullopt;
        return plain;
    }

private:
    struct Free {
        void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
    };
    using Context = std::unique_ptr<EVP_CIPHER_CTX, Free>;

    static unsigned char *bytes(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }
    static const unsigned char *bytes(const QByteArray &array) { return reinterpret_cast<const unsigned char *>(array.constData()); }

    // A context that has its key, its nonce and what the chunk is bound to.
    Context begun(Direction direction, quint32 number, bool isLast) const
    {
        Context context(EVP_CIPHER_CTX_new());
        std::array<unsigned char, 12> nonce{};
        qToBigEndian<quint32>(number, nonce.data() + 8);
        QByteArray bound = m_header + QByteArray(5, isLast ? '\1' : '\0');
        qToBigEndian<quint32>(number, bound.data() + m_header.size());
        int length = 0;
        if (!m_isReady || !context
            || EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, m_key.data(), nonce.data(), static_cast<int>(direction)) != 1
            || EVP_CipherUpdate(context.get(), nullptr, &length, bytes(std::as_const(bound)), static_cast<int>(bound.size())) != 1)
            return nullptr;
        return context;
    }

    base::SecretBytes m_key;
    QByteArray m_header;
    bool m_isReady = false;
};

// The page up to its chunks, and behind them. The policy allows its own script and style alone.
struct Page {
    QByteArray before;
    QByteArray behind;
};

QByteArray between(const QByteArray &text, const QByteArray &begin, const QByteArray &end)
{
    const qsizetype from = text.lastIndexOf(begin) + begin.size();
    return text.mid(from, text.indexOf(end, from) - from);
}

Result<Page> pageFor(const QByteArray &header)
{
    QFile file(QStringLiteral(":/forms/parcel.html"));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(cannotBeMade());
    QByteArray page = file.readAll();
    const auto allowed = [](const QByteArray &text) -> QByteArray { return QByteArray("sha256-") + crypto::sha256(text).toBase64(); };
    page.replace("@STYLE@", allowed(between(page, "<style>", "</style>")));
    page.replace("@SCRIPT@", allowed(between(page, "<script>", scriptEnd)));
    page.replace("@HEADER@", header);
    const qsizetype at = page.indexOf("@CHUNKS@\n");
    if (at < 0 || !page.startsWith(intro))
        return std::unexpected(cannotBeMade());
    return Page{page.first(at), page.sliced(at + 9)};
}

class PageWriter
{
public:
    PageWriter(const PageCipher &cipher, platform::Sink &to) : m_cipher(cipher), m_to(to) {}

    Result<void> put(const QByteArray &plain, bool isLast)
    {
        const auto sealed = m_cipher.seal(m_number++, isLast, plain);
        if (!sealed)
            return std::unexpected(cannotBeMade());
        return m_to.write(QByteArray(chunkBegin) + sealed->toBase64() + scriptEnd + "\n");
    }

    // Every chunk but the last is full, so that the last is known before it is sealed.
    Result<void> putAll(platform::Source &from, const QString &subject, base::Progress &progress)
    {
        QByteArray held;
        QByteArray next(chunkSize, '\0');
        for (std::uint64_t done = 0;;) {
            const auto got = from.read({next.data(), chunkSize});
            if (!got)
                return std::unexpected(got.error());
            if (progress.cancelled())
                return base::failure(ErrorCode::Cancelled, subject, tr("The work was stopped."));
            if (done > 0 && *got == 0)
                return put(held, true);
            if (done > 0) {
                if (const auto written = put(held, false); !written)
                    return written;
            }
            held = next.first(static_cast<qsizetype>(*got));
            if (*got < chunkSize)
                return put(held, true);
            done += *got;
            progress.report(done, std::max(done, from.size().value_or(0)), subject);
        }
    }

private:
    const PageCipher &m_cipher;
    platform::Sink &m_to;
    quint32 m_number = 0;
};

// The pieces of a page that somebody sent.
class PageReader
{
public:
    PageReader(const QByteArray &page, QString subject) : m_page(page), m_subject(std::move(subject)) {}

    std::optional<QByteArray> header() { return next(headerBegin); }
    std::optional<QByteArray> chunk() { return next(chunkBegin); }
    bool hasMore() const { return m_page.indexOf(chunkBegin, m_at) >= 0; }

private:
    std::optional<QByteArray> next(const char *begin)
    {
        const qsizetype from = m_page.indexOf(begin, m_at);
        const qsizetype to = from < 0 ? -1 : m_page.indexOf(scriptEnd, from);
        if (to < 0)
            return std::nullopt;
        m_at = to;
        const qsizetype skipped = from + static_cast<qsizetype>(qstrlen(begin));
        return m_page.mid(skipped, to - skipped);
    }

    const QByteArray &m_page;
    QString m_subject;
    qsizetype m_at = 0;
};

bool isBase64(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char one) {
        return (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '+' || one == '/' || one == '=';
    });
}

bool hasChunksAlone(const QByteArray &bytes, const Page &page)
{
    const qsizetype end = bytes.size() - page.behind.size();
    qsizetype at = page.before.size();
    if (end < at || !bytes.startsWith(page.before) || !bytes.endsWith(page.behind))
        return false;
    const QByteArray behind = QByteArray(scriptEnd) + '\n';
    const qsizetype beginSize = static_cast<qsizetype>(sizeof chunkBegin) - 1;
    while (at < end) {
        const qsizetype chunkEnd = bytes.indexOf(behind, at);
        if (QByteArrayView(bytes).sliced(at, std::min(beginSize, end - at)) != QByteArrayView(chunkBegin, beginSize) || chunkEnd < at + beginSize
            || chunkEnd > end || !isBase64(QByteArrayView(bytes).sliced(at + beginSize, chunkEnd - at - beginSize)))
            return false;
        at = chunkEnd + behind.size();
    }
    return at == end;
}

struct OpenedPage {
    QString name;
    QByteArray content;
};

Result<OpenedPage> openedPage(const QByteArray &page, const base::SecretBytes &password, const QString &subject)
{
    PageReader reader(page, subject);
    const auto header = reader.header();
    const QJsonObject values = QJsonDocument::fromJson(header.value_or(QByteArray())).object();
    const int count = values[QStringLiteral("rounds")].toInt();
    const auto salt = QByteArray::fromBase64Encoding(values[QStringLiteral("salt")].toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!header || count < rounds || count > mostRounds || !salt || salt.decoded.size() != saltSize)
        return std::unexpected(damagedParcel(subject));
    const PageCipher cipher(password, salt.decoded, count, *header);
    OpenedPage opened;
    for (quint32 number = 0; number == 0 || reader.hasMore(); ++number) {
        const auto text = reader.chunk();
        const auto sealed = QByteArray::fromBase64Encoding(text.value_or(QByteArray()), QByteArray::AbortOnBase64DecodingErrors);
        if (!text || !sealed)
            return std::unexpected(damagedParcel(subject));
        const auto plain = cipher.open(number, !reader.hasMore(), sealed.decoded);
        if (!plain)
            return std::unexpected(wrongPassword(subject));
        if (number == 0)
            opened.name = QJsonDocument::fromJson(*plain).object()[QStringLiteral("name")].toString();
        else
            opened.content += *plain;
    }
    return opened;
}

class HtmlMaker final : public ParcelMaker
{
public:
    Result<std::vector<ParcelContent>> write(const std::vector<ParcelFile> &files, const QString &parcelName, const ParcelSecret &secret,
                                             const ParcelOptions &, platform::Sink &to, base::Progress &progress) const override
    {
        const auto salt = crypto::randomBytes(saltSize);
        if (!salt)
            return std::unexpected(salt.error());
        const QByteArray header = "{\"cipher\":\"AES-256-GCM\",\"kdf\":\"PBKDF2-HMAC-SHA-256\",\"rounds\":" + QByteArray::number(rounds)
                                  + ",\"salt\":\"" + salt->toBase64() + "\",\"version\":1}";
        const auto page = pageFor(header);
        if (!page)
            return std::unexpected(page.error());
        const PageCipher cipher(secret.password, *salt, rounds, header);
        PageWriter writer(cipher, to);
        const bool asItIs = files.size() == 1 && !files.front().name.contains(u'/');
        const QString name = asItIs ? files.front().name : neutralName();
        const QByteArray about = QJsonDocument(QJsonObject{{QStringLiteral("name"), name}}).toJson(QJsonDocument::Compact);
        if (const auto written = to.write(page->before); !written)
            return std::unexpected(written.error());
        if (const auto written = writer.put(about, false); !written)
            return std::unexpected(written.error());
        auto contents = streamFiles(files, asItIs, progress, [&](platform::Source &from, base::Progress &counted) {
            return writer.putAll(from, parcelName, counted);
        });
        if (!contents)
            return contents;
        if (const auto written = to.write(page->behind); !written)
            return std::unexpected(written.error());
        return contents;
    }

    Result<void> read(const platform::FileSource &parcel, const QString &, const ParcelSecret &secret, const UnpackLimits &limits,
                      ContentTaker &taker, base::Progress &progress) const override
    {
        const QString subject = base::toDisplay(parcel.path());
        if (secret.password.isEmpty())
            return base::failure(ErrorCode::Encrypted, subject, tr("A password is needed to open this parcel."));
        const auto page = parcel.all(longestParcel);
        if (!page)
            return std::unexpected(page.error());
        const auto opened = openedPage(*page, secret.password, subject);
        if (!opened)
            return std::unexpected(opened.error());
        MemoryContent content(opened->content, subject);
        if (isBundle(content) && opened->name == neutralName())
            return unbundle(content, limits, taker, progress);
        const auto name = harmlessName(opened->name, subject);
        if (!name)
            return std::unexpected(name.error());
        return handOver(content, *name, limits, taker, progress);
    }

    // The page is ours to the letter, and in it are chunks alone.
    Result<QStringList> showing(const platform::FileSource &parcel) const override
    {
        const auto bytes = parcel.all(longestParcel);
        if (!bytes)
            return std::unexpected(bytes.error());
        PageReader reader(*bytes, {});
        const auto header = reader.header();
        static const QRegularExpression ours(QStringLiteral("\\A\\{\"cipher\":\"AES-256-GCM\",\"kdf\":\"PBKDF2-HMAC-SHA-256\",\"rounds\":%1,"
                                                            "\"salt\":\"[A-Za-z0-9+/]{22}==\",\"version\":1\\}\\z").arg(rounds));
        const auto page = pageFor(header.value_or(QByteArray()));
        if (!page)
            return std::unexpected(page.error());
        if (!header || !ours.match(QString::fromLatin1(*header)).hasMatch() || !hasChunksAlone(*bytes, *page))
            return std::unexpected(liesOpen(base::toDisplay(parcel.path())));
        return QStringList();
    }
};

} // namespace

const ParcelMaker &htmlMaker()
{
    static const HtmlMaker maker;
    return maker;
}

bool beginsPage(const QByteArray &head)
{
    QByteArray text = head;
    return text.replace("\r\n", "\n").startsWith(intro);
}

} // namespace shirushi::sending
