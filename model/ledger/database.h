// A thin layer over SQLCipher's C interface: Database, Statement, Transaction, one class a concept.
//
// A Database is one connection and belongs to one thread at a time. A plain SQLite file is never opened or
// made: the guards of design §4 run at every opening.
#pragma once

#include "base/path.h"
#include "base/result.h"
#include "base/secretbytes.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

#include <memory>
#include <span>

struct sqlite3;
struct sqlite3_stmt;

namespace shirushi::ledger {

class Statement;
struct Connection;

class Database
{
public:
    enum class Mode { Create, ReadWrite };

    /// `key` is 32 bytes, given to SQLCipher raw. Errors: NotFound, WrongPassword (wrong key or no SQLCipher
    /// file), Io. Create fails where the file exists.
    [[nodiscard]] static base::Result<Database> open(const base::Path &path, const base::SecretBytes &key, Mode mode);

    /// Gone with the object.
    [[nodiscard]] static base::Result<Database> inMemory(const base::SecretBytes &key);

    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// One or more statements without results.
    [[nodiscard]] base::Result<void> execute(const char *sql);

    /// A statement that is kept for the next time; `sql` is a literal. Whoever steps it resets it.
    [[nodiscard]] base::Result<Statement *> cached(const char *sql);

    /// Takes over every page of `source`, which may be written to meanwhile. Both have the same key.
    [[nodiscard]] base::Result<void> copyFrom(Database &source);
    /// Encrypts every page anew, in one transaction.
    [[nodiscard]] base::Result<void> changeKey(const base::SecretBytes &key);

    /// The error that the connection reports now.
    base::Error error() const;

    const base::Path &path() const;
    sqlite3 *handle() const;

private:
    friend class Statement;
    friend class Transaction;
    explicit Database(base::Path path);
    [[nodiscard]] base::Result<void> unlock(const base::SecretBytes &key);

    std::unique_ptr<Connection> m_connection; // stays where it is when the Database moves
};

/// A prepared statement. Bind positions and columns count as SQLite does: from 1 and from 0.
class Statement
{
public:
    [[nodiscard]] static base::Result<Statement> prepare(Database &database, const char *sql);

    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    void bind(int position, std::int64_t value);
    void bind(int position, const QString &value);
    void bindBlob(int position, const QByteArray &value);

    /// True: a row is there. False: done.
    [[nodiscard]] base::Result<bool> step();
    /// Ready to be bound and stepped again.
    void reset();

    std::int64_t integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    /// Good until the next step() or reset().
    std::span<const char> borrowedBlob(int column) const;

private:
    Statement(Connection &connection, sqlite3_stmt *handle) : m_connection(&connection), m_handle(handle) {}

    Connection *m_connection;
    sqlite3_stmt *m_handle;
};

/// BEGIN IMMEDIATE; rolls back when destroyed unless committed. Waits for other programs up to the busy limit.
class [[nodiscard]] Transaction
{
public:
    static base::Result<Transaction> begin(Database &database);
    /// For reading: takes no lock, and sees one state of the database until it ends.
    static base::Result<Transaction> beginReading(Database &database);

    Transaction(Transaction &&other) noexcept;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] base::Result<void> commit();

private:
    explicit Transaction(Connection &connection) : m_connection(&connection) {}
    Connection *m_connection;
};

} // namespace shirushi::ledger
