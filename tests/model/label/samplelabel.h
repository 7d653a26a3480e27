// A label as tests need one: complete, with Japanese text, signed if a signer is given.
#pragma once

#include "label/codec.h"

namespace shirushi::tests {

inline label::Label sampleLabel()
{
    label::Label value;
    value.id = QStringLiteral("6f1c1b1e-54d3-4f0e-9d0a-0c2d0f5b7a11");
    value.policy = QStringLiteral("mic-model");
    value.policyVersion = QStringLiteral("1");
    value.classes = {{QStringLiteral("confidentiality"), QStringLiteral("3B")},
                     {QStringLiteral("integrity"), QStringLiteral("2")},
                     {QStringLiteral("availability"), QStringLiteral("1")}};
    value.restrictions = {QStringLiteral("必要以上の複製及び配付禁止")};
    value.status = label::LabelStatus::Designated;
    value.labelledBy = QStringLiteral("yamada");
    value.labelledAt = QDateTime(QDate(2026, 11, 20), QTime(7, 2, 11, 123), Qt::UTC);
    value.reason = QStringLiteral("質問に回答");
    value.contentHash = QStringLiteral("sha256:00");
    value.keyId = QStringLiteral("00112233445566778899aabbccddeeff");
    value.signature = QByteArray(64, '\x5a');
    return value;
}

inline label::Stamp sampleStamp(const label::Label &value = sampleLabel())
{
    label::Stamp stamp;
    stamp.label = value;
    stamp.classText = QStringLiteral("自治体機密性3B・完全性2・可用性1");
    stamp.restrictionText = value.restrictions.join(QStringLiteral("、"));
    stamp.markText = stamp.classText;
    return stamp;
}

} // namespace shirushi::tests
