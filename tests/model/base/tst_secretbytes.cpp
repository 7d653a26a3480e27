#include "base/secretbytes.h"

#include <QDebug>
#include <QTest>

#include <type_traits>

using namespace shirushi;

class TestSecretBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void movesAndNeverCopies();
    void truncatingWipesTheRest();
    void comparesContent();
    void isNotPrinted();
};

void TestSecretBytes::movesAndNeverCopies()
{
    static_assert(!std::is_copy_constructible_v<base::SecretBytes>);
    static_assert(!std::is_copy_assignable_v<base::SecretBytes>);
    base::SecretBytes one(4);
    one.data()[0] = 7;
    base::SecretBytes other(std::move(one));
    QVERIFY(one.isEmpty());
    QCOMPARE(other.data()[0], std::uint8_t(7));
    one = std::move(other);
    QVERIFY(other.isEmpty());
    QCOMPARE(one.size(), std::size_t(4));
}

void TestSecretBytes::truncatingWipesTheRest()
{
    base::SecretBytes bytes(4);
    for (std::size_t i = 0; i < 4; ++i)
        bytes.data()[i] = 9;
    const std::uint8_t *memory = bytes.data();
    bytes.truncate(2);
    QCOMPARE(bytes.size(), std::size_t(2));
    QCOMPARE(memory[1], std::uint8_t(9));
    QCOMPARE(memory[2], std::uint8_t(0));
    QCOMPARE(memory[3], std::uint8_t(0));
}

void TestSecretBytes::comparesContent()
{
    base::SecretBytes one(2), other(2), longer(3);
    QVERIFY(one == other);
    QVERIFY(!(one == longer));
    other.data()[1] = 1;
    QVERIFY(!(one == other));
    QVERIFY(one.clone() == one);
}

void TestSecretBytes::isNotPrinted()
{
    base::SecretBytes secret(3);
    secret.data()[0] = 'a';
    QString text;
    QDebug(&text).nospace() << secret;
    QCOMPARE(text, QStringLiteral("***"));
}

QTEST_GUILESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
