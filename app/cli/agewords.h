// The words after `age encrypt` and `age decrypt`: age's own short options, several of a kind. Paths keep their bytes.
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace shirushi::cli {

struct AgeWords {
    std::vector<std::string> recipients;     // -r, --recipient
    std::vector<std::string> recipientFiles; // -R, --recipients-file
    std::vector<std::string> identityFiles;  // -i, --identity
    std::optional<std::string> passphraseFile;
    bool armor = false; // -a, --armor
    std::string in;
    std::string out;

    /// Nothing, and `problem`, unless the words are as they should be.
    static std::optional<AgeWords> parse(const std::vector<std::string> &words, QString &problem);
};

} // namespace shirushi::cli
