// Packs or opens a parcel without anything around it, for parcel.py.
//
// usage: parcelbench pack FORMAT LEVEL plain|hidden TARGET FOLDER    every file of FOLDER
//        parcelbench unpack PARCEL INTO
#include "sending/parcel.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstring>

using namespace shirushi;

namespace {

sending::ParcelSecret secretOfAll()
{
    constexpr char password[] = "2H7K-9QWM-X4TB-7RVE-N";
    sending::ParcelSecret secret;
    secret.password = base::SecretBytes(std::span(reinterpret_cast<const std::uint8_t *>(password), std::strlen(password)));
    return secret;
}

std::vector<sending::ParcelFile> filesIn(const base::Path &folder)
{
    std::vector<sending::ParcelFile> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.push_back({entry.path(), base::toDisplay(entry.path().lexically_relative(folder))});
    }
    return files;
}

int said(const std::optional<base::Error> &error)
{
    if (error)
        QTextStream(stderr) << base::oneLine(*error) << '\n';
    return error ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    base::NoProgress progress;
    if (words.value(1) == u"pack" && words.size() == 7) {
        const auto format = sending::parcelFormatFor(words[2]);
        if (!format)
            return 2;
        const sending::ParcelOptions options{.hidesNames = words[4] == u"hidden", .compression = words[3].toInt(), .replacesExisting = true};
        const auto done = sending::pack(filesIn(base::toPath(words[6])), *format, secretOfAll(), options, base::toPath(words[5]), progress);
        return said(done ? std::nullopt : std::optional(done.error()));
    }
    if (words.value(1) == u"unpack" && words.size() == 4) {
        const auto done = sending::unpack(base::toPath(words[2]), secretOfAll(), base::toPath(words[3]), {}, progress);
        return said(done ? std::nullopt : std::optional(done.error()));
    }
    return 2;
}
