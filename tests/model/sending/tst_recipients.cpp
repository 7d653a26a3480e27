// What is said of recipients before a parcel goes: look-alikes, strangers, gateways, addresses that others would see.
#include "sending/recipients.h"

#include "policy/library.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace shirushi;
using sending::Addressing;
using sending::Contact;
using Severity = sending::SecondLook::Severity;

namespace {

Contact contact(const char *name, const char *mail, const char *kind, bool checked = true)
{
    Contact made;
    made.id = made.name = QString::fromUtf8(name);
    made.mail = QString::fromUtf8(mail);
    made.kind = QString::fromUtf8(kind);
    if (checked)
        made.checkedAt = QDateTime::currentDateTimeUtc();
    return made;
}

std::vector<Contact> book()
{
    Contact filtered = contact("ろ過", "info@filtered.example.com", "contractor");
    filtered.stripped = {QStringLiteral("zip"), QStringLiteral("html")};
    Contact altered = contact("差替え", "a@swapped-company.example.net", "contractor");
    altered.altered = true;
    return {contact("山田", "yamada@kameoka-system.co.jp", "contractor"), contact("佐藤", "sato@city.kameoka.lg.jp", "internal"),
            contact("鈴木", "suzuki@pref.kyoto.lg.jp", "government"),      contact("新人", "new@kameoka-system.co.jp", "contractor", false),
            contact("宛名だけ", "", "resident"), filtered, altered};
}

QStringList idsOf(const std::vector<sending::SecondLook> &looks)
{
    QStringList ids;
    for (const sending::SecondLook &look : looks)
        ids += look.id;
    ids.sort();
    return ids;
}

} // namespace

class TestRecipients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looks_data();
    void looks();
    void domainsThatLookAlike_data();
    void domainsThatLookAlike();
    void likenessIsMutual();
    void localGovernments_data();
    void localGovernments();
    void hidingCitesTheRule_data();
    void hidingCitesTheRule();
    void gatewaysOfThePack();
    void staysQuickAndHarmless();

private:
    const policy::Library m_library = policy::Library::load();
    const std::shared_ptr<const policy::Pack> m_kameoka = m_library.find(QStringLiteral("kameoka"));
};

void TestRecipients::looks_data()
{
    QTest::addColumn<QString>("recipients");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *recipients, const char *destination, const char *channel, const char *format,
                        const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(recipients) << QString::fromUtf8(destination) << QString::fromUtf8(channel)
                            << QString::fromUtf8(format) << QString::fromUtf8(expected);
    };
    row("known and checked", "yamada@kameoka-system.co.jp", "contractor", "mail", "zip", "");
    row("in another case", "Yamada@Kameoka-System.CO.JP", "contractor", "mail", "zip", "");
    row("known, not checked", "new@kameoka-system.co.jp", "contractor", "mail", "zip", "unchecked");
    row("somebody else there", "other@kameoka-system.co.jp", "contractor", "mail", "zip", "unknown");
    row("nobody knows it", "someone@faraway.example.org", "contractor", "mail", "zip", "unknown");
    row("another ending", "yamada@kameoka-system.com", "contractor", "mail", "zip", "similar-domain unknown");
    row("a letter more", "yamada@kameoka-systems.co.jp", "contractor", "mail", "zip", "similar-domain unknown");
    row("two swapped", "yamada@kameoka-sytsem.co.jp", "contractor", "mail", "zip", "similar-domain unknown");
    row("a digit for a letter", "yamada@kame0ka-system.co.jp", "contractor", "mail", "zip", "similar-domain unknown");
    row("lg misspelt", "suzuki@pref.kyoto.1g.jp", "government", "lgwan-mail", "zip", "lg-domain outside-lgwan similar-domain unknown");
    row("a kind that is not theirs", "yamada@kameoka-system.co.jp", "resident", "mail", "zip", "other-kind");
    row("LGWAN to a company", "yamada@kameoka-system.co.jp", "contractor", "lgwan-mail", "zip", "outside-lgwan");
    row("LGWAN to the prefecture", "suzuki@pref.kyoto.lg.jp", "government", "lgwan-mail", "zip", "");
    row("a gateway that takes ZIP off", "info@filtered.example.com", "contractor", "mail", "zip", "gateway");
    row("what it lets through", "info@filtered.example.com", "contractor", "mail", "age", "");
    row("past the gateway", "info@filtered.example.com", "contractor", "file-transfer", "zip", "");
    row("exchanged behind our back", "a@swapped-company.example.net", "contractor", "mail", "zip", "altered");
    row("twice", "yamada@kameoka-system.co.jp,YAMADA@kameoka-system.co.jp", "contractor", "mail", "zip", "bcc twice");
    row("two outside", "yamada@kameoka-system.co.jp,suzuki@pref.kyoto.lg.jp", "contractor", "mail", "zip", "bcc other-kind");
    row("two by post", "宛名だけ,山田", "resident", "post", "zip", "other-kind");
    row("no address for a mail", "宛名だけ", "resident", "mail", "zip", "invalid");
    row("a name whose address is known", "山田", "contractor", "mail", "zip", "");
    row("no address at all", "だれか", "contractor", "mail", "zip", "invalid");
    row("a stranger's name by post", "だれか", "resident", "post", "zip", "unknown");
    row("punycode", "info@xn--wgv71a119e.jp", "contractor", "mail", "zip", "punycode unknown");
    row("what turns the direction of writing", "a@example.jp\u202e", "contractor", "mail", "zip", "invalid");
    row("a header of their own", "a@example.jp\nBcc: b@example.jp", "contractor", "mail", "zip", "invalid");
    row("nothing", " ", "contractor", "post", "zip", "invalid");
}

