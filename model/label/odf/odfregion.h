// Regions: what we put into a part of an OpenDocument file for a visible mark stands between two comments, so
// that it can be taken out again to the very byte. Pure functions, any thread.
//
//   <!--shirushi-->…<!--/shirushi-->                 an insertion
//   <x …><!--shirushi opened-->…<!--/shirushi--></x>  the same in an element that was <x …/>
//   <!--shirushi was HEX-->…<!--/shirushi-->         in the place of a header that is not displayed
// (Hex, because two hyphens must not stand in a comment.)
//
// Only what has exactly the form of something we write is a region of ours: whatever else stands between such
// comments is the document's own, or content could be hidden from its hash.
#pragma once

#include "base/result.h"
#include "label/xml/xmltree.h"

namespace shirushi::label {

/// In a form, stands for the text of the mark (no markup), for a number with its unit, and for the namespaces
/// that are declared where the document does not bind the usual prefixes itself.
inline constexpr char formText = '\1';
inline constexpr char formNumber = '\2';
inline constexpr char formNamespaces = '\3';

inline constexpr auto odfMarkStyle = "ShirushiMark"; // of the paragraph; LibreOffice keeps this name

/// What we write.
namespace odfform {
extern const QByteArrayView textStyle;      // the style of a header's paragraph, in office:styles
extern const QByteArrayView stylesElement;  // the same where there is no office:styles
extern const QByteArrayView paragraph;      // text documents
extern const QByteArrayView plainParagraph; // spreadsheets
extern const QByteArrayView header;         // text documents
extern const QByteArrayView plainHeader;    // spreadsheets
extern const QByteArrayView headerSpace;    // how high a header is
extern const QByteArrayView headerStyle;    // the same where there is no style:header-style
extern const QByteArrayView page;           // a page style, for text documents that have none
extern const QByteArrayView plainPage;      // the same for spreadsheets
extern const QByteArrayView masterStyles;   // the same two where there is no office:master-styles
extern const QByteArrayView plainMasterStyles;
extern const QByteArrayView pageLayout;      // how high its header is
extern const QByteArrayView pageLayoutStyles; // the same where there is no office:automatic-styles
extern const QByteArrayView slideStyles;    // in the office:automatic-styles of content.xml
extern const QByteArrayView automaticStyles; // the same where there is none
extern const QByteArrayView frame;          // numbers: width, x
} // namespace odfform

/// What goes into the places of a form.
struct FormValues {
    QString text; // escaped when it is put in
    std::vector<QByteArray> numbers = {};
    bool declareNamespaces = false;
};
QByteArray filled(QByteArrayView form, const FormValues &values);

/// The elements of a part down to `deepest` (1: the root alone), of which there may be 2,000,000. Damaged: not
/// well-formed. Unsupported: another encoding, a document type declaration. TooLarge: more, or nested deeper than
/// 4,096.
[[nodiscard]] base::Result<XmlTree> odfTree(const QByteArray &part, std::size_t deepest, const QString &subject);

/// True if the root binds the prefixes that our forms use in this part.
bool bindsUsualPrefixes(const XmlTree &xml, std::initializer_list<QByteArrayView> prefixes);

/// Between the comments.
QByteArray region(const QByteArray &content);
/// `element`, which is <x …/>, opened with `content` in a region.
QByteArray openedRegion(const XmlTree &xml, const XmlElement &element, const QByteArray &content);
/// In the place of `original`; nothing if that is too long to be kept.
std::optional<QByteArray> replacingRegion(const QByteArray &original, const QByteArray &content);

struct WithoutRegions {
    QByteArray text;
    bool found = false;
};
WithoutRegions withoutRegions(const QByteArray &text);

} // namespace shirushi::label
