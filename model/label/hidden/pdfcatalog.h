// What a PDF has beside the look of its pages: properties, attached files, scripts, links, notes, pictures with places
// in them. Throws as qpdf does. One thread.
#pragma once

#include "label/hidden/hiddenfindings.h"
#include "label/hidden/pdftokens.h"

#include <qpdf/QPDF.hh>

#include <set>

namespace shirushi::label::hiddenpdf {

/// Document information, XMP, attached files, scripts, forms.
void findInCatalog(QPDF &pdf, HiddenFindings &findings);
void findInAnnotation(QPDFObjectHandle annotation, const QString &where, HiddenFindings &findings);
/// Of an additional-actions dictionary.
void findInActions(QPDFObjectHandle actions, const QString &where, HiddenFindings &findings);

/// Looks into each JPEG once, however many pages show it.
class Pictures
{
public:
    void look(QPDFObjectHandle resources, const QString &where, HiddenFindings &findings, int depth = 0);

private:
    std::set<QPDFObjGen> m_seen;
};

} // namespace shirushi::label::hiddenpdf
