// What a ledger reads from outside its database: signed notes, checkpoints, proofs of entries; and entries themselves.
#include "fuzz/target.h"

#include "ledger/entryproof.h"
#include "ledger/personalnumber.h"
#include "model/onepersonledger.h"

#include <QJsonDocument>

namespace shirushi::fuzz {

namespace {

const tests::OnePerson &person()
{
    static const tests::OnePerson one;
    return one;
}

const tests::SomePeople &people()
{
    static const tests::SomePeople some = [] {
        tests::SomePeople made;
        made.add(person());
        return made;
    }();
    return some;
}

QByteArray signedEntry()
{
    ledger::Entry entry;
    entry.seq = 1;
    entry.at = QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC);
    entry.user = person().user();
    entry.keyId = person().keyId();
    entry.draft = {QStringLiteral("label"), QStringLiteral("/文書/𠮷野.docx"), QStringLiteral("sha256:00"), QStringLiteral("00"), {},
                   QJsonObject{{QStringLiteral("policy"), QStringLiteral("kameoka")}}, QStringLiteral("\"理由\"\\"), {{QStringLiteral("kind"), QStringLiteral("x")}}};
    const QByteArray bytes = ledger::signedBytes(entry);
    return ledger::withSignature(bytes, *person().sign(bytes));
}

ledger::SignedCheckpoint checkpointOver(const QByteArray &entry)
{
    ledger::Frontier tree;
    tree.add(ledger::leafHash({entry.constData(), static_cast<std::size_t>(entry.size())}));
    return *ledger::signCheckpoint({QStringLiteral("shirushi.local/ledger/x"), 1, tree.root()}, person());
}

std::span<const char> spanOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

void checkNote(const QByteArray &bytes)
{
    if (const auto note = ledger::noteFromBytes(bytes, {})) {
        demand(ledger::toBytes(*note) == bytes, "a note has one form");
        static_cast<void>(ledger::isSignedInOffice(*note, people()));
    }
    if (const auto checkpoint = ledger::checkpointFromBytes(bytes, {})) {
        demand(checkpoint->note.text.startsWith(ledger::checkpointText(checkpoint->checkpoint)), "a checkpoint has one form");
        demand(!ledger::isSignedInOffice(checkpoint->note, people())
                   || bytes == ledger::toBytes(checkpoint->note), "what is signed is what was read");
    }
}

void checkEntry(const QByteArray &bytes)
{
    static_cast<void>(ledger::kindOf(spanOf(bytes)));
    const QByteArray unsignedJson = ledger::withoutSignature(spanOf(bytes));
    demand(unsignedJson.size() <= bytes.size(), "without a signature it is no longer");
    const auto entry = ledger::entryFromJson(bytes);
    if (!entry)
        return;
    const QByteArray written = QJsonDocument(ledger::toJson(*entry)).toJson(QJsonDocument::Compact);
    const auto again = ledger::entryFromJson(written);
    demand(again && ledger::toJson(*again) == ledger::toJson(*entry), "an entry stays itself");
    if (const auto draft = ledger::withoutPersonalNumbers(entry->draft))
        demand(draft->reason == entry->draft.reason, "a reason is refused or left alone");
}

void checkProofFile(const QByteArray &bytes)
{
    const auto inclusion = ledger::proofFromBytes(bytes, {});
    if (!inclusion)
        return;
    const QByteArray written = ledger::proofToBytes(*inclusion);
    const auto again = ledger::proofFromBytes(written, {});
    demand(again && ledger::proofToBytes(*again) == written, "a proof stays itself");
    static const QByteArray proven = signedEntry();
    if (ledger::checkProof(*inclusion, people()).empty())
        demand(inclusion->entry == proven, "nothing is proven but what was signed");
}

} // namespace

std::vector<QByteArray> words()
{
    return {"\n\n", "\xe2\x80\x94 ", "yamada", "\"seq\":", "\"version\":2", "\"previous\":\"", "\"signature\":\"", ",\"user\":\"", ",\"kind\":\"",
            "18446744073709551616", "-1", "\"proof\":[", "\"checkpoint\":\"", "\\u0000", "個人番号", "123456789018", "１２３４－５６７８－９０１８"};
}

std::vector<QByteArray> seeds()
{
    const QByteArray entry = signedEntry();
    const ledger::SignedCheckpoint checkpoint = checkpointOver(entry);
    return {ledger::toBytes(checkpoint.note), entry, ledger::proofToBytes({entry, {}, checkpoint}),
            ledger::proofToBytes({entry, {checkpoint.checkpoint.root}, checkpoint}),
            ledger::toBytes(*ledger::signNote(QStringLiteral("一\n\n二\n"), person()))};
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    shirushi::fuzz::checkNote(bytes);
    shirushi::fuzz::checkEntry(bytes);
    shirushi::fuzz::checkProofFile(bytes);
    const QString text = QString::fromUtf8(bytes);
    shirushi::fuzz::demand(shirushi::ledger::withoutPersonalNumbers(text).size() == text.size(), "masking keeps the length");
    return 0;
}
