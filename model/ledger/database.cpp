#include "ledger/database.h"

#include "platform/sharedfolder.h"

#include <QCoreApplication>

#include <array>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>

namespace shirushi::ledger {

using base::ErrorCode;

namespace {

constexpr int busyMilliseconds = 60'000;
constexpr std::size_t keySize = 32;
constexpr std::array<char, 16> plainHeader{'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f',
                                           'o', 'r', 'm', 'a', 't', ' ', '3', '\0'};

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::ledger", text);
}

// Whatever the library under us is, a database that can be read without a key is not opened.
bool isPlain(const base::Path &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    std::array<char, 16> header{};
    const ssize_t got = ::pread(descriptor, header.data(), header.size(), 0);
    ::close(descriptor);
    return got == static_cast<ssize_t>(header.size()) && header == plainHeader;
}

ErrorCode codeOf(int result)
{
    switch (result & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::NoSpace;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::InUse;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::NotWritable;
    case SQLITE_NOTADB:
        return ErrorCode::WrongPassword;
    case SQLITE_CORRUPT:
        return ErrorCode::Damaged;
    default:
        return ErrorCode::Io;
    }
}

QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NoSpace:
        return tr("There is no space left for the ledger.");
    case ErrorCode::InUse:
        return tr("Another program is writing to the ledger. Please try again.");
    case ErrorCode::NotWritable:
        return tr("There is no permission to write to the ledger.");
    case ErrorCode::WrongPassword:
        return tr("The ledger cannot be opened with this key.");
    case ErrorCode::Damaged:
        return tr("The ledger file is damaged.");
    default:
        return tr("The ledger cannot be read or written.");
    }
}

// x'…' makes SQLCipher take the 32 bytes as they are, without its own key stretching.
base::SecretBytes rawKey(const base::SecretBytes &key)
{
    static constexpr char digits[] = "0123456789abcdef";
    base::SecretBytes raw(3 + 2 * keySize);
    raw.data()[0] = 'x';
    raw.data()[1] = '\'';
    for (std::size_t i = 0; i < keySize; ++i) {
        raw.data()[2 + 2 * i] = static_cast<std::uint8_t>(digits[key.data()[i] >> 4]);
        raw.data()[3 + 2 * i] = static_cast<std::uint8_t>(digits[key.data()[i] & 15]);
    }
    raw.data()[2 + 2 * keySize] = '\'';
    return raw;
}

} // namespace

// What statements and transactions hold on to.
struct Connection {
    base::Path path;
    sqlite3 *handle = nullptr;
    std::unordered_map<const char *, Statement> cache;

    base::Error error() const
    {
        const ErrorCode code = codeOf(handle ? sqlite3_errcode(handle) : SQLITE_NOMEM);
        return {code, base::toDisplay(path), sentence(code), {}};
    }
    base::Result<void> execute(const char *sql)
    {
        if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            return std::unexpected(error());
        return {};
    }
};

Database::Database(base::Path path) : m_connection(std::make_unique<Connection>())
{
    m_connection->path = std::move(path);
}

base::Result<Database> Database::open(const base::Path &path, const base::SecretBytes &key, Mode mode)
{
    const QString subject = base::toDisplay(path);
    if (key.size() != keySize)
        return base::failure(ErrorCode::Internal, subject, tr("The ledger key has the wrong length."));
    if (isPlain(path))
        return base::failure(ErrorCode::WrongPassword, subject, tr("This is not an encrypted ledger."));
    if (mode == Mode::Create) {
        // Made first and closed to others: SQLite would give it the umask's permissions. Its -wal and -shm
        // follow it.
        const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0)
            return std::unexpected(base::errorFromErrno(errno, subject));
        platform::shareAsFolder(descriptor, path);
        ::close(descriptor);
    }
    Database database(path);
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE;
    const std::string name = path.native();
    if (sqlite3_open_v2(name.c_str(), &database.m_connection->handle, flags, nullptr) != SQLITE_OK) {
        if (::access(path.c_str(), F_OK) != 0)
            return base::failure(ErrorCode::NotFound, subject, tr("There is no ledger here."));
        return std::unexpected(database.error());
    }
    if (const auto unlocked = database.unlock(key); !unlocked)
        return std::unexpected(unlocked.error());
    return database;
}

base::Result<Database> Database::inMemory(const base::SecretBytes &key)
{
    Database database(":memory:");
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_MEMORY;
    if (sqlite3_open_v2(":memory:", &database.m_connection->handle, flags, nullptr) != SQLITE_OK)
        return std::unexpected(database.error());
    if (const auto unlocked = database.unlock(key); !unlocked)
        return std::unexpected(unlocked.error());
    return database;
}