void TestRecipients::looks()
{
    QFETCH(QString, recipients);
    QFETCH(QString, destination);
    QFETCH(QString, channel);
    QFETCH(QString, format);
    QFETCH(QString, expected);
    const auto found = sending::secondLooks({recipients.split(u','), destination, channel, format, {}, {}}, book(), *m_kameoka);
    QCOMPARE(idsOf(found).join(u' '), expected);
    for (const sending::SecondLook &look : found) {
        QVERIFY(!look.sentence.isEmpty());
        QCOMPARE(look.severity == Severity::Stop, look.id == u"invalid");
        QCOMPARE(look.channels.isEmpty(), look.id != u"gateway");
    }
}

void TestRecipients::domainsThatLookAlike_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("alike");
    const auto row = [](const char *one, const char *other, bool alike) {
        QTest::addRow("%s %s", one, other) << QString::fromLatin1(one) << QString::fromLatin1(other) << alike;
    };
    row("example.co.jp", "example.com", true);
    row("example.co.jp", "example.jp", true);
    row("example.com", "example.cm", true);
    row("city.kameoka.lg.jp", "city.kameoka.co.jp", true);
    row("city.kameoka.lg.jp", "city.kaneoka.lg.jp", true);
    row("city.kameoka.lg.jp", "city.karneoka.lg.jp", true); // rn for m
    row("city.kameoka.lg.jp", "city-kameoka.lg.jp", true);
    row("microsoft.com", "micros0ft.com", true);
    row("paypal.com", "paypa1.com", true);
    row("vvave.jp", "wave.jp", true);
    row("example.com", "example.com", false);
    row("example.com", "mail.example.com", false); // theirs
    row("city.kameoka.lg.jp", "city.kyoto.lg.jp", false);
    row("abc.co.jp", "abd.co.jp", false); // too short for a slip
    row("nec.co.jp", "ntt.co.jp", false);
    row("toyota.jp", "honda.jp", false);
    row("", "example.com", false);
    row(".jp", ".com", false);
}

void TestRecipients::domainsThatLookAlike()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, alike);
    QCOMPARE(sending::looksAlike(one, other), alike);
}

void TestRecipients::likenessIsMutual()
{
    QRandomGenerator random(7);
    const QString letters = QStringLiteral("abilmnorw01-.");
    const auto domain = [&] {
        QString text;
        for (int length = random.bounded(1, 14); length > 0; --length)
            text += letters[random.bounded(static_cast<int>(letters.size()))];
        return QString(text + (random.bounded(2) ? QStringLiteral(".co.jp") : QStringLiteral(".com")));
    };
    for (int round = 0; round < 3000; ++round) {
        const QString one = domain();
        QString other = one;
        other[random.bounded(static_cast<int>(other.size()))] = letters[random.bounded(static_cast<int>(letters.size()))];
        QCOMPARE(sending::looksAlike(one, other), sending::looksAlike(other, one));
        QVERIFY(!sending::looksAlike(one, one));
    }
}

