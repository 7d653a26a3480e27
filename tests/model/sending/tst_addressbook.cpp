// The address book: who may stand in it, how they are found, that what is removed is gone, and what is recorded.
#include "sending/addressbook.h"

#include "crypto/age/keytext.h"
#include "crypto/seal.h"
#include "model/onepersonledger.h"

#include <QTemporaryDir>
#include <QtTest>

#include <openssl/evp.h>

using namespace shirushi;
using sending::Contact;

namespace {

// A day later each time.
class TestClock final : public base::Clock
{
public:
    QDateTime now() const override { return m_start.addDays(++m_days); }

private:
    QDateTime m_start = base::fromRfc3339(QStringLiteral("2026-04-01T00:00:00.000Z"));
    mutable int m_days = 0;
};

Contact person(const QString &name, const QString &kana, const QString &mail)
{
    Contact contact;
    contact.name = name;
    contact.kana = kana;
    contact.mail = mail;
    contact.kind = QStringLiteral("contractor");
    contact.organisation = QStringLiteral("亀岡システム株式会社");
    contact.telephone = QStringLiteral("0771-22-3131");
    return contact;
}

Contact yamada()
{
    return person(QStringLiteral("山田 太郎"), QStringLiteral("やまだ たろう"), QStringLiteral("taro@kameoka-system.example.jp"));
}

QStringList namesOf(const std::vector<Contact> &contacts)
{
    QStringList names;
    for (const Contact &contact : contacts)
        names += contact.name;
    return names;
}

} // namespace

class TestAddressBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsWhatIsAdded();
    void isOrderedByKana();
    void finds_data();
    void finds();
    void aChangeWantsToBeCheckedAnew();
    void whatIsRemovedIsGone();
    void isRecordedWithoutWhatIsPersonal();
    void noticesWhatWasExchanged();
    void hasNobodyTwice();
    void refuses_data();
    void refuses();
    void takes_data();
    void takes();
    void knowsMailAddresses_data();
    void knowsMailAddresses();
    void oneNumberHasManySpellings();

private:
    base::Path file() const { return base::toPath(m_folder->filePath(QStringLiteral("ledger.db"))); }
    ledger::LedgerParts parts() const { return tests::ledgerParts(file().parent_path(), {&m_person}); }
    sending::AddressBook book() { return sending::AddressBook({*m_ledger, m_person, m_clock}); }
    // The pages of the database as SQLCipher 4 has them: AES-256-CBC, at a page's end 16 bytes IV and 64 of HMAC.
    QByteArray decrypted() const
    {
        constexpr int pageSize = 4096;
        constexpr int reserve = 80;
        constexpr int saltSize = 16;
        QFile database(base::toDisplay(file()));
        if (!database.open(QIODevice::ReadOnly))
            return {};
        QByteArray plain;
        for (QByteArray page = database.read(pageSize); page.size() == pageSize; page = database.read(pageSize)) {
            const int start = plain.isEmpty() ? saltSize : 0;
            QByteArray text(pageSize, '\0');
            int size = 0;
            EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
            EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), nullptr, m_key.data(),
                               reinterpret_cast<const unsigned char *>(page.constData()) + pageSize - reserve);
            EVP_CIPHER_CTX_set_padding(context, 0);
            EVP_DecryptUpdate(context, reinterpret_cast<unsigned char *>(text.data()), &size,
                              reinterpret_cast<const unsigned char *>(page.constData()) + start, pageSize - reserve - start);
            EVP_CIPHER_CTX_free(context);
            plain += text.first(size);
        }
        return plain;
    }
    void reopen()
    {
        m_ledger.reset();
        auto ledger = ledger::Ledger::open(parts(), m_key);
        QVERIFY(ledger);
        m_ledger.emplace(std::move(*ledger));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ledger::Ledger> m_ledger;
    base::SecretBytes m_key;
    tests::OnePerson m_person;
    TestClock m_clock;
};

void TestAddressBook::init()
{
    m_ledger.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_key = crypto::randomSecret(32).value();
    auto ledger = ledger::Ledger::create(parts(), m_key);
    QVERIFY(ledger);
    m_ledger.emplace(std::move(*ledger));
}

