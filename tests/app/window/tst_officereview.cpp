// The records over the real rooms: found an office, write, look at every entry, review, see a ledger that was
// changed from outside.
#include "review/reviewentry.h"
#include "window/officedesk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

namespace {

base::SecretBytes password(const char *text)
{
    return base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(text), qstrlen(text)));
}

labelling::LabelOrder orderFor(const QString &path, const char *level)
{
    QFile text(path);
    if (!text.open(QIODevice::WriteOnly) || text.write(path.toUtf8()) < 0)
        qFatal("no file");
    labelling::LabelOrder order;
    order.path = base::toPath(path);
    order.classes = {{QStringLiteral("confidentiality"), QString::fromLatin1(level)},
                     {QStringLiteral("integrity"), QStringLiteral("1")},
                     {QStringLiteral("availability"), QStringLiteral("1")}};
    return order;
}

} // namespace

class TestOfficeReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsCountsAndReviewsWhatWasDone();
    void oneAssetIsFoundByContentAndPlace();
    void aMissingCheckpointMakesItReadOnly();
    void writesWhatIsShownToAFile();

private:
    base::Path data() const { return base::toPath(m_folder->filePath(QStringLiteral("data"))); }
    std::vector<labelling::LabelOutcome> label(const std::vector<labelling::LabelOrder> &orders)
    {
        base::NoProgress quiet;
        return m_desk->label(orders, quiet, {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<window::OfficeDesk> m_desk;
};

void TestOfficeReview::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<window::OfficeDesk>(people::Office(data()));
    const auto begun = m_desk->setUp({QStringLiteral("buzen-council"), QStringLiteral("yamada"), QStringLiteral("山田 太郎"),
                                      QStringLiteral("security-officer"), password("correct horse")});
    QVERIFY2(begun, begun ? "" : qPrintable(begun.error().message));
}

void TestOfficeReview::cleanup()
{
    m_desk.reset();
    m_folder.reset();
}

void TestOfficeReview::showsCountsAndReviewsWhatWasDone()
{
    review::ReviewDesk &desk = m_desk->reviewDesk();
    label({orderFor(m_folder->filePath(QStringLiteral("廃棄の記録.txt")), "2"),
           orderFor(m_folder->filePath(QStringLiteral("memo.txt")), "3B")});
    const review::Standing standing = desk.standing();
    QCOMPARE(standing.entries, 3);
    QVERIFY(standing.isWritable && standing.since.isValid() && !standing.hasSharedFolder);
    QCOMPARE(standing.administrators, QStringList{QStringLiteral("山田 太郎")});

    review::Filter filter;
    filter.text = QStringLiteral("廃");
    const auto found = desk.entries(filter, 0, 10);
    QVERIFY(found);
    QCOMPARE(found->entries.size(), std::size_t(1));
    filter.text.clear();
    filter.classes = {{QStringLiteral("confidentiality"), QStringLiteral("3B")}};
    QCOMPARE(desk.entries(filter, 0, 10)->entries.front().seq, 3);
    filter.classes.clear();
    const auto first = desk.entries(filter, 0, 2);
    QCOMPARE(first->entries.front().seq, 3);
    QVERIFY(first->more);
    const auto second = desk.entries(filter, first->entries.back().seq, 2);
    QCOMPARE(second->entries.size(), std::size_t(1));
    QVERIFY(!second->more);

    const auto tooEarly = desk.signOff(filter, {});
    QVERIFY(!tooEarly);
    QCOMPARE(tooEarly.error().code, base::ErrorCode::Forbidden);
    base::NoProgress quiet;
    const auto proof = desk.verify(quiet);
    QVERIFY2(proof, proof ? "" : qPrintable(proof.error().message));
    QVERIFY(proof->findings.empty());
    QCOMPARE(proof->entries, 3);
    filter.kinds = {QStringLiteral("label")};
    const auto reviewed = desk.signOff(filter, QStringLiteral("よし"));
    QVERIFY2(reviewed, reviewed ? "" : qPrintable(reviewed.error().message));
    QCOMPARE(reviewed->draft.kind, review::reviewedKind);
    QCOMPARE(reviewed->draft.details.value(QStringLiteral("entries")).toInt(), 2);
    QCOMPARE(reviewed->draft.details.value(QStringLiteral("kinds")).toObject().value(QStringLiteral("label")).toInt(), 2);
    QVERIFY(reviewed->draft.details.value(QStringLiteral("checkpoint")).toString().contains(QStringLiteral("shirushi.local/ledger/")));
    QCOMPARE(desk.verify(quiet)->findings.size(), std::size_t(0));
    QCOMPARE(desk.standing().entries, 4);
}

void TestOfficeReview::oneAssetIsFoundByContentAndPlace()
{
    review::ReviewDesk &desk = m_desk->reviewDesk();
    const QString path = m_folder->filePath(QStringLiteral("memo.txt"));
    label({orderFor(path, "2")});
    QFile(path).open(QIODevice::WriteOnly); // other content in the same place
    const auto outcomes = label({orderFor(path + QStringLiteral("x"), "2")});
    QVERIFY(!outcomes.front().error);
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::copy(path + QStringLiteral("x"), path));
    label({orderFor(path, "3B")});
    review::Filter asset;
    asset.file = path;
    const auto byPlace = desk.entries(asset, 0, 10);
    QCOMPARE(byPlace->entries.size(), std::size_t(2));
    asset.contentHash = byPlace->entries.back().draft.contentHash;
    const auto both = desk.entries(asset, 0, 10);
    QCOMPARE(both->entries.size(), std::size_t(2));
    const auto counts = desk.counts(asset);
    QCOMPARE(counts->size(), std::size_t(2));
}

