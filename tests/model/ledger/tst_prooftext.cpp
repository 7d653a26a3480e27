// Proofs as lines for QR codes: they come back in any order, and what is not whole, not of one proof or not honest about its
// size is refused.
#include "ledger/prooftext.h"

#include "base/encoding.h"
#include "crypto/digest.h"

#include <QRandomGenerator>
#include <QTest>

using namespace shirushi;

class TestProofText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void damageIsSeen();
    void refused_data();
    void refused();
    void aStreamThatHoldsMoreThanItSays();

private:
    static QByteArray random(qsizetype size);
    static QByteArray joined(const std::vector<QByteArray> &lines);
};

QByteArray TestProofText::random(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(static_cast<quint32>(size));
    for (char &byte : bytes)
        byte = static_cast<char>(generator.bounded(256));
    return bytes;
}

QByteArray TestProofText::joined(const std::vector<QByteArray> &lines)
{
    QByteArray text;
    for (const QByteArray &line : lines)
        text += line + '\n';
    return text;
}

void TestProofText::comesBack_data()
{
    QTest::addColumn<QByteArray>("proof");
    for (const qsizetype size : {1, 2, 3, 4, 5, 600, 601, 625, 5'000, 100'000})
        QTest::addRow("%lld random bytes", static_cast<long long>(size)) << random(size);
    QTest::newRow("what packs well") << QByteArray(1'000'000, 'a');
}

void TestProofText::comesBack()
{
    QFETCH(const QByteArray, proof);
    std::vector<QByteArray> lines = ledger::proofLines(proof);
    for (const QByteArray &line : lines) {
        QVERIFY(line.size() <= ledger::longestProofLine);
        QVERIFY(ledger::isProofText(line));
        for (const char character : line)
            QVERIFY(QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/").contains(character));
    }
    const auto same = ledger::proofFromText(joined(lines), {});
    QVERIFY(same.has_value());
    QCOMPARE(*same, proof);
    // As a reader of codes may have found them: in another order, twice, with its own word in front.
    std::ranges::reverse(lines);
    lines.push_back("  QR-Code:" + lines.front() + "\r");
    lines.push_back({});
    QCOMPARE(ledger::proofFromText(joined(lines), {}).value_or(QByteArray()), proof);
}

void TestProofText::damageIsSeen()
{
    const QByteArray proof = random(3'000);
    const QByteArray text = joined(ledger::proofLines(proof));
    for (qsizetype at = 0; at < text.size(); ++at) {
        QByteArray changed = text;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        const auto read = ledger::proofFromText(changed, {});
        QVERIFY2(!read.has_value() || *read == proof, qPrintable(QString::number(at)));
    }
    for (qsizetype size = 0; size < text.size() - 1; size += 7)
        QVERIFY(!ledger::proofFromText(text.first(size), {}).has_value());
}

void TestProofText::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why"); // a part of it
    const QByteArray one = ledger::proofLines(random(10)).front();
    const std::vector<QByteArray> three = ledger::proofLines(random(1'500));
    QVERIFY(three.size() == 3);
    const auto row = [](const char *name, const QByteArray &text, const char *why) { QTest::newRow(name) << text << QString::fromLatin1(why); };
    row("nothing", {}, "missing");
    row("another text", "{}", "not a proof");
    row("a line of another kind", one + "\nhello", "not a proof");
    row("a part is missing", three[0] + '\n' + three[2], "missing");
    row("parts of two", three[0] + '\n' + one, "different proofs");
    row("no numbers", "SHIRUSHI:A/B:00000000:AAAA", "not a proof");
    row("part nought", "SHIRUSHI:0/1:00000000:AAAA", "not a proof");
    row("a part beyond the last", "SHIRUSHI:2/1:00000000:AAAA", "not a proof");
    row("a million parts", "SHIRUSHI:1/1000000:00000000:AAAA", "not a proof");
    row("no base32", "SHIRUSHI:1/1:00000000:A1", "not a proof");
    row("too short", "SHIRUSHI:1/1:00000000:AA", "not a proof");
    row("too long, by its own word", "SHIRUSHI:1/1:00000000:77777777777777", "not a proof");
    row("another check", QByteArray(one).replace(13, 8, "00000000"), "not a proof");
}

void TestProofText::refused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, why);
    const auto read = ledger::proofFromText(text, {});
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, base::ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.contains(why), qPrintable(read.error().message));
}

// Half a megabyte of it would become half a gigabyte.
void TestProofText::aStreamThatHoldsMoreThanItSays()
{
    QByteArray packed = qCompress(QByteArray(500'000'000, 'a'), 9);
    packed.replace(0, 4, QByteArray::fromHex("00000010"));
    const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QByteArray text;
    for (qsizetype bit = 0; bit + 5 <= packed.size() * 8; bit += 5) {
        int value = 0;
        for (qsizetype i = bit; i < bit + 5; ++i)
            value = value * 2 + ((static_cast<unsigned char>(packed[i / 8]) >> (7 - i % 8)) & 1);
        text += alphabet[value];
    }
    QVERIFY(!ledger::proofFromText("SHIRUSHI:1/1:00000000:" + text, {}).has_value());
}

QTEST_GUILESS_MAIN(TestProofText)
#include "tst_prooftext.moc"
