// 公表: by the rules, with what is hidden shown first, the hash as it was acquired and as it went out, and a copy compared
// later (豊前 第2章2(2)⑨(イ)).
#include "sending/publication.h"

#include "oneoffice.h"

#include "print/tableform.h"

#include <QtTest>

using namespace shirushi;
using sending::Comparison;

namespace {

policy::Classes threefold(const char *confidentiality)
{
    return {{QStringLiteral("confidentiality"), QLatin1String(confidentiality)}, {QStringLiteral("integrity"), QStringLiteral("1")},
            {QStringLiteral("availability"), QStringLiteral("1")}};
}

QByteArray pdf(const QString &title)
{
    print::TableForm form;
    form.title = title;
    form.made = QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC);
    form.columns = {{QStringLiteral("議案"), 1, false}};
    form.rows = {{QStringLiteral("第1号")}};
    return print::toPdf(form).value();
}

} // namespace

class TestPublication : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void looksWithoutARecord();
    void wantsAPlace();
    void whatWasSeenIsWhatGoes();
    void recordsHowItWasAcquired();
    void comparesACopy();
    void theNewestOfThisNameCounts();
    void anEarlierLabelIsTheAcquisition();
    void theRulesForbid();
    void howItWasSanitisedIsRecorded();

private:
    sending::Publication of(const base::Path &file) const
    {
        sending::Publication publication;
        publication.files = {file};
        publication.place = QStringLiteral("https://www.example.lg.jp/gian.pdf");
        return publication;
    }
    sending::PublicationDesk desk() { return sending::PublicationDesk(m_office->parts()); }

    std::unique_ptr<tests::OneOffice> m_office;
    base::Path m_file;
    QString m_id;
};

void TestPublication::initTestCase()
{
    m_office = std::make_unique<tests::OneOffice>("buzen-council", "councillor");
    m_file = m_office->make("議案.pdf", pdf(QStringLiteral("議案")));
    QVERIFY(m_office->label(m_file, threefold("1")));
}

void TestPublication::looksWithoutARecord()
{
    sending::Publication publication = of(m_file);
    publication.place.clear(); // not known yet
    const auto looked = desk().look(publication);
    QVERIFY2(looked, looked ? "" : qPrintable(looked.error().message));
    QCOMPARE(looked->files.size(), std::size_t(1));
    QVERIFY(!looked->isRecorded && looked->hasFindings()); // the PDF's title is a property
    QVERIFY(desk().list()->empty());
}

void TestPublication::wantsAPlace()
{
    for (const QString &place : {QString(), QStringLiteral(" "), QStringLiteral("a\nb"), QString(401, u'a')}) {
        sending::Publication publication = of(m_file);
        publication.acceptsHidden = true;
        publication.place = place;
        const auto refused = desk().publish(publication);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::InvalidInput);
    }
    QVERIFY(desk().list()->empty());
}

void TestPublication::whatWasSeenIsWhatGoes()
{
    sending::Publication publication = of(m_file);
    const auto shown = desk().publish(publication);
    QVERIFY(shown && !shown->isRecorded); // there are findings, and nobody has said that it may go
    publication.acceptsHidden = true;
    publication.seen = {QString(64, u'0')};
    const auto refused = desk().publish(publication);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Changed);
    QVERIFY(desk().list()->empty());
    publication.seen = {shown->files.front().sha256};
    const auto published = desk().publish(publication);
    QVERIFY2(published && published->isRecorded, published ? "" : qPrintable(published.error().message));
    m_id = published->files.front().id;
}

void TestPublication::recordsHowItWasAcquired()
{
    const auto records = desk().list();
    QCOMPARE(records->size(), std::size_t(1));
    const auto &record = records->front();
    QCOMPARE(record.id, m_id);
    QCOMPARE(record.by, QStringLiteral("yamada"));
    QCOMPARE(record.acquired, record.sha256); // as it was labelled, so it went out
    QVERIFY(!record.sha256.isEmpty() && !record.contentHash.isEmpty());
    QVERIFY(record.hidden.contains(QStringLiteral("properties")));
    QVERIFY(!record.comparedAt.isValid());
}

