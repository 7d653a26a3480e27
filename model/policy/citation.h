// Texts and citations: what every part of a pack is made of. Values; any thread.
#pragma once

#include <QString>

namespace shirushi::policy {

/// A text in the languages the pack has it in; Japanese is never missing.
struct Text {
    QString ja;
    QString en;
    bool isEmpty() const { return ja.isEmpty(); }
    /// In `language` ("ja", "en"), or in Japanese.
    const QString &in(const QString &language) const { return language == u"en" && !en.isEmpty() ? en : ja; }
    bool operator==(const Text &) const = default;
};

/// Where a rule stands. `draft` (案): not from the document but our reading or proposal.
struct Citation {
    QString article; // 第2章2(1), 第9条第2項
    QString quote;   // verbatim; empty only where draft
    bool draft = false;
    bool operator==(const Citation &) const = default;
};

} // namespace shirushi::policy
