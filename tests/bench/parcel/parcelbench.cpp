// Packs or opens a parcel without anything around it, for parcel.py.
//
// usage: parcelbench pack FORMAT LEVEL plain|hidden TARGET FOLDER    every file of FOLDER; prints the seconds of
//                                                                    making, without the self-check
//        parcelbench unpack PARCEL INTO
#include "sending/parcel.h"

#include <QCoreApplication>
#include <QTextStream>

#include <chrono>
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

// When the making ended and the self-check, the second half of the work, began.
class Watch final : public base::Progress
{
public:
    void report(std::uint64_t done, std::uint64_t total, const QString &) override
    {
        if (!m_made && done * 2 <= total)
            m_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
        else
            m_made = true;
    }
    bool cancelled() const override { return false; }
    double seconds() const { return m_seconds; }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_seconds = 0;
    bool m_made = false;
};

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
    Watch progress;
    if (words.value(1) == u"pack" && words.size() == 7) {
        const auto format = sending::parcelFormatFor(words[2]);
        if (!format)
            return 2;
        const sending::ParcelOptions options{.hidesNames = words[4] == u"hidden", .compression = words[3].toInt(), .replacesExisting = true};
        const auto done = sending::pack(filesIn(base::toPath(words[6])), *format, secretOfAll(), options, base::toPath(words[5]), progress);
        QTextStream(stdout) << progress.seconds() << '\n';
        return said(done ? std::nullopt : std::optional(done.error()));
    }
    if (words.value(1) == u"unpack" && words.size() == 4) {
        const auto done = sending::unpack(base::toPath(words[2]), secretOfAll(), base::toPath(words[3]), {}, progress);
        return said(done ? std::nullopt : std::optional(done.error()));
    }
    return 2;
}
