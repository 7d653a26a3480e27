#include "label/pdfpages.h"

#include "label/pdferror.h"

#include <set>

namespace shirushi::label {

namespace {

struct Node {
    QByteArray raw;
    PdfPage inherited;
    int depth;
};

void inherit(PdfPage &page, const PdfDictionary &node)
{
    const auto take = [&node](QByteArray &into, const char *key) {
        if (const QByteArray raw = node.value(key); !raw.isEmpty() && raw != "null")
            into = raw;
    };
    take(page.resources, "Resources");
    take(page.mediaBox, "MediaBox");
    take(page.cropBox, "CropBox");
    take(page.rotate, "Rotate");
}

} // namespace

base::Result<void> forEachPage(PdfFile &file,
                               const std::function<base::Result<void>(const PdfPage &)> &visit)
{
    constexpr int deepestTree = 200;
    const auto catalog = file.catalog();
    if (!catalog)
        return std::unexpected(catalog.error());
    std::vector<Node> ahead{{catalog->value("Pages"), {}, 0}};
    std::set<PdfReference> seen;
    while (!ahead.empty()) {
        Node node = std::move(ahead.back());
        ahead.pop_back();
        const auto reference = pdfReference(node.raw);
        if (!reference || node.depth > deepestTree)
            return std::unexpected(pdfUnsupported(file.subject()));
        if (!seen.insert(*reference).second)
            continue;
        const auto dictionary = file.dictionary(node.raw);
        if (!dictionary)
            return std::unexpected(dictionary.error());
        if (!*dictionary)
            return std::unexpected(pdfDamaged(file.subject()));
        inherit(node.inherited, **dictionary);
        if (!(*dictionary)->contains("Kids")) {
            node.inherited.reference = *reference;
            node.inherited.dictionary = **dictionary;
            if (const auto visited = visit(node.inherited); !visited)
                return visited;
            continue;
        }
        const auto raw = file.resolved((*dictionary)->value("Kids"));
        const auto kids = raw ? pdfArray(*raw) : std::nullopt;
        if (!kids)
            return std::unexpected(raw ? pdfDamaged(file.subject()) : raw.error());
        for (auto kid = kids->rbegin(); kid != kids->rend(); ++kid)
            ahead.push_back({*kid, node.inherited, node.depth + 1});
    }
    return {};
}

} // namespace shirushi::label