void TestAddressBook::keepsWhatIsAdded()
{
    Contact contact = yamada();
    contact.id = QStringLiteral("chosen by somebody");
    contact.checkedAt = m_clock.now();
    contact.checkedBy = QStringLiteral("somebody");
    contact.ageKey = QString::fromLatin1(crypto::age::recipientText(m_person.publicKey()));
    contact.stripped = {QStringLiteral("zip"), QStringLiteral("html"), QStringLiteral("zip")};
    const auto added = book().add(contact);
    QVERIFY2(added, added ? "" : qPrintable(added.error().message));
    QVERIFY(added->id != contact.id);
    QVERIFY(!added->isChecked() && added->checkedBy.isEmpty());
    QCOMPARE(added->stripped, (QStringList{QStringLiteral("html"), QStringLiteral("zip")}));

    const auto checked = book().markChecked(added->id);
    QVERIFY(checked && checked->isChecked());
    QCOMPARE(checked->checkedBy, m_person.user());
    reopen();
    QCOMPARE(book().contact(added->id).value(), *checked);
    QCOMPARE(book().contact(contact.id).error().code, base::ErrorCode::NotFound);
}

void TestAddressBook::isOrderedByKana()
{
    auto addresses = book();
    // As in a telephone book: voicing and small kana only where nothing else tells two apart.
    const QStringList kana{QStringLiteral("きたむら"), QStringLiteral("かわい"),   QStringLiteral("ガワイ"), QStringLiteral("かわき"),
                           QStringLiteral("ｶﾜｲ ｱｷ"),   QStringLiteral("しょうじ"), QStringLiteral("しようだ"), QStringLiteral("")};
    for (const QString &one : kana)
        QVERIFY(addresses.add(person(one.isEmpty() ? QStringLiteral("あお") : one, one, {})));
    QCOMPARE(namesOf(addresses.find().value()),
             (QStringList{QStringLiteral("あお"), QStringLiteral("かわい"), QStringLiteral("ガワイ"), QStringLiteral("ｶﾜｲ ｱｷ"),
                          QStringLiteral("かわき"), QStringLiteral("きたむら"), QStringLiteral("しょうじ"), QStringLiteral("しようだ")}));
}

void TestAddressBook::finds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("count");
    QTest::newRow("everybody") << QString() << 2;
    QTest::newRow("a name") << QStringLiteral("山田") << 1;
    QTest::newRow("kana in katakana") << QStringLiteral("ヤマダ") << 1;
    QTest::newRow("kana in half width") << QStringLiteral("ﾔﾏﾀﾞ") << 1;
    QTest::newRow("an organisation of both") << QStringLiteral("システム") << 2;
    QTest::newRow("mail in another case and width") << QStringLiteral("ＴＡＲＯ@Kameoka") << 1;
    QTest::newRow("two words, in any order") << QStringLiteral("株式会社　やまだ") << 1;
    QTest::newRow("two words of two people") << QStringLiteral("山田 花子") << 0;
    QTest::newRow("not across members") << QStringLiteral("太郎やまだ") << 0;
    QTest::newRow("nobody") << QStringLiteral("%_*") << 0;
}

void TestAddressBook::finds()
{
    QFETCH(QString, words);
    QFETCH(int, count);
    auto addresses = book();
    QVERIFY(addresses.add(yamada()));
    QVERIFY(addresses.add(person(QStringLiteral("佐藤 花子"), QStringLiteral("さとう はなこ"), QStringLiteral("hanako@example.com"))));
    QCOMPARE(addresses.find(words)->size(), std::size_t(count));
}

void TestAddressBook::aChangeWantsToBeCheckedAnew()
{
    auto addresses = book();
    Contact contact = addresses.markChecked(addresses.add(yamada())->id).value();
    contact.organisation = QStringLiteral("別の会社");
    contact = addresses.change(contact).value();
    QVERIFY(contact.isChecked()); // what a check is about is as it was
    const auto entries = m_ledger->size().value();
    QVERIFY(addresses.change(contact)->isChecked());
    QCOMPARE(m_ledger->size().value(), entries); // nothing changed, nothing recorded
    contact.telephone = QStringLiteral("0771-00-0000");
    contact.checkedBy = QStringLiteral("somebody");
    contact = addresses.change(contact).value();
    QVERIFY(!contact.isChecked() && contact.checkedBy.isEmpty());
    QVERIFY(!addresses.contact(contact.id)->isChecked());
    contact.id = QStringLiteral("nobody");
    QCOMPARE(addresses.change(contact).error().code, base::ErrorCode::NotFound);
}

