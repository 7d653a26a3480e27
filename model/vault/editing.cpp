#include "vault/editing.h"

#include "platform/inuse.h"
#include "vault/privatefolder.h"

namespace shirushi::vault {

Look lookAt(const base::Path &document)
{
    return {identityOf(document), platform::lockFileOf(document).has_value()};
}

void Editing::see(const Look &look, Time now)
{
    if (look.document != m_last) {
        m_last = look.document;
        m_lastAt = now;
    }
    if (m_hasLock && !look.hasLock)
        m_lockGoneAt = now;
    m_hasLock = look.hasLock;
    m_hadLock = m_hadLock || look.hasLock;
}

} // namespace shirushi::vault
