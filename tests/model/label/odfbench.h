// OdfBench: what the tests of OpenDocument files share: the codec, a folder for files, stamps, and the round trip
// that every document must pass. Not thread-safe.
#pragma once

#include "label/codec.h"

#include <QTemporaryDir>

#include <map>

namespace shirushi::tests {

inline constexpr auto otherClass = u"自治体機密性2・完全性1・可用性1";

label::Stamp stampWith(bool mark);
/// Another class, and a label so long that it is cut into several pieces.
label::Stamp otherStamp();

std::map<std::string, QByteArray> contentsOf(const platform::FileSource &source);

class OdfBench
{
protected:
    platform::FileSource saved(const QByteArray &bytes, const QString &ending);
    platform::FileSource opened(const QString &name);
    platform::FileSource stamped(const platform::FileSource &source, const label::Stamp &stamp);
    platform::FileSource removed(const platform::FileSource &source);
    QByteArray hashOf(const platform::FileSource &source) const;
    /// Everything a label's life holds, with each thing that must not change along the way.
    void checkRoundTrip(const platform::FileSource &source);

    std::unique_ptr<label::Codec> m_codec = label::makeOdfCodec();
    QTemporaryDir m_folder;
    int m_count = 0;
};

} // namespace shirushi::tests
