#include "label/xmp/xmp.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "label/properties.h"
#include "label/xmp/xmpedit.h"

#include <QCoreApplication>

namespace shirushi::label {

using base::ErrorCode;

namespace {

constexpr qsizetype longestLabel = 1 << 20;
constexpr std::string_view purviewPrefix = "MSIP_Label_";

std::optional<Label> decodedLabel(const QString &field, const QString &subject)
{
    if (field.size() > longestLabel)
        return std::nullopt;
    const auto json = base::fromBase64Url(field.trimmed().toLatin1());
    if (!json)
        return std::nullopt;
    const auto object = base::parseJsonObject(*json, subject);
    if (!object)
        return std::nullopt;
    const auto label = labelFromJson(*object, subject);
    return label ? std::optional(*label) : std::nullopt;
}

std::optional<QByteArray> decodedBefore(const XmpDocument &document)
{
    const auto field = document.fields().find(xmpfield::before.toString());
    if (field == document.fields().end())
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(field->second.trimmed().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

bool isSameButForPadding(const QByteArray &one, const QByteArray &other, const QString &subject)
{
    if (one == other)
        return true;
    const auto first = XmpDocument::parse(one, subject);
    const auto second = XmpDocument::parse(other, subject);
    return first && second && leastPadding(*first) == leastPadding(*second);
}

// What taking our part out of `before` with our part in it would give: the measure of whether another program
// has edited the packet since.
std::optional<QByteArray> untouched(const QByteArray &before, const QString &classText, const QString &subject)
{
    const auto document = XmpDocument::parse(before, subject);
    if (!document || document->hasOurs())
        return std::nullopt;
    const XmpInsertion insertion{{{xmpfield::classification.toString(), classText}}, classText, false, false};
    const auto stamped = putIn(*document, insertion, subject);
    if (!stamped)
        return std::nullopt;
    const auto again = XmpDocument::parse(*stamped, subject);
    return again ? std::optional(takeOut(*again)) : std::nullopt;
}

XmpInsertion insertionOf(const Stamp &stamp, const XmpOptions &options)
{
    XmpInsertion insertion;
    insertion.classText = stamp.classText;
    insertion.keywords = options.keywords;
    insertion.pdfaExtension = options.pdfaExtension;
    insertion.fields.emplace_back(xmpfield::classification.toString(), stamp.classText);
    if (!stamp.restrictionText.isEmpty())
        insertion.fields.emplace_back(xmpfield::restrictions.toString(), stamp.restrictionText);
    insertion.fields.emplace_back(xmpfield::label.toString(),
                                  QString::fromLatin1(base::toBase64Url(base::canonicalJson(toJson(stamp.label)))));
    for (const auto &[name, value] : options.extra)
        insertion.fields.emplace_back(name, value);
    return insertion;
}

base::Result<QByteArray> composed(const QByteArray &theirs, const XmpInsertion &insertion, bool withoutPadding,
                                  const QString &subject)
{
    QByteArray packet;
    if (theirs.isEmpty()) {
        packet = newPacket(insertion);
    } else {
        const auto document = XmpDocument::parse(theirs, subject);
        if (!document)
            return std::unexpected(document.error());
        const auto stamped = putIn(*document, insertion, subject);
        if (!stamped)
            return stamped;
        packet = *stamped;
    }
    if (!withoutPadding)
        return packet;
    const auto document = XmpDocument::parse(packet, subject);
    if (!document)
        return std::unexpected(document.error());
    return leastPadding(*document);
}

} // namespace

base::Result<XmpReading> readXmp(const QByteArray &packet, const QString &subject)
{
    const auto document = XmpDocument::parse(packet, subject);
    if (!document)
        return std::unexpected(document.error());
    XmpReading reading;
    reading.foreign = foreignLabelsIn(document->propertiesNamed(purviewPrefix));
    reading.malformed = document->isMalformed();
    reading.classText = document->field(xmpfield::classification);
    if (const QString field = document->field(xmpfield::label); !field.isEmpty()) {
        reading.label = decodedLabel(field, subject);
        reading.malformed = reading.malformed || !reading.label;
    } else {
        reading.malformed = reading.malformed || document->hasOurs();
    }
    if (const auto before = decodedBefore(*document)) {
        reading.hasBefore = true;
        reading.before = *before;
    }
    for (const auto &[name, value] : document->fields()) {
        if (name != xmpfield::classification && name != xmpfield::restrictions && name != xmpfield::label
            && name != xmpfield::before)
            reading.extra.emplace(name, value);
    }
    return reading;
}

base::Result<QByteArray> writeXmp(const QByteArray &existing, const Stamp &stamp, const XmpOptions &options,
                                  const QString &subject)
{
    QByteArray theirs;
    if (!existing.isEmpty()) {
        const auto cleaned = withoutOurXmp(existing, subject);
        if (!cleaned)
            return cleaned;
        theirs = *cleaned;
    }
    const XmpInsertion bare = insertionOf(stamp, options);
    XmpInsertion full = bare;
    if (options.keepBefore && !theirs.isEmpty())
        full.fields.emplace_back(xmpfield::before.toString(), QString::fromLatin1(theirs.toBase64()));

    auto packet = composed(theirs, full, false, subject);
    const auto fits = [&] { return !packet || options.maximum <= 0 || packet->size() <= options.maximum; };
    if (!fits())
        packet = composed(theirs, full, true, subject);
    if (!fits() && untouched(theirs, stamp.classText, subject) == theirs)
        packet = composed(theirs, bare, false, subject);
    if (!fits())
        return base::failure(ErrorCode::Unsupported, subject,
                             QCoreApplication::translate("shirushi::label",
                                                         "There is no room for the label in this file."));
    return packet;
}

base::Result<QByteArray> withoutOurXmp(const QByteArray &packet, const QString &subject)
{
    const auto document = XmpDocument::parse(packet, subject);
    if (!document)
        return std::unexpected(document.error());
    if (!document->hasOurs())
        return packet;
    const QByteArray rest = takeOut(*document);
    const auto before = decodedBefore(*document);
    if (!before)
        return rest;
    const auto expected = untouched(*before, document->field(xmpfield::classification), subject);
    return expected && isSameButForPadding(rest, *expected, subject) ? *before : rest;
}

bool mayCarryLabel(const QByteArray &packet)
{
    return packet.contains("urn:shirushi:label:") || packet.contains(purviewPrefix.data());
}

} // namespace shirushi::label