void TestOfficeReview::aMissingCheckpointMakesItReadOnly()
{
    label({orderFor(m_folder->filePath(QStringLiteral("memo.txt")), "2")});
    m_desk->lock();
    QVERIFY(!m_desk->reviewDesk().entries({}, 0, 10));
    QVERIFY(std::filesystem::remove(data() / "checkpoint"));
    QVERIFY(m_desk->signIn(QStringLiteral("yamada"), password("correct horse")));
    const review::Standing standing = m_desk->reviewDesk().standing();
    QVERIFY(!standing.isWritable);
    QCOMPARE(standing.findings.front().kind, ledger::FindingKind::CheckpointMissing);
    const auto refused = label({orderFor(m_folder->filePath(QStringLiteral("other.txt")), "2")});
    QVERIFY(refused.front().error);
    QCOMPARE(refused.front().error->code, base::ErrorCode::Damaged);
    QVERIFY(!m_desk->read(base::toPath(m_folder->filePath(QStringLiteral("other.txt")))).label);
    base::NoProgress quiet;
    const auto proof = m_desk->reviewDesk().verify(quiet);
    QVERIFY(proof && !proof->findings.empty());
    QCOMPARE(m_desk->reviewDesk().signOff({}, {}).error().code, base::ErrorCode::Damaged);
    QCOMPARE(m_desk->reviewDesk().entries({}, 0, 10)->entries.size(), std::size_t(2));
}

void TestOfficeReview::writesWhatIsShownToAFile()
{
    review::ReviewDesk &desk = m_desk->reviewDesk();
    label({orderFor(m_folder->filePath(QStringLiteral("memo.txt")), "2"),
           orderFor(m_folder->filePath(QStringLiteral("other.txt")), "2")});
    review::Filter filter;
    filter.text = QStringLiteral("memo");
    const base::Path target = base::toPath(m_folder->filePath(QStringLiteral("list.csv")));
    const auto written = desk.exportTo(filter, QStringLiteral("令和8年度"), review::ExportFormat::Csv, target);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    QCOMPARE(*written, 1);
    QFile file(base::toDisplay(target));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("\xef\xbb\xbf"));
    QVERIFY(text.contains("memo.txt") && !text.contains("other.txt"));
    filter.user = QStringLiteral("nobody");
    QCOMPARE(desk.exportTo(filter, {}, review::ExportFormat::Csv, target).error().code, base::ErrorCode::NotFound);
}

QTEST_MAIN(TestOfficeReview)
#include "tst_officereview.moc"
