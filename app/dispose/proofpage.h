// ProofPage: 確かめる: do the records of disposal hold? Each finding with its record. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "vault/checkpage.h"

namespace shirushi::disposals {

class ProofPage : public vaults::CheckPage
{
    Q_OBJECT
public:
    ProofPage(const widgets::Theme &theme, const DisposeDesk &desk, QWidget *parent = nullptr);

    void begin(int year);

private:
    const DisposeDesk &m_desk;
};

} // namespace shirushi::disposals
