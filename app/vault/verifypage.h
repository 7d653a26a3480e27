// VerifyPage: 確かめる: is everything in the vault what it should be? Each finding with its item or file. Window thread only.
#pragma once

#include "vault/checkpage.h"
#include "vault/vaultdesk.h"

namespace shirushi::vaults {

class VerifyPage : public CheckPage
{
    Q_OBJECT
public:
    VerifyPage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent = nullptr);

    void begin(const Known &vault);

private:
    VaultDesk &m_desk;
};

} // namespace shirushi::vaults