void TestRecipients::localGovernments_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("looks");
    for (const char *is : {"city.kameoka.lg.jp", "pref.kyoto.lg.jp", "example.co.jp", "example.go.jp", "example.ne.jp", "example.gr.jp",
                           "example.jp", "example.com", "yahoo.co.jp"})
        QTest::newRow(is) << QString::fromLatin1(is) << false;
    for (const char *not_ : {"city.kameoka.1g.jp", "city.kameoka.ig.jp", "city.kameoka.lq.jp", "city.kameoka.lgg.jp", "city.kameoka.lg.jo",
                             "city.kameoka.lgjp", "city.kameoka.lg.jp.example.com", "city.kameoka-lg.jp"})
        QTest::newRow(not_) << QString::fromLatin1(not_) << true;
}

void TestRecipients::localGovernments()
{
    QFETCH(QString, domain);
    QFETCH(bool, looks);
    QCOMPARE(sending::looksLikeLocalGovernment(domain), looks);
}

void TestRecipients::hidingCitesTheRule_data()
{
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QString>("article");
    QTest::newRow("kameoka") << QStringLiteral("kameoka") << QStringLiteral("第48条第2項");
    QTest::newRow("buzen") << QStringLiteral("buzen-council") << QStringLiteral("第2章5.1(2)③");
    QTest::newRow("kita") << QStringLiteral("kita") << QStringLiteral("国モデル（案）電子メールの利用");
}

void TestRecipients::hidingCitesTheRule()
{
    QFETCH(QString, pack);
    QFETCH(QString, article);
    Addressing addressing{{QStringLiteral("yamada@kameoka-system.co.jp"), QStringLiteral("info@filtered.example.com")},
                          QStringLiteral("contractor"), QStringLiteral("mail"), QStringLiteral("age"), {}, {}};
    const auto rules = m_library.find(pack);
    const auto hidden = sending::secondLooks(addressing, book(), *rules);
    QCOMPARE(idsOf(hidden), QStringList{QStringLiteral("bcc")});
    QCOMPARE(hidden.front().citation.article, article);
    QCOMPARE(hidden.front().severity, Severity::Note);
    QVERIFY(sending::hidesAddresses(addressing));
    addressing.reasonToShow = QStringLiteral("共同作業のため");
    const auto shown = sending::secondLooks(addressing, book(), *rules);
    QCOMPARE(idsOf(shown), QStringList{QStringLiteral("addresses-shown")});
    QCOMPARE(shown.front().citation.article, article);
    addressing.destination = QStringLiteral("internal");
    QVERIFY(!sending::hidesAddresses(addressing));
    addressing.recipients.removeLast();
    addressing.destination = QStringLiteral("contractor");
    QVERIFY(!sending::hidesAddresses(addressing));
}

void TestRecipients::gatewaysOfThePack()
{
    policy::Pack pack = *m_kameoka;
    pack.sending.gateways = {{QStringLiteral("kyoto.lg.jp"), {QStringLiteral("zip")}}};
    const auto looks = [&](const char *recipient, const char *format) {
        return idsOf(sending::secondLooks({{QString::fromLatin1(recipient)}, QStringLiteral("government"), QStringLiteral("mail"), QString::fromLatin1(format), {}, {}},
                                          book(), pack));
    };
    QCOMPARE(looks("suzuki@pref.kyoto.lg.jp", "zip"), QStringList{QStringLiteral("gateway")});
    QCOMPARE(looks("suzuki@pref.kyoto.lg.jp", "age"), QStringList());
    pack.sending.gateways.front().domain = QStringLiteral("oto.lg.jp"); // no domain above it
    QCOMPARE(looks("suzuki@pref.kyoto.lg.jp", "zip"), QStringList());
}

void TestRecipients::staysQuickAndHarmless()
{
    std::vector<Contact> large;
    for (int number = 0; number < 20'000; ++number)
        large.push_back(contact("だれか", QByteArray("a" + QByteArray::number(number) + "@company" + QByteArray::number(number) + ".example.co.jp").constData(), "contractor"));
    QStringList recipients{QString(100'000, u'a'), QString(100'000, u'@'), QString(50'000, u'a') + QStringLiteral("@") + QString(50'000, u'.')};
    for (int number = 0; number < 100; ++number)
        recipients += QStringLiteral("a%1@company%1.example.com").arg(number);
    QElapsedTimer timer;
    timer.start();
    const auto looks = sending::secondLooks({recipients, QStringLiteral("contractor"), QStringLiteral("mail"), QStringLiteral("zip"), {}, {}}, large, *m_kameoka);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(idsOf(looks).count(QStringLiteral("invalid")) == 3);
    for (const sending::SecondLook &look : looks)
        QVERIFY(look.recipient.size() <= 320);
}

QTEST_GUILESS_MAIN(TestRecipients)
#include "tst_recipients.moc"
