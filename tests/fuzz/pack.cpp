// Policy packs, and (behind RS) the schema they are checked by.
#include "fuzz/target.h"

#include "model/policy/samplepack.h"
#include "policy/cases.h"
#include "policy/loadpack.h"
#include "policy/schema.h"

#include <QFile>

namespace shirushi::fuzz {

std::vector<QByteArray> words()
{
    return {"null", "true", "[]", "{}", "\"\"", "\\u0000", "\\ud83d", "1e999", "-0", "[[[[", "\"id\": \"high\"", "\"rank\": 3", "\"next\":",
            "\"basedOn\": \"mic-model\"", "\"article\":", "\"$ref\": \"#/$defs/text\"", "\"pattern\": \"(a+)+$\"", "\"enum\": []",
            "\"citation\": {\"article\": \"x\", \"draft\": true}", "unsure", "\xef\xbb\xbf", "\xed\xa0\x80"};
}

std::vector<QByteArray> seeds()
{
    QFile schema(QStringLiteral(SHIRUSHI_SOURCE_DIR "/resources/schemas/policy.schema.json"));
    demand(schema.open(QIODevice::ReadOnly), "the schema can be read");
    const QByteArray derived = R"({"format": 1, "id": "derived", "version": "1", "title": {"ja": "x"}, "basedOn": "mic-model"})";
    const QByteArray sample = policy::sample::json();
    return {sample, sample, sample, derived, '\x1e' + schema.readAll()};
}

namespace {

const policy::Library &shipped()
{
    static const policy::Library library = policy::Library::load();
    return library;
}

void checkPack(const QByteArray &json)
{
    const auto faults = policy::validatePack(json, &shipped());
    const auto pack = policy::loadPack(json, &shipped(), QStringLiteral("input"));
    demand(faults.empty() == pack.has_value(), "a pack is loaded if it has no fault");
    for (const policy::Fault &fault : faults)
        demand(fault.line >= 1 && !fault.reason.isEmpty(), "a fault has a place and a reason");
    if (!pack)
        return;
    const auto shared = std::make_shared<const policy::Pack>(*pack);
    for (const policy::Case &situation : shared->cases)
        static_cast<void>(policy::differences(shared, situation));
}

void checkSchema(const QByteArray &json)
{
    const auto schema = policy::Schema::compile(json);
    const auto value = policy::parseJson(policy::sample::json());
    if (schema && value)
        static_cast<void>(schema->check(*value, 500));
}

} // namespace

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (bytes.startsWith('\x1e'))
        shirushi::fuzz::checkSchema(bytes.mid(1));
    else
        shirushi::fuzz::checkPack(bytes);
    return 0;
}