// What somebody who has the key finds in the file, deleted or not.
void TestAddressBook::whatIsRemovedIsGone()
{
    auto addresses = book();
    Contact contact = yamada();
    contact.telephone = QStringLiteral("0771-98-7654");
    contact = addresses.add(contact).value();
    const auto hasLog = [&] {
        std::error_code ignored;
        return std::filesystem::file_size(file().parent_path() / "ledger.db-wal", ignored) > 0;
    };
    QVERIFY(!hasLog());
    QVERIFY(decrypted().contains("0771-98-7654") && decrypted().contains("taro@"));
    contact.telephone = QStringLiteral("0771-22-3131");
    QVERIFY(addresses.change(contact));
    QVERIFY(!hasLog());
    QVERIFY(decrypted().contains("0771-22-3131") && !decrypted().contains("0771-98-7654"));
    QVERIFY(addresses.remove(contact.id));
    QVERIFY(addresses.find()->empty());
    QCOMPARE(addresses.remove(contact.id).error().code, base::ErrorCode::NotFound);
    QVERIFY(!hasLog());
    QVERIFY(!decrypted().contains("0771-22-3131") && !decrypted().contains("taro@"));
    QVERIFY(decrypted().contains("\"removed\"")); // that it was is recorded
}

void TestAddressBook::isRecordedWithoutWhatIsPersonal()
{
    auto addresses = book();
    Contact contact = addresses.add(yamada()).value();
    contact.telephone = QStringLiteral("0771-00-0000");
    contact.mail = QStringLiteral("jiro@example.jp");
    QVERIFY(addresses.change(contact));
    QVERIFY(addresses.markChecked(contact.id));
    QVERIFY(addresses.remove(contact.id));
    const auto entries = m_ledger->list({});
    QCOMPARE(entries->size(), std::size_t(4));
    QStringList changes;
    for (const ledger::Entry &entry : *entries) {
        QCOMPARE(entry.draft.kind, QStringLiteral("address"));
        QCOMPARE(entry.draft.details.value(QStringLiteral("contact")).toString(), contact.id);
        QCOMPARE(entry.draft.details.value(QStringLiteral("name")).toString(), contact.name);
        const QByteArray json = QJsonDocument(ledger::toJson(entry)).toJson();
        QVERIFY2(!json.contains("0771") && !json.contains('@') && !json.contains("やまだ"), json);
        changes += entry.draft.details.value(QStringLiteral("change")).toString();
    }
    QCOMPARE(changes, (QStringList{QStringLiteral("added"), QStringLiteral("changed"), QStringLiteral("checked"), QStringLiteral("removed")}));
    QCOMPARE((*entries)[1].draft.details.value(QStringLiteral("members")).toArray(), (QJsonArray{QStringLiteral("mail"), QStringLiteral("telephone")}));
    base::NoProgress progress;
    QVERIFY(m_ledger->verify(progress)->empty());
}

