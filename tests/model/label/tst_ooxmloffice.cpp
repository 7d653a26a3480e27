// Documents that LibreOffice wrote: labelled and marked, they still say what they said; saved anew by
// LibreOffice, their label and marks are still known; and taken out, nothing of ours is left.
#include "ooxmlfixtures.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <array>

using namespace shirushi;
using namespace shirushi::tests;

namespace {

constexpr auto flatHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.)";

// Two sections: one with a first page, odd and even headers of its own, one without any header.
constexpr auto textBody = R"(text"><office:automatic-styles>
<style:page-layout style:name="L1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.3cm"/></style:header-style></style:page-layout>
<style:page-layout style:name="L2"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" fo:margin="2cm"/></style:page-layout>
<style:style style:name="P1" style:family="paragraph" style:master-page-name="Standard"/>
<style:style style:name="P2" style:family="paragraph" style:master-page-name="Wide"/>
<style:style style:name="PB" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
</office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="L1"><style:header><text:p>奇数頁の見出し</text:p></style:header>
<style:header-left><text:p>偶数頁の見出し</text:p></style:header-left><style:header-first><text:p>表紙の見出し</text:p></style:header-first></style:master-page>
<style:master-page style:name="Wide" style:page-layout-name="L2"/></office:master-styles>
<office:body><office:text><text:p text:style-name="P1">令和八年度 報告書</text:p><text:p text:style-name="PB">二頁目 髙﨑・渡邊</text:p>
<text:p text:style-name="PB">三頁目 𠮷野</text:p><text:p text:style-name="P2">横長の節</text:p>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>氏名</text:p></table:table-cell>
<table:table-cell><text:p>金額</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document>)";

constexpr auto sheetBody = R"(spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="保護" table:protected="true"><table:table-row><table:table-cell office:value-type="string"><text:p>保護された表</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="集計"><table:shapes><draw:frame svg:x="1cm" svg:y="4cm" svg:width="8cm" svg:height="6cm"><draw:object>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.chart"><office:body><office:chart>
<chart:chart chart:class="chart:bar"><chart:title><text:p>人口の推移</text:p></chart:title><chart:plot-area table:cell-range-address="集計.A1:集計.B2">
<chart:axis chart:dimension="x"/><chart:axis chart:dimension="y"/><chart:series chart:values-cell-range-address="集計.B1:集計.B2"/></chart:plot-area>
</chart:chart></office:chart></office:body></office:document></draw:object></draw:frame></table:shapes>
<table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>乙</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="34"><text:p>34</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document>)";

constexpr auto slidesBody =
    R"(presentation"><office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="L"/></office:master-styles><office:body><office:presentation>
<draw:page draw:name="一" draw:master-page-name="M"><draw:frame svg:x="3cm" svg:y="5cm" svg:width="15cm" svg:height="3cm"><draw:text-box><text:p>説明会の資料</text:p></draw:text-box></draw:frame></draw:page>
<draw:page draw:name="二" draw:master-page-name="M"><draw:frame svg:x="3cm" svg:y="5cm" svg:width="15cm" svg:height="3cm"><draw:text-box><text:p>今後の予定</text:p></draw:text-box></draw:frame></draw:page>
</office:presentation></office:body></office:document>)";

const QString markText = sampleStamp().markText;

QString markOf(const label::Stamp &stamp)
{
    return QString(stamp.markText).remove(u' ');
}

} // namespace

class TestOoxmlOffice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void saysWhatItSaid_data();
    void saysWhatItSaid();
    void isKnownAfterSaving_data();
    void isKnownAfterSaving();

private:
    void addKinds();
    QString file(const QString &stage, const QString &kind) const
    {
        return m_folder.filePath(stage + QStringLiteral("/a.") + kind);
    }
    QString folder(const QString &stage) const { return m_folder.filePath(stage); }
    QString profile() const { return m_folder.filePath(QStringLiteral("profile")); }

    QTemporaryDir m_folder;
    std::unique_ptr<label::Codec> m_codec = label::makeOoxmlCodec();
    Bench m_bench{*m_codec};
};

void TestOoxmlOffice::addKinds()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("pages");
    QTest::newRow("docx") << QStringLiteral("docx") << 4;
    QTest::newRow("xlsx") << QStringLiteral("xlsx") << 2;
    QTest::newRow("pptx") << QStringLiteral("pptx") << 2;
}

