#include "label/pdfinfo.h"

namespace shirushi::label {

namespace {

QByteArray key(const char16_t *name)
{
    return QString::fromUtf16(name).toUtf8();
}

QString textAt(const PdfDictionary &info, const QByteArray &name)
{
    return pdfText(pdfString(info.value(name)).value_or(QByteArray()));
}

} // namespace

QString pdfInfoKeywords(const PdfDictionary &info)
{
    return textAt(info, "Keywords");
}

PdfDictionary pdfInfoWithOurs(PdfDictionary info, const Stamp &stamp)
{
    info.set("Keywords", toPdfText(joinedWithOurs(stamp.classText, pdfInfoKeywords(info))));
    info.set(key(classProperty), toPdfText(stamp.classText));
    if (!stamp.restrictionText.isEmpty())
        info.set(key(restrictionProperty), toPdfText(stamp.restrictionText));
    return info;
}

PdfDictionary pdfInfoWithoutOurs(PdfDictionary info)
{
    const QString ours = textAt(info, key(classProperty));
    if (ours.isEmpty())
        return info;
    const QString joined = pdfInfoKeywords(info);
    const QString theirs = withoutOurs(joined, ours);
    if (theirs.isEmpty())
        info.remove("Keywords");
    else if (theirs != joined)
        info.set("Keywords", toPdfText(theirs));
    info.remove(key(classProperty));
    info.remove(key(restrictionProperty));
    return info;
}

bool pdfInfoEqualBesideOurs(const PdfDictionary &a, const PdfDictionary &b)
{
    const auto without = [](PdfDictionary info) {
        for (const QByteArray &name : {QByteArray("Keywords"), key(classProperty), key(restrictionProperty)})
            info.remove(name);
        return info;
    };
    return without(a) == without(b);
}

Properties pdfInfoProperties(const PdfDictionary &info)
{
    Properties properties;
    for (const auto &[name, raw] : info.entries()) {
        if (const auto string = pdfString(raw))
            properties.emplace_back(QString::fromUtf8(name), pdfText(*string));
    }
    return properties;
}

} // namespace shirushi::label
