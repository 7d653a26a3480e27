#include "sending/conduit.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::sending {

namespace {

constexpr std::size_t mostHeld = 4 << 20;

} // namespace

base::Result<void> Conduit::write(std::span<const char> bytes)
{
    std::unique_lock lock(m_mutex);
    m_change.wait(lock, [&] { return m_isAbandoned || m_held < mostHeld; });
    if (m_isAbandoned)
        return base::failure(base::ErrorCode::Cancelled, {}, QCoreApplication::translate("shirushi::sending", "The work was stopped."));
    if (!bytes.empty())
        m_pieces.emplace_back(bytes.data(), static_cast<qsizetype>(bytes.size()));
    m_held += bytes.size();
    m_written += bytes.size();
    m_change.notify_all();
    return {};
}

void Conduit::close(std::optional<base::Error> error)
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_error = std::move(error);
    m_change.notify_all();
}

base::Result<std::size_t> Conduit::read(std::span<char> into)
{
    std::unique_lock lock(m_mutex);
    std::size_t done = 0;
    while (done < into.size()) {
        m_change.wait(lock, [&] { return m_isClosed || !m_pieces.empty(); });
        if (m_error)
            return std::unexpected(*m_error);
        if (m_pieces.empty())
            break;
        const QByteArray &piece = m_pieces.front();
        const std::size_t length = std::min(into.size() - done, static_cast<std::size_t>(piece.size() - m_at));
        std::copy_n(piece.constData() + m_at, length, into.data() + done);
        done += length;
        m_held -= length;
        m_at += static_cast<qsizetype>(length);
        if (m_at == piece.size()) {
            m_pieces.pop_front();
            m_at = 0;
        }
        m_change.notify_all();
    }
    return done;
}

void Conduit::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_isAbandoned = true;
    m_change.notify_all();
}

} // namespace shirushi::sending