// LibreOffice takes seconds to start: everything that it has to do for all kinds, it does here.
void TestOoxmlOffice::initTestCase()
{
    if (!hasProgram(QStringLiteral("soffice")) || !hasProgram(QStringLiteral("pdftotext")))
        QSKIP("LibreOffice or pdftotext is not here.");
    const std::vector<std::array<QString, 3>> sources{
        {QStringLiteral("fodt"), QStringLiteral("docx"), QString::fromUtf8(textBody)},
        {QStringLiteral("fods"), QStringLiteral("xlsx"), QString::fromUtf8(sheetBody)},
        {QStringLiteral("fodp"), QStringLiteral("pptx"), QString::fromUtf8(slidesBody)}};
    for (const char *stage : {"original", "stamped", "saved", "bare", "pdf"})
        QVERIFY(QDir(m_folder.path()).mkpath(QLatin1StringView(stage)));
    const QString original = QStringLiteral("original");
    const QString stamped = QStringLiteral("stamped");
    for (const auto &[flat, kind, body] : sources) {
        save(file(original, flat), QByteArray(flatHead) + body.toUtf8());
        QVERIFY(convert(profile(), {file(original, flat)}, kind, folder(original)));
        label::Stamp stamp = sampleStamp();
        stamp.mark = true;
        const auto written = m_bench.stamp(file(original, kind), stamp, file(stamped, kind));
        QVERIFY2(written && written->marked, qPrintable(kind));
        QVERIFY(convert(profile(), {file(stamped, kind)}, kind, folder(QStringLiteral("saved"))));
        const QString pdf = folder(QStringLiteral("pdf")) + u'/' + kind;
        QVERIFY(QDir().mkpath(pdf + QStringLiteral("/original")) &&
                QDir().mkpath(pdf + QStringLiteral("/stamped")));
        QVERIFY(convert(profile(), {file(original, kind)}, QStringLiteral("pdf"),
                        pdf + QStringLiteral("/original")));
        QVERIFY(convert(profile(), {file(stamped, kind)}, QStringLiteral("pdf"),
                        pdf + QStringLiteral("/stamped")));
    }
}

void TestOoxmlOffice::saysWhatItSaid_data()
{
    addKinds();
}

void TestOoxmlOffice::saysWhatItSaid()
{
    QFETCH(QString, kind);
    const QString pdf = folder(QStringLiteral("pdf")) + u'/' + kind;
    const QString before = textOfPdf(pdf + QStringLiteral("/original/a.pdf"));
    QString after = textOfPdf(pdf + QStringLiteral("/stamped/a.pdf"));
    QVERIFY2(before.size() > 10, qPrintable(before));
    QVERIFY(!before.contains(markOf(sampleStamp())));
    QTEST(static_cast<int>(after.count(markOf(sampleStamp()))), "pages");
    QCOMPARE(after.remove(markOf(sampleStamp())), before);

    const Parts whole = partsOf(file(QStringLiteral("original"), kind));
    for (const QString &part : differences(whole, partsOf(file(QStringLiteral("stamped"), kind)))) {
        static const QRegularExpression touched(
            QStringLiteral("^(docProps/(custom|core)|_rels/|\\[Content|word/(document|_rels/"
                           "document|header|shirushi)|xl/worksheets/sheet|ppt/slides/slide)"));
        QVERIFY2(touched.match(part).hasMatch(), qPrintable(part));
    }
    const QByteArray hash = m_bench.hash(file(QStringLiteral("original"), kind));
    QCOMPARE(hash.size(), 64);
    QCOMPARE(m_bench.hash(file(QStringLiteral("stamped"), kind)), hash);
    QVERIFY(m_bench.remove(file(QStringLiteral("stamped"), kind), file(QStringLiteral("bare"), kind)));
    QCOMPARE(differences(whole, partsOf(file(QStringLiteral("bare"), kind))), QStringList());
}

void TestOoxmlOffice::isKnownAfterSaving_data()
{
    addKinds();
}

void TestOoxmlOffice::isKnownAfterSaving()
{
    QFETCH(QString, kind);
    QFETCH(int, pages);
    const QString saved = file(QStringLiteral("saved"), kind);
    const auto reading = m_bench.read(saved);
    QVERIFY(reading && reading->label && reading->marked);
    QCOMPARE(*reading->label, sampleStamp().label);
    const QByteArray bare = m_bench.hash(saved);

    label::Stamp other = sampleStamp();
    // No Ⅰ: where that comes from another font than the rest, pdftotext reads it first.
    other.classText = other.markText = QStringLiteral("重要性分類乙");
    const QString again = m_folder.filePath(QStringLiteral("again.") + kind);
    const auto written = m_bench.stamp(saved, other, again);
    QVERIFY(written && written->marked);
    QCOMPARE(m_bench.hash(again), bare);
    QVERIFY(convert(profile(), {again}, QStringLiteral("pdf"), m_folder.path()));
    const QString text = textOfPdf(m_folder.filePath(QStringLiteral("again.pdf")));
    QCOMPARE(static_cast<int>(text.count(markOf(other))), pages);
    QVERIFY(!text.contains(markOf(sampleStamp())));

    const QString removed = m_folder.filePath(QStringLiteral("removed.") + kind);
    QVERIFY(m_bench.remove(again, removed));
    QCOMPARE(m_bench.hash(removed), bare);
    for (const auto &[name, content] : partsOf(removed)) {
        for (const QByteArray &trace : {QByteArray("hirushi"), markText.toUtf8(), other.markText.toUtf8()})
            QVERIFY2(!name.contains(trace) && !content.contains(trace), name.constData());
    }
    QVERIFY(convert(profile(), {removed}, QStringLiteral("pdf"), m_folder.path()));
    QCOMPARE(textOfPdf(m_folder.filePath(QStringLiteral("removed.pdf"))),
             textOfPdf(folder(QStringLiteral("pdf")) + u'/' + kind + QStringLiteral("/original/a.pdf")));
}

QTEST_GUILESS_MAIN(TestOoxmlOffice)
#include "tst_ooxmloffice.moc"
