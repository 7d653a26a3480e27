// The header of age files, each piece of it wrong in every way that the grammar and the recipients' rules forbid.
#include "model/crypto/agesamples.h"

#include "crypto/age/base64.h"

#include <QTest>

using namespace shirushi;
using namespace shirushi::tests;

class TestAgeHeader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesOtherStanzas_data();
    void refusesOtherStanzas();
    void passesOverForeignStanzas();
    void refusesMalformedHeaders_data();
    void refusesMalformedHeaders();
    void wrapsBodiesAt64Columns();
    void boundsTheHeader();
    void boundsTheWorkFactor();
};

void TestAgeHeader::refusesOtherStanzas_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("isNoMatch");
    HandMade made;
    made.add(0, age::Place::Last, "content");
    const age::Stanza good = made.stanzas().front();
    const age::Stanza password = age::wrapFileKey(made.fileKey, forPassword("pass", 2))->front();
    const auto row = [&made](const char *name, std::vector<age::Stanza> stanzas, bool isNoMatch = false) {
        QTest::newRow(name) << made.withStanzas(stanzas) << isNoMatch;
    };
    const auto changed = [](age::Stanza stanza, auto change) {
        change(stanza);
        return stanza;
    };
    const auto argument = [&](age::Stanza stanza, std::size_t index, const QByteArray &value) {
        stanza.arguments[index] = value;
        return stanza;
    };
    const QByteArray share = good.arguments[0];
    row("X25519: no argument", {changed(good, [](auto &s) { s.arguments.clear(); })});
    row("X25519: two arguments", {changed(good, [](auto &s) { s.arguments.push_back("x"); })});
    row("X25519: share too short", {argument(good, 0, age::toBase64(QByteArray(31, 'x')))});
    row("X25519: share too long", {argument(good, 0, age::toBase64(QByteArray(33, 'x')))});
    row("X25519: share padded", {argument(good, 0, share + '=')});
    row("X25519: share with leftover bits", {argument(good, 0, share.chopped(1) + char(share.back() + 1))});
    row("X25519: low-order share, zero", {argument(good, 0, age::toBase64(QByteArray(32, '\0')))});
    row("X25519: low-order share, one", {argument(good, 0, age::toBase64(QByteArray(1, '\1') + QByteArray(31, '\0')))});
    // RFC 7748: of order eight, and p itself.
    row("X25519: low-order share, order eight",
        {argument(good, 0, age::toBase64(QByteArray::fromHex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")))});
    row("X25519: low-order share, p",
        {argument(good, 0, age::toBase64(QByteArray::fromHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")))});
    row("X25519: body too long", {changed(good, [](auto &s) { s.body += "x"; })});
    row("X25519: body too short", {changed(good, [](auto &s) { s.body.chop(1); })});
    row("X25519: another's is malformed", {good, changed(good, [](auto &s) { s.arguments.push_back("x"); })});
    row("X25519: in lower case", {changed(good, [](auto &s) { s.type = "x25519"; })}, true);
    row("scrypt: twice", {password, password});
    row("scrypt: before a key", {password, good});
    row("scrypt: behind a key", {good, password});
    row("scrypt: with a foreign stanza", {password, {"foreign", {}, {}}});
    row("scrypt: no work factor", {changed(password, [](auto &s) { s.arguments.pop_back(); })});
    row("scrypt: three arguments", {changed(password, [](auto &s) { s.arguments.push_back("x"); })});
    row("scrypt: salt too short", {argument(password, 0, age::toBase64(QByteArray(15, 'x')))});
    row("scrypt: salt too long", {argument(password, 0, age::toBase64(QByteArray(17, 'x')))});
    for (const char *bad : {"0", "00", "02", "+2", "-2", " 2", "2 ", "0x2", "2.0", "2e0", "two", "\xef\xbc\x92"}) {
        if (!QByteArray(bad).contains(' ') && static_cast<signed char>(bad[0]) > 0)
            row(qPrintable(QStringLiteral("scrypt: work factor ") + QString::fromUtf8(bad)), {argument(password, 1, bad)});
    }
    for (const char *high : {"23", "64", "255", "4294967298", "18446744073709551618", "99999999999999999999999999"})
        row(qPrintable(QStringLiteral("scrypt: work factor ") + QString::fromUtf8(high)), {argument(password, 1, high)});
    row("scrypt: body too long", {changed(password, [](auto &s) { s.body += "x"; })});
    row("scrypt: in upper case", {changed(password, [](auto &s) { s.type = "SCRYPT"; })}, true);
    row("scrypt: wrong work factor", {argument(password, 1, "3")}, true);
}

void TestAgeHeader::refusesOtherStanzas()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, isNoMatch);
    age::Identities identities = withKey(somebody().privateKey);
    identities.passwords.push_back(secret("pass"));
    const Decrypted result = decrypted(file, identities);
    QVERIFY(result.failure == (isNoMatch ? age::Failure::NoMatch : age::Failure::Header));
}

void TestAgeHeader::passesOverForeignStanzas()
{
    HandMade made;
    made.add(0, age::Place::Last, "content");
    const age::Stanza good = made.stanzas().front();
    const age::Stanza foreign[] = {{"grease", {}, {}}, {"!-grease", {"~", "a/b+c="}, QByteArray(48, 'x')}, {"ssh-ed25519", {"x", "y"}, QByteArray(500, 'y')}};
    const QByteArray file = made.withStanzas({foreign[0], good, foreign[1], foreign[2]});
    QVERIFY(decrypted(file, withKey(somebody().privateKey)).isGood("content"));
    QVERIFY(decrypted(made.withStanzas({foreign[0], foreign[1]}), withKey(somebody().privateKey)).failure == age::Failure::NoMatch);
}

void TestAgeHeader::refusesMalformedHeaders_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after) { QTest::newRow(name) << before << after; };
    row("another version", "/v1\n", "/v2\n");
    row("version with a blank", "/v1\n", "/v1 \n");
    row("lines end with CR LF", "\n", "\r\n");
    row("an empty line first", "age-", "\nage-");
    row("an empty line before the stanza", "\n-> X", "\n\n-> X");
    row("an empty line in the stanza", "\n--- ", "\n\n--- ");
    row("no blank after the arrow", "-> X", "->X");
    row("two blanks after the arrow", "-> X", "->  X");
    row("a tab after the arrow", "-> X", "->\tX");
    row("two blanks between arguments", "X25519 ", "X25519  ");
    row("a control character in an argument", "X25519 ", "X255\x01" "19 ");
    row("a character beyond ASCII in an argument", "X25519 ", "X25519\xc3\xa9 ");
    row("an empty stanza line", "-> X25519", "-> \n\n-> X25519");
    row("a blank behind the stanza line", "-> X25519", "-> x \n\n-> X25519");
    row("a stanza without a body", "-> X25519", "-> x\n-> X25519");
    row("a body whose last line is full", "-> X25519", "-> x\n" + QByteArray(64, 'A') + "\n-> X25519");
    row("a body with a line too long", "-> X25519", "-> x\n" + QByteArray(68, 'A') + "\n\n-> X25519");
    row("a body of short lines", "-> X25519", "-> x\nAAAA\nAAAA\n-> X25519");
    row("a body with padding", "-> X25519", "-> x\nAAA=\n-> X25519");
    row("a body with leftover bits", "-> X25519", "-> x\nAAB\n-> X25519");
    row("a body of one character", "-> X25519", "-> x\nA\n-> X25519");
    row("a body with blanks", "-> X25519", "-> x\nAA AA\n-> X25519");
    row("two blanks before the MAC", "--- ", "---  ");
    row("no blank before the MAC", "--- ", "---");
    row("four hyphens", "--- ", "---- ");
    row("no MAC", "\n--- ", "\n--- \n--- ");
    row("a second argument at the end", "\n--- ", "\n--- x ");
}

void TestAgeHeader::refusesMalformedHeaders()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    HandMade made;
    const QByteArray file = made.add(0, age::Place::Last, "content").file();
    const qsizetype headerSize = file.indexOf('\n', file.indexOf("\n--- ") + 1) + 1;
    QByteArray header = file.left(headerSize);
    if (before == "\n") {
        header.replace(before, after);
    } else {
        QVERIFY(header.contains(before));
        header.replace(header.indexOf(before), before.size(), after);
    }
    QVERIFY(decrypted(header + file.mid(headerSize), withKey(somebody().privateKey)).failure == age::Failure::Header);
}

void TestAgeHeader::wrapsBodiesAt64Columns()
{
    HandMade made;
    made.add(0, age::Place::Last, "content");
    for (const qsizetype size : {0, 1, 47, 48, 49, 95, 96, 97, 1000}) {
        const age::Stanza stanza{"x", {"y", "z"}, sampleBytes(size)};
        const QByteArray file = made.withStanzas({stanza, made.stanzas().front()});
        platform::MemorySource source(file);
        age::LookAhead input(source);
        const auto header = age::readHeader(input);
        QVERIFY(header);
        QVERIFY(header->stanzas.front() == stanza);
        QVERIFY(decrypted(file, withKey(somebody().privateKey)).isGood("content"));
        for (const QByteArray &line : headerOf(file).split('\n').mid(2))
            QVERIFY(line.startsWith("-> ") || line.size() <= 64);
    }
    const auto none = age::writeHeader({}, made.fileKey);
    QVERIFY(none);
    QVERIFY(decrypted(*none + made.nonce + made.chunks, withKey(somebody().privateKey)).failure == age::Failure::Header);
}

void TestAgeHeader::boundsTheHeader()
{
    HandMade made;
    made.add(0, age::Place::Last, "content");
    std::vector<age::Stanza> many(5000, {"somebody", {"else"}, QByteArray(32, 'x')});
    many.push_back(made.stanzas().front());
    QVERIFY(decrypted(made.withStanzas(many), withKey(somebody().privateKey)).isGood("content"));
    const QByteArray start = "age-encryption.org/v1\n-> x ";
    const QByteArray line = QByteArray(64, 'A') + '\n';
    const QByteArray endlessOnes[] = {start + QByteArray(4 << 20, 'x'), start + "\n" + line.repeated(60000),
                                      "age-encryption.org/v1\n" + QByteArray("-> x\n\n").repeated(700000)};
    for (const QByteArray &endless : endlessOnes)
        QVERIFY(decrypted(endless, withKey(somebody().privateKey)).failure == age::Failure::Header);
}

void TestAgeHeader::boundsTheWorkFactor()
{
    const QByteArray file = encrypted("content", forPassword("pass", 6));
    age::Identities identities = withPassword("pass");
    identities.workFactor = 5;
    const Decrypted refused = decrypted(file, identities);
    QVERIFY(refused.failure == age::Failure::Header);
    QCOMPARE(refused.code, base::ErrorCode::TooLarge);
    identities.workFactor = 6;
    QVERIFY(decrypted(file, identities).isGood("content"));
}

QTEST_GUILESS_MAIN(TestAgeHeader)
#include "tst_ageheader.moc"
