// Labels, deeds and slot files as JSON, and the custom properties that a label is cut into.
#include "fuzz/target.h"

#include "base/canonicaljson.h"
#include "base/encoding.h"
#include "label/properties.h"
#include "labelling/deed.h"
#include "model/label/samplelabel.h"
#include "people/slot.h"

#include <QJsonArray>

#include <cmath>

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {"null", "true", "{}", "[]", "\"\"", "\\u0000", "\\ud800", "1e400", "-1", "9007199254740993", "\"version\":2", "classes",
            "signature", "labelledAt", "2026-02-30T00:00:00.000Z", "+09:00", "Shirushi.Label=", "\nShirushi.Label.2=", "====", "-_"};
}

std::vector<QByteArray> seeds()
{
    const QByteArray json = base::canonicalJson(label::toJson(tests::sampleLabel()));
    QByteArray properties;
    for (const auto &[name, value] : label::propertiesOf(tests::sampleStamp()))
        properties += name.toUtf8() + '=' + value.toUtf8() + '\n';
    labelling::Deed deed;
    deed.target = deed.newTarget = "/a/b.docx";
    deed.temporary = "/a/.shirushi-1.tmp";
    deed.before = deed.after = QString(64, u'a');
    const QByteArray slot = R"({"version":1,"id":"yamada","name":"山田","role":"staff","signingKey":"AA","receivingKey":"AA",)"
                            R"("scrypt":{"n":131072,"r":8,"p":1,"salt":"AA"},"sealed":{}})";
    return {json, properties, base::toBase64Url(json), base::canonicalJson(labelling::toJson(deed)), slot,
            "MSIP_Label_11111111-2222-3333-4444-555555555555_Enabled=true\n"
            "MSIP_Label_11111111-2222-3333-4444-555555555555_Name=x\n"};
}

namespace {

const QString subject = QStringLiteral("input");

// canonicalJson() is for our own formats, which have whole numbers only.
bool hasWholeNumbers(const QJsonValue &value)
{
    constexpr double largest = 9007199254740991.0;
    if (value.isDouble())
        return std::trunc(value.toDouble()) == value.toDouble() && std::abs(value.toDouble()) <= largest;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        if (!hasWholeNumbers(entry))
            return false;
    }
    const QJsonObject members = value.toObject();
    for (const QJsonValue &member : members) {
        if (!hasWholeNumbers(member))
            return false;
    }
    return true;
}

void checkJson(const QByteArray &bytes)
{
    const auto json = base::parseJsonObject(bytes, subject);
    if (!json)
        return;
    if (hasWholeNumbers(*json)) {
        const QByteArray canonical = base::canonicalJson(*json);
        const auto again = base::parseJsonObject(canonical, subject);
        demand(again && base::canonicalJson(*again) == canonical, "canonical JSON stays itself");
    }
    if (const auto label = label::labelFromJson(*json, subject)) {
        const auto again = label::labelFromJson(label::toJson(*label), subject);
        demand(again && *again == *label, "a label stays itself");
        demand(label::signedBytes(*again) == label::signedBytes(*label), "what is signed stays itself");
    }
    if (const auto deed = labelling::deedFromJson(*json))
        demand(labelling::deedFromJson(labelling::toJson(*deed)).has_value(), "a deed stays one");
    static_cast<void>(people::slotFromJson(*json, subject));
}

void checkProperties(const QByteArray &bytes)
{
    label::Properties properties;
    const QList<QByteArray> lines = bytes.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype at = line.indexOf('=');
        properties.emplace_back(QString::fromUtf8(line.left(at)), at < 0 ? QString() : QString::fromUtf8(line.mid(at + 1)));
    }
    static_cast<void>(label::foreignLabelsIn(properties));
    const auto found = label::labelIn(properties, subject);
    if (!found || !*found)
        return;
    label::Stamp stamp;
    stamp.label = **found;
    const auto again = label::labelIn(label::propertiesOf(stamp), subject);
    demand(again && *again == *found, "a label comes through properties as it is");
}

void checkText(const QByteArray &bytes)
{
    if (const auto decoded = base::fromBase64Url(bytes)) {
        demand(base::toBase64Url(*decoded) == bytes, "base64url has one form");
        checkJson(*decoded);
    }
    if (const auto decoded = base::fromHex(bytes))
        demand(base::toHex(*decoded) == bytes, "hex has one form");
    demand(base::fromBase64Url(base::toBase64Url(bytes)) == bytes, "base64url gives the bytes back");
}

} // namespace

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    shirushi::fuzz::checkJson(bytes);
    shirushi::fuzz::checkProperties(bytes);
    shirushi::fuzz::checkText(bytes);
    return 0;
}