void TestPublication::comparesACopy()
{
    QFile original(base::toDisplay(m_file));
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray bytes = original.readAll();
    const base::Path copy = m_office->make("下り.pdf", bytes);
    const auto same = desk().compare(copy, {});
    QVERIFY(same);
    QCOMPARE(same->result, Comparison::Same);
    QCOMPARE(same->record.id, m_id);
    // Labelled anew: the content is what it was.
    QVERIFY(m_office->label(copy, threefold("1"), {QStringLiteral("公表済み")}));
    QCOMPARE(desk().compare(copy, {})->result, Comparison::OnlyLabel);
    const base::Path other = m_office->make("別.pdf", pdf(QStringLiteral("別の議案")));
    const auto unknown = desk().compare(other, {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, base::ErrorCode::NotFound);
    QCOMPARE(desk().compare(other, m_id)->result, Comparison::Differs);
    QCOMPARE(desk().compare(copy, QStringLiteral("nobody's")).error().code, base::ErrorCode::NotFound);
    const auto records = desk().list();
    QVERIFY(records->front().comparedAt.isValid());
    QCOMPARE(records->front().compared, QStringLiteral("differs"));
}

void TestPublication::theNewestOfThisNameCounts()
{
    QVERIFY(QDir().mkpath(m_office->path("site")));
    const base::Path copy = m_office->make("site/議案.pdf", pdf(QStringLiteral("書き換えられた")));
    const auto compared = desk().compare(copy, {});
    QVERIFY(compared);
    QCOMPARE(compared->result, Comparison::Differs);
    QCOMPARE(compared->record.id, m_id);
}

void TestPublication::anEarlierLabelIsTheAcquisition()
{
    const base::Path file = m_office->make("便り.txt", "議会だより\n");
    QVERIFY(m_office->label(file, threefold("1")));
    QVERIFY(m_office->label(file, threefold("1"), {QStringLiteral("転載可")}));
    const auto published = desk().publish(of(file));
    QVERIFY(published && published->isRecorded);
    ledger::Query query;
    query.kinds = {QStringLiteral("label")};
    query.contentHash = desk().list()->back().contentHash;
    const auto labels = m_office->ledger().list(query);
    QCOMPARE(labels->size(), std::size_t(2));
    QCOMPARE(published->files.front().acquired->seq, std::min(labels->front().seq, labels->back().seq));
}

void TestPublication::theRulesForbid()
{
    const base::Path file = m_office->make("名簿.csv", "氏名\n");
    QVERIFY(m_office->label(file, threefold("2")));
    const auto refused = desk().publish(of(file));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Forbidden);
    QVERIFY2(refused.error().message.contains(QStringLiteral("第2章2(2)⑨")), qPrintable(refused.error().message));
}

// No shipped rule asks for it of a publication; who says it has it recorded.
void TestPublication::howItWasSanitisedIsRecorded()
{
    tests::OneOffice office("mic-model", "staff");
    sending::PublicationDesk desk(office.parts());
    const base::Path file = office.make("案内.txt", "案内\n");
    QVERIFY(office.label(file, threefold("1")));
    sending::Publication publication = of(file);
    publication.sanitised = QStringLiteral("テキ\nスト化");
    QVERIFY(desk.look(publication)); // that can be said later
    QCOMPARE(desk.publish(publication).error().code, base::ErrorCode::InvalidInput);
    publication.sanitised = QStringLiteral("テキスト化");
    const auto published = desk.publish(publication);
    QVERIFY2(published && published->isRecorded, published ? "" : qPrintable(published.error().message));
    const auto entry = office.ledger().newestOf({QStringLiteral("published")}).value();
    QCOMPARE(entry->draft.details.value(QStringLiteral("sanitised")).toString(), QStringLiteral("テキスト化"));
}

QTEST_GUILESS_MAIN(TestPublication)
#include "tst_publication.moc"
