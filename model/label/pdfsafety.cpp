#include "label/pdfsafety.h"

#include "label/pdferror.h"

#include <set>

namespace shirushi::label {

namespace {

/// A signature covers a range of bytes that is named in the clear, wherever its dictionary is reached from.
base::Result<bool> namesByteRange(const PdfFile &file)
{
    static const QByteArray name("/ByteRange");
    constexpr std::uint64_t block = 1 << 20;
    for (std::uint64_t at = 0; at < file.input().size(); at += block) {
        if (const auto time = file.checkTime(); !time)
            return std::unexpected(time.error());
        const auto bytes = file.input().bytes(at, block + static_cast<std::uint64_t>(name.size()));
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->contains(name))
            return true;
    }
    return false;
}

struct Field {
    QByteArray raw;
    bool signs; // inherited: its kind is a signature
};

base::Result<bool> hasSignedField(PdfFile &file, const PdfDictionary &catalog)
{
    const auto form = file.dictionary(catalog.value("AcroForm"));
    if (!form)
        return std::unexpected(form.error());
    if (!*form)
        return false;
    std::vector<Field> ahead{{(*form)->value("Fields"), false}};
    std::set<PdfReference> seen;
    while (!ahead.empty()) {
        const Field field = ahead.back();
        ahead.pop_back();
        if (const auto reference = pdfReference(field.raw); reference && !seen.insert(*reference).second)
            continue;
        const auto value = file.resolved(field.raw);
        if (!value)
            return std::unexpected(value.error());
        bool signs = field.signs;
        QByteArray kids = *value; // the list of fields itself
        if (const auto dictionary = PdfDictionary::parse(*value)) {
            if (dictionary->contains("FT"))
                signs = pdfName(dictionary->value("FT")) == "Sig";
            if (signs && dictionary->contains("V"))
                return true;
            kids = dictionary->value("Kids");
            if (pdfReference(kids)) {
                ahead.push_back({kids, signs});
                continue;
            }
        }
        for (const QByteArray &kid : pdfArray(kids).value_or(std::vector<QByteArray>()))
            ahead.push_back({kid, signs});
    }
    return false;
}

base::Result<bool> isSigned(PdfFile &file)
{
    const auto catalog = file.catalog();
    if (!catalog)
        return std::unexpected(catalog.error());
    const auto permissions = file.dictionary(catalog->value("Perms"));
    if (!permissions)
        return std::unexpected(permissions.error());
    if (*permissions && !(*permissions)->entries().empty())
        return true;
    const auto field = hasSignedField(file, *catalog);
    if (!field || *field)
        return field;
    return namesByteRange(file);
}

} // namespace

base::Result<void> checkMayBeRevised(PdfFile &file)
{
    if (const auto loaded = file.loadAll(); !loaded)
        return loaded;
    if (file.isEncrypted())
        return std::unexpected(pdfEncrypted(file.subject()));
    const auto isIt = isSigned(file);
    if (!isIt)
        return std::unexpected(isIt.error());
    if (*isIt)
        return std::unexpected(pdfSigned(file.subject()));
    return file.checkEntries();
}

} // namespace shirushi::label
