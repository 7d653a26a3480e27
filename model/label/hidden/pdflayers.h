// The optional content 任意コンテンツ of a PDF (ISO 32000-1, 8.11): which layers are switched off when it is opened.
// Throws as qpdf does. One thread.
#pragma once

#include "label/hidden/pdftokens.h"

#include <QStringList>

#include <set>

namespace shirushi::label::hiddenpdf {

class Layers
{
public:
    explicit Layers(QPDFObjectHandle catalog);

    /// `content` is a group, or a membership dictionary over groups.
    bool isHidden(QPDFObjectHandle content) const;
    /// Names of those that are off.
    const QStringList &hiddenNames() const { return m_names; }

private:
    std::set<QPDFObjGen> m_off;
    QStringList m_names;
};

} // namespace shirushi::label::hiddenpdf
