// Flat OpenDocument texts from which LibreOffice makes the packages in the tests: several page styles with
// headers for the first and for even pages, a protected sheet with a chart, slides with notes, a drawing.
#pragma once

#include <QByteArray>

namespace shirushi::tests {

inline constexpr char flatText[] = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><meta:keyword>予算</meta:keyword><meta:user-defined meta:name="取扱制限">課内限り</meta:user-defined></office:meta>
<office:automatic-styles>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout>
<style:page-layout style:name="pm2"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" fo:margin="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.5cm"/></style:header-style></style:page-layout>
<style:style style:name="P1" style:family="paragraph" style:master-page-name="Wide"/>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="pm1"/>
<style:master-page style:name="Wide" style:page-layout-name="pm2"><style:header><text:p>横向きの頁</text:p></style:header><style:header-left><text:p>左の頁</text:p></style:header-left><style:header-first><text:p>最初の頁</text:p></style:header-first><style:footer><text:p>様式</text:p></style:footer></style:master-page>
</office:master-styles>
<office:body><office:text>
<text:p>報告書　山田太郎</text:p><text:section text:name="S1"><text:p>第一の節</text:p></text:section>
<text:p text:style-name="P1">横の頁の一</text:p><text:p>二段落</text:p>
</office:text></office:body></office:document>
)xml";

inline constexpr char flatSheets[] = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/></style:page-layout><style:style style:name="ta1" style:family="table" style:master-page-name="Off"/></office:automatic-styles>
<office:master-styles><style:master-page style:name="Off" style:page-layout-name="pm1"><style:header style:display="false"><text:p><text:sheet-name>?</text:sheet-name></text:p></style:header></style:master-page></office:master-styles>
<office:body><office:spreadsheet>
<table:table table:name="収支" table:protected="true"><table:table-row><table:table-cell office:value-type="string"><text:p>区分</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>金額</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>歳入</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1200"><text:p>1200</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><draw:frame svg:width="8cm" svg:height="5cm"><draw:object><office:document office:mimetype="application/vnd.oasis.opendocument.chart" office:version="1.3"><office:body><office:chart><chart:chart chart:class="chart:bar" svg:width="8cm" svg:height="5cm"><chart:plot-area table:cell-range-address="収支.A1:収支.B2"><chart:axis chart:dimension="x" chart:name="primary-x"/><chart:axis chart:dimension="y" chart:name="primary-y"/><chart:series chart:values-cell-range-address="収支.B2:収支.B2"/></chart:plot-area></chart:chart></office:chart></office:body></office:document></draw:object></draw:frame></table:table-cell></table:table-row></table:table>
<table:table table:name="明細" table:style-name="ta1"><table:table-row><table:table-cell office:value-type="string"><text:p>明細の頁</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document>
)xml";

inline constexpr char flatSlides[] = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="25.4cm" fo:page-height="19.05cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm1"/></office:master-styles>
<office:body><office:presentation>
<draw:page draw:name="一枚目" draw:master-page-name="Default"><draw:frame svg:width="10cm" svg:height="2cm" svg:x="2cm" svg:y="4cm"><draw:text-box><text:p>説明会資料</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame svg:width="10cm" svg:height="2cm" svg:x="2cm" svg:y="4cm"><draw:text-box><text:p>話すこと</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>
<draw:page draw:name="二枚目" draw:master-page-name="Default"/>
</office:presentation></office:body></office:document>
)xml";

} // namespace shirushi::tests
