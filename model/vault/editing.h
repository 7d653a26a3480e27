// Editing: what can be seen of a document that somebody works on in another program: written, written to the end, closed.
// Programs write a document in several steps (beside it and renamed, or emptied and filled again), and tell with a lock file
// beside it that they have it open. Pure but for lookAt(); one thread.
#pragma once

#include "platform/filesource.h"
#include "vault/opening.h"

namespace shirushi::vault {

struct Look {
    std::optional<platform::FileIdentity> document; // nothing: it is between two steps
    bool hasLock = false;
};

Look lookAt(const base::Path &document);

class Editing
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit Editing(const platform::FileIdentity &document, Time now) : m_saved(document), m_last(document), m_lastAt(now) {}

    void see(const Look &look, Time now);
    /// What was read of the document is in the item.
    void saved(const platform::FileIdentity &document) { m_saved = document; }

    bool isChanged() const { return !m_last || !(*m_last == m_saved); }
    /// It was left alone so long.
    bool isSettled(Time now, std::chrono::milliseconds settle) const { return m_last && now - m_lastAt >= settle; }
    bool isInEditor() const { return m_hasLock; }
    /// A program had it open and has closed it so long ago.
    bool wasClosed(Time now, std::chrono::milliseconds closed) const
    {
        return m_hadLock && !m_hasLock && now - m_lockGoneAt >= closed;
    }

private:
    platform::FileIdentity m_saved;
    std::optional<platform::FileIdentity> m_last;
    Time m_lastAt;
    bool m_hasLock = false;
    bool m_hadLock = false;
    Time m_lockGoneAt{};
};

} // namespace shirushi::vault
