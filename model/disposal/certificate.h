// 廃棄証明書（案）: one record on one sheet, with the proof that it stands in the ledger as QR codes, which `ledger check-proof`
// reads. Pure; any thread.
#pragma once

#include "disposal/register.h"

namespace shirushi::disposal {

struct Certificate {
    Record record;
    QByteArray proof;   // as ledger::proofToBytes() gives it
    QString fingerprint; // of the office's root key
    QDateTime madeAt;
};

/// TooLarge where the proof does not fit on the sheet.
[[nodiscard]] base::Result<QByteArray> certificatePdf(const Certificate &certificate, const RegisterWords &words);

} // namespace shirushi::disposal
