// meta.xml of an OpenDocument package: the label as user-defined properties and a keyword, spliced into the
// text and taken out of it again. Pure functions, any thread. `text` is UTF-8; errors are odfTree()'s.
#pragma once

#include "label/properties.h"

namespace shirushi::label {

struct OdfMeta {
    Properties properties; // all of the document, ours and others'
    bool hasLabel = false;
    QString classText;               // of our label
    std::optional<QString> markText; // of our mark
};

[[nodiscard]] base::Result<OdfMeta> readOdfMeta(const QByteArray &text, const QString &subject);

/// `text` without our properties and keyword, and with what others had under these names.
[[nodiscard]] base::Result<QByteArray> withoutOurMeta(const QByteArray &text, const QString &subject);

/// `text`, which has nothing of ours, with `properties` and `keyword`. Properties of others with these names are
/// put aside under Shirushi.Before:NAME.
[[nodiscard]] base::Result<QByteArray> withOurMeta(const QByteArray &text, const Properties &properties,
                                                   const QString &keyword, const QString &subject);

/// A package may have no meta.xml: this is the one it gets, and its line in the manifest.
QByteArray emptyOdfMeta();

/// `manifest` with a line for meta.xml, or without the one we wrote.
[[nodiscard]] base::Result<QByteArray> withMetaInManifest(const QByteArray &manifest, const QString &subject);
QByteArray withoutMetaInManifest(const QByteArray &manifest);

} // namespace shirushi::label