base::Result<void> Database::unlock(const base::SecretBytes &key)
{
    sqlite3_extended_result_codes(handle(), 1);
    sqlite3_busy_timeout(handle(), busyMilliseconds);

    // A wrong key is an answer, no event for the terminal.
    if (const auto quiet = execute("PRAGMA cipher_log_level = NONE"); !quiet)
        return quiet;
    const base::SecretBytes raw = rawKey(key);
    if (sqlite3_key_v2(handle(), "main", raw.data(), static_cast<int>(raw.size())) != SQLITE_OK)
        return std::unexpected(error());

    {
        // An SQLite that is no SQLCipher takes the key, says nothing and writes plaintext.
        auto version = Statement::prepare(*this, "PRAGMA cipher_version");
        if (!version)
            return std::unexpected(version.error());
        const auto row = version->step();
        if (!row || !*row || version->text(0).isEmpty())
            return base::failure(ErrorCode::Internal, base::toDisplay(path()), tr("SQLCipher is not there."));
    }
    // Sorts and temporary tables would otherwise be written to the temporary folder in the clear. Locking and
    // wiping every page buffer (cipher_memory_security) stays off: it calls the kernel for each allocation, and
    // the process leaves no core dump.
    if (const auto set = execute("PRAGMA temp_store = MEMORY;"
                                 "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;");
        !set)
        return set;
    if (const auto read = execute("SELECT count(*) FROM sqlite_master"); !read)
        return read;
    // Also where it is there: restoring leaves it otherwise for a moment (people/restoration.h).
    if (const auto set = execute("PRAGMA journal_mode = WAL"); !set)
        return set;
    return execute("PRAGMA synchronous = FULL");
}

Database::Database(Database &&) noexcept = default;

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_connection, other.m_connection);
    return *this;
}

Database::~Database()
{
    if (!m_connection)
        return;
    m_connection->cache.clear();
    sqlite3_close_v2(m_connection->handle);
}

base::Result<void> Database::execute(const char *sql)
{
    return m_connection->execute(sql);
}

base::Result<Statement *> Database::cached(const char *sql)
{
    auto &cache = m_connection->cache;
    if (const auto found = cache.find(sql); found != cache.end())
        return &found->second;
    auto statement = Statement::prepare(*this, sql);
    if (!statement)
        return std::unexpected(statement.error());
    return &cache.emplace(sql, std::move(*statement)).first->second;
}

base::Result<void> Database::copyFrom(Database &source)
{
    sqlite3_backup *backup = sqlite3_backup_init(handle(), "main", source.handle(), "main");
    if (!backup)
        return std::unexpected(error());
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK)
        return std::unexpected(error());
    return {};
}

base::Result<void> Database::changeKey(const base::SecretBytes &key)
{
    if (key.size() != keySize)
        return base::failure(ErrorCode::Internal, base::toDisplay(path()), tr("The ledger key has the wrong length."));
    m_connection->cache.clear();
    const base::SecretBytes raw = rawKey(key);
    if (sqlite3_rekey_v2(handle(), "main", raw.data(), static_cast<int>(raw.size())) != SQLITE_OK)
        return std::unexpected(error());
    return {};
}

base::Error Database::error() const
{
    return m_connection->error();
}

const base::Path &Database::path() const
{
    return m_connection->path;
}

sqlite3 *Database::handle() const
{
    return m_connection->handle;
}

base::Result<Statement> Statement::prepare(Database &database, const char *sql)
{
    sqlite3_stmt *handle = nullptr;
    if (sqlite3_prepare_v2(database.handle(), sql, -1, &handle, nullptr) != SQLITE_OK)
        return std::unexpected(database.error());
    return Statement(*database.m_connection, handle);
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection), m_handle(std::exchange(other.m_handle, nullptr))
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

void Statement::bind(int position, std::int64_t value)
{
    sqlite3_bind_int64(m_handle, position, value);
}

void Statement::bind(int position, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_handle, position, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

void Statement::bindBlob(int position, const QByteArray &value)
{
    sqlite3_bind_blob(m_handle, position, value.constData(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
}

base::Result<bool> Statement::step()
{
    switch (sqlite3_step(m_handle)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return std::unexpected(m_connection->error());
    }
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_handle, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_handle, column));
}

std::span<const char> Statement::borrowedBlob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

base::Result<Transaction> Transaction::begin(Database &database)
{
    // IMMEDIATE: the lock is taken now, so that what is read in it is still true when it is written.
    if (const auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return std::unexpected(begun.error());
    return Transaction(*database.m_connection);
}

base::Result<Transaction> Transaction::beginReading(Database &database)
{
    if (const auto begun = database.execute("BEGIN"); !begun)
        return std::unexpected(begun.error());
    return Transaction(*database.m_connection);
}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction()
{
    if (m_connection && !sqlite3_get_autocommit(m_connection->handle))
        sqlite3_exec(m_connection->handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

base::Result<void> Transaction::commit()
{
    if (const auto committed = m_connection->execute("COMMIT"); !committed)
        return committed;
    m_connection = nullptr;
    return {};
}

} // namespace shirushi::ledger
