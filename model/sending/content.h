// Content: bytes that can be read at any place, and whoever takes the files that come out of a parcel. One object
// belongs to one thread unless said otherwise.
#pragma once

#include "base/result.h"
#include "platform/filesource.h"

#include <QByteArray>

#include <span>

namespace shirushi::sending {

class Content
{
public:
    virtual ~Content() = default;
    virtual std::uint64_t size() const = 0;
    /// Fills `into` from `offset`; fewer bytes are read only at the end.
    [[nodiscard]] virtual base::Result<std::size_t> read(std::uint64_t offset, std::span<char> into) = 0;
    /// What errors are about.
    virtual QString subject() const = 0;

    /// Exactly `length` bytes; Damaged where there are fewer.
    [[nodiscard]] base::Result<QByteArray> bytes(std::uint64_t offset, std::uint64_t length);
};

/// A file. The FileSource must outlive this.
class FileContent final : public Content
{
public:
    explicit FileContent(const platform::FileSource &file) : m_file(file) {}
    std::uint64_t size() const override { return m_file.size(); }
    [[nodiscard]] base::Result<std::size_t> read(std::uint64_t offset, std::span<char> into) override
    {
        return m_file.read(offset, into);
    }
    QString subject() const override { return base::toDisplay(m_file.path()); }

private:
    const platform::FileSource &m_file;
};

/// Is handed the files of a parcel, one after another. An error ends the work.
class ContentTaker
{
public:
    virtual ~ContentTaker() = default;
    /// A file of `size` bytes begins; `name` has been found harmless.
    [[nodiscard]] virtual base::Result<void> begin(const QString &name, std::uint64_t size) = 0;
    [[nodiscard]] virtual base::Result<void> take(std::span<const char> bytes) = 0;
    /// It is whole and genuine. `sha256` is 32 bytes, and may be empty for a taker that does not want it.
    [[nodiscard]] virtual base::Result<void> end(const QByteArray &sha256) = 0;
    /// Asked by any thread; always the same answer.
    virtual bool wantsDigests() const { return true; }
    /// Something about the parcel that the person should know, a sentence.
    virtual void note(const QString &) {}
    /// What comes out is another writing of the document than the one that went in. `isProven`: the parcel shows that it is
    /// the one that its maker had checked.
    virtual void rewritten(bool) {}
};

/// The errors that several formats share.
base::Error damagedParcel(const QString &subject);
base::Error wrongPassword(const QString &subject);
base::Error parcelTooLarge(const QString &subject);
/// TooLarge: `needed` bytes would come out, and there is `room` for them.
base::Error noRoomFor(const QString &subject, std::uint64_t needed, std::uint64_t room);
/// The self-check found something open in a parcel that never may be.
base::Error liesOpen(const QString &subject);

} // namespace shirushi::sending