// Whoever has the ledger's key can write into its tables; a telephone number that leads to somebody else is the way to a
// password.
void TestAddressBook::noticesWhatWasExchanged()
{
    const QString id = book().markChecked(book().add(yamada())->id)->id;
    const QByteArray row = m_ledger->contact(id)->value().json;
    const auto exchange = [&](const QByteArray &json) {
        m_ledger.reset();
        {
            auto database = ledger::Database::open(file(), m_key, ledger::Database::Mode::ReadWrite);
            QVERIFY(database->execute(QByteArray("UPDATE contact SET json = x'" + json.toHex() + "'").constData()));
        }
        reopen();
    };
    exchange(QByteArray(row).replace("0771-22-3131", "0771-66-6666"));
    Contact contact = book().contact(id).value();
    QVERIFY(contact.altered && !contact.isChecked());
    QCOMPARE(contact.telephone, QStringLiteral("0771-66-6666"));
    contact.organisation = QStringLiteral("別の会社"); // a change elsewhere does not make it good
    QVERIFY(!book().change(contact)->isChecked());
    exchange(row);
    QVERIFY(book().contact(id)->altered); // an older one put back is seen too
    QVERIFY(book().markChecked(id)->isChecked());
    for (const QByteArray &hostile : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("{\"name\":7}"),
                                      QByteArray("{\"name\":\"\\u202eevil\",\"kind\":\"contractor\"}"), QByteArray(200'000, '[')}) {
        exchange(hostile);
        QVERIFY(book().contact(id)->altered);
        QCOMPARE(book().contact(id)->name, id);
        QVERIFY(book().contact(id)->mail.isEmpty());
    }
    QVERIFY(book().remove(id));
}

void TestAddressBook::hasNobodyTwice()
{
    auto addresses = book();
    QVERIFY(addresses.add(yamada()));
    Contact again = yamada();
    again.mail = again.mail.toUpper();
    QCOMPARE(addresses.add(again).error().code, base::ErrorCode::InvalidInput);
    again.name = QStringLiteral("山田 次郎"); // an office's one mailbox
    QVERIFY(addresses.add(again));
    QCOMPARE(addresses.find()->size(), std::size_t(2));
}

void TestAddressBook::refuses_data()
{
    QTest::addColumn<Contact>("contact");
    const auto with = [](const char *row, QString Contact::*member, const QString &text) {
        Contact contact = yamada();
        contact.*member = text;
        QTest::newRow(row) << contact;
    };
    with("no name", &Contact::name, QStringLiteral("  "));
    with("a name of two lines", &Contact::name, QStringLiteral("山田\n太郎"));
    with("a name that turns around", &Contact::name, QStringLiteral("山田\u202e太郎"));
    with("a name with what nobody sees", &Contact::name, QStringLiteral("山\u200b田"));
    with("half a pair", &Contact::name, QString(QChar(0xd840)));
    with("a long name", &Contact::name, QString(101, u'山'));
    with("long kana", &Contact::kana, QString(101, u'や'));
    with("a long organisation", &Contact::organisation, QString(201, u'社'));
    with("a NUL in the organisation", &Contact::organisation, QStringLiteral("a") + QChar(0) + u'b');
    with("no kind", &Contact::kind, QString());
    with("another kind", &Contact::kind, QStringLiteral("moon"));
    with("no mail address", &Contact::mail, QStringLiteral("taro"));
    with("a telephone number in words", &Contact::telephone, QStringLiteral("call me"));
    with("a telephone number without digits", &Contact::telephone, QStringLiteral("---"));
    with("too many digits", &Contact::telephone, QStringLiteral("0123456789012345"));
    with("an age key", &Contact::ageKey, QStringLiteral("age1xyz"));
    with("a personal number in the name", &Contact::name, QStringLiteral("山田 123456789018"));
    with("a personal number as telephone", &Contact::telephone, QStringLiteral("1234-5678-9018"));
    Contact contact = yamada();
    contact.certificate = "no certificate";
    QTest::newRow("a certificate") << contact;
    contact.certificate = QByteArray(64 * 1024 + 1, '-');
    QTest::newRow("a large certificate") << contact;
    contact = yamada();
    contact.stripped = {QStringLiteral("rar")};
    QTest::newRow("a format") << contact;
}

void TestAddressBook::refuses()
{
    QFETCH(Contact, contact);
    const auto added = book().add(contact);
    QVERIFY(!added);
    QCOMPARE(added.error().code, base::ErrorCode::InvalidInput);
    QVERIFY(!added.error().message.isEmpty());
    QVERIFY(book().find()->empty());
    QCOMPARE(m_ledger->size().value(), 0);
}

void TestAddressBook::takes_data()
{
    QTest::addColumn<Contact>("contact");
    const auto with = [](const char *row, QString Contact::*member, const QString &text) {
        Contact contact = yamada();
        contact.*member = text;
        QTest::newRow(row) << contact;
    };
    with("nothing but a name and a kind", &Contact::mail, QString());
    with("a rare character", &Contact::name, QStringLiteral("𠮷野 髙﨑"));
    with("a variant of one", &Contact::name, QStringLiteral("葛\U000E0100城"));
    with("one of the office's own", &Contact::name, QString(QChar(0xe000)));
    with("an extension", &Contact::telephone, QStringLiteral("0771-22-3131（内線1234）"));
    with("another country", &Contact::telephone, QStringLiteral("+81 90-1234-5678"));
    with("the fire brigade", &Contact::telephone, QStringLiteral("119"));
}

void TestAddressBook::takes()
{
    QFETCH(Contact, contact);
    const auto added = book().add(contact);
    QVERIFY2(added, added ? "" : qPrintable(added.error().message));
    QCOMPARE(added->name, contact.name);
}

void TestAddressBook::knowsMailAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("domain"); // empty: it is none
    QTest::newRow("plain") << QStringLiteral("taro@example.jp") << QStringLiteral("example.jp");
    QTest::newRow("space around") << QStringLiteral(" taro@example.jp ") << QStringLiteral("example.jp");
    QTest::newRow("upper case") << QStringLiteral("Taro@City.Kameoka.LG.jp") << QStringLiteral("city.kameoka.lg.jp");
    QTest::newRow("signs") << QStringLiteral("a+b_c-d.e/f@example.jp") << QStringLiteral("example.jp");
    QTest::newRow("punycode") << QStringLiteral("taro@xn--wgv71a119e.jp") << QStringLiteral("xn--wgv71a119e.jp");
    QTest::newRow("64 before the @") << QString(64, u'a') + QStringLiteral("@example.jp") << QStringLiteral("example.jp");
    QTest::newRow("65 before the @") << QString(65, u'a') + QStringLiteral("@example.jp") << QString();
    QTest::newRow("a label of 64") << QStringLiteral("a@") + QString(64, u'a') + QStringLiteral(".jp") << QString();
    QTest::newRow("a long domain") << QStringLiteral("a@") + QStringLiteral("aaaaaaaaa.").repeated(26) + QStringLiteral("jp") << QString();
    for (const char *none : {"", "@", "taro", "taro@", "@example.jp", "taro@example", "taro@example.jp.", "taro@.example.jp", "taro@ex..jp",
                             ".taro@example.jp", "taro.@example.jp", "ta..ro@example.jp", "taro@-a.jp", "taro@a-.jp", "taro@192.168.0.1",
                             "taro@[192.168.0.1]", "taro(a)@example.jp", "\"taro\"@example.jp", "a@b@example.jp", "taro@example.jp,b@example.jp",
                             "taro@example.jp\nBcc: b@example.jp", "taro@example.jp\r", "<taro@example.jp>", "taro@日本語.jp", "太郎@example.jp",
                             "taro@ｅxample.jp", "ta ro@example.jp", "taro@exa_mple.jp"}) {
        const QString text = QString::fromUtf8(none);
        QTest::addRow("none: %s", none) << text << (text.endsWith(u'\r') ? QStringLiteral("example.jp") : QString());
    }
}

void TestAddressBook::knowsMailAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, domain);
    const auto address = sending::mailAddressFrom(text);
    QCOMPARE(address.has_value(), !domain.isEmpty());
    if (!address) {
        QCOMPARE(address.error().code, base::ErrorCode::InvalidInput);
        return;
    }
    QCOMPARE(address->domain, domain);
    QCOMPARE(sending::mailAddressFrom(address->text()).value(), *address);
    QVERIFY(!address->text().contains(u'\r'));
    QVERIFY(address->isSameAs(sending::mailAddressFrom(text.toUpper()).value()));
}

void TestAddressBook::oneNumberHasManySpellings()
{
    using sending::telephoneDigits;
    QCOMPARE(telephoneDigits(QStringLiteral("０７７１（２２）３１３１")), QStringLiteral("0771223131"));
    QCOMPARE(telephoneDigits(QStringLiteral("0771-22-3131 内線 12")), QStringLiteral("0771223131"));
    QCOMPARE(telephoneDigits(QStringLiteral("+81 771 22 3131")), QStringLiteral("+81771223131"));
    QCOMPARE(telephoneDigits({}), QString());
}

Q_DECLARE_METATYPE(shirushi::sending::Contact)
QTEST_GUILESS_MAIN(TestAddressBook)
#include "tst_addressbook.moc"
