// How a Word document is divided into sections and which headers they show (ECMA-376 part 1, 17.6 and 17.10).
// Plain values; the views point into the document's text.
#pragma once

#include "label/ooxmlpackage.h"

#include <array>

namespace shirushi::label::ooxml {

enum class HeaderType { Default, First, Even };
inline constexpr std::array headerTypes{HeaderType::Default, HeaderType::First, HeaderType::Even};

struct HeaderReference {
    std::size_t element = noElement; // in the outline
    std::optional<HeaderType> type;
    QString relationship; // id
};

struct WordSection {
    std::size_t element = noElement; // its sectPr in the outline; none: the last section says nothing
    std::vector<HeaderReference> headers;
    bool titlePage = false; // its first page has a header of its own
};

struct WordDocument {
    Outline outline;
    std::size_t body = noElement;
    std::vector<WordSection> sections; // in order, the last one included
};

[[nodiscard]] base::Result<WordDocument> wordDocumentOf(const QByteArray &xml, const QString &subject);

/// True if even pages have headers of their own.
[[nodiscard]] base::Result<bool> hasEvenHeaders(const OoxmlPackage &package);

/// The namespace of r:id beside elements of the namespace `uri`.
QByteArray relationshipsNamespaceFor(std::string_view uri);

/// A prefix for elements and attributes of `uri` where `root` is in scope, and what has to be declared for
/// it.
struct Prefix {
    QByteArray name;
    QByteArray declaration; // " xmlns:w=…", or nothing
};
Prefix prefixFor(const Element &root, std::string_view uri, const QByteArray &preferred);

QByteArray nameOf(HeaderType type);

} // namespace shirushi::label::ooxml
