#include "sending/parcel.h"

#include "platform/replacement.h"
#include "platform/stagingfolder.h"
#include "sending/parcelnames.h"
#include "sending/parcelparts.h"
#include "sending/parcelpassword.h"
#include "sending/parcelsource.h"
#include "sending/zip/zipdirectory.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shirushi::sending {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::uint64_t steps = 1000; // of progress, for each half of the work
constexpr std::uint64_t headSize = 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

struct Form {
    ParcelFormat format;
    const char *word;
    const char *ending;
    ParcelNeed need;
    std::uint64_t cap; // 0: none
    const ParcelMaker &(*maker)();
};

const auto &forms()
{
    static const std::array<Form, 5> all{{{ParcelFormat::Zip, "zip", ".zip", ParcelNeed::Password, 0, zipMaker},
                                           {ParcelFormat::Pdf, "pdf", ".pdf", ParcelNeed::Password, 100'000'000, pdfMaker},
                                           {ParcelFormat::Age, "age", ".age", ParcelNeed::Either, 0, ageMaker},
                                           {ParcelFormat::Cms, "cms", ".p7m", ParcelNeed::Keys, 100'000'000, cmsMaker},
                                           {ParcelFormat::Html, "html", ".html", ParcelNeed::Password, 100'000'000, htmlMaker}}};
    return all;
}

const Form *formOf(ParcelFormat format)
{
    for (const Form &form : forms()) {
        if (form.format == format)
            return &form;
    }
    return nullptr;
}

// One half of the work, as the whole of it is counted.
class Half final : public base::Progress
{
public:
    Half(base::Progress &whole, std::uint64_t before) : m_whole(whole), m_before(before) {}
    void report(std::uint64_t done, std::uint64_t total, const QString &what) override
    {
        const double share = total == 0 ? 0.0 : static_cast<double>(done) / static_cast<double>(total);
        m_whole.report(m_before + static_cast<std::uint64_t>(share * steps), 2 * steps, what);
    }
    bool cancelled() const override { return m_whole.cancelled(); }

private:
    base::Progress &m_whole;
    std::uint64_t m_before;
};

Result<void> differs()
{
    return base::failure(ErrorCode::Internal, {}, tr("The parcel was opened again as a check, and something else came out. It was thrown away."));
}

// What comes out must be what went in, in the same order: every byte where the files themselves went in, otherwise the
// digest of what was to come out. The digests of the former are taken here: of what came out.
class Comparison final : public ContentTaker
{
public:
    Comparison(std::vector<ParcelContent> &expected, const std::vector<ParcelFile> &files, bool byBytes)
        : m_expected(expected), m_files(files), m_byBytes(byBytes)
    {
    }
    Result<void> begin(const QString &name, std::uint64_t size) override
    {
        if (m_next >= m_expected.size() || m_expected[m_next].name != name || m_expected[m_next].size != size)
            return differs();
        m_at = 0;
        if (m_byBytes) {
            auto source = ParcelSource::open(m_files[m_next]);
            if (!source)
                return std::unexpected(source.error());
            m_source = std::move(*source);
        }
        return {};
    }
    Result<void> take(std::span<const char> bytes) override
    {
        m_at += bytes.size();
        if (!m_byBytes)
            return {};
        m_original.resize(bytes.size());
        const auto got = m_source->read(m_at - bytes.size(), m_original);
        if (!got)
            return std::unexpected(got.error());
        return *got == bytes.size() && std::equal(bytes.begin(), bytes.end(), m_original.begin()) ? Result<void>() : differs();
    }
    Result<void> end(const QByteArray &sha256) override
    {
        ParcelContent &expected = m_expected[m_next++];
        if (m_byBytes)
            expected.sha256 = sha256;
        return m_at == expected.size && expected.sha256 == sha256 ? Result<void>() : differs();
    }
    Result<void> finish() const { return m_next == m_expected.size() ? Result<void>() : differs(); }

private:
    std::vector<ParcelContent> &m_expected;
    const std::vector<ParcelFile> &m_files;
    bool m_byBytes;
    std::size_t m_next = 0;
    std::uint64_t m_at = 0;
    std::optional<ParcelSource> m_source;
    std::vector<char> m_original;
};

class Unpacking final : public ContentTaker
{
public:
    explicit Unpacking(platform::StagingFolder &folder) : m_folder(folder) {}
    Result<void> begin(const QString &name, std::uint64_t size) override
    {
        m_contents.push_back({name, size, {}});
        return m_folder.begin(base::toPath(name));
    }
    Result<void> take(std::span<const char> bytes) override { return m_folder.write(bytes); }
    Result<void> end(const QByteArray &sha256) override
    {
        m_contents.back().sha256 = sha256;
        return m_folder.end();
    }
    void note(const QString &sentence) override { m_notes += sentence; }
    void rewritten(bool isProven) override
    {
        m_isRewritten = true;
        m_isProven = isProven;
    }

    std::vector<ParcelContent> m_contents;
    QStringList m_notes;
    bool m_isRewritten = false;
    bool m_isProven = false;

private:
    platform::StagingFolder &m_folder;
};

Result<std::vector<ParcelFile>> withNames(const std::vector<ParcelFile> &files)
{
    if (files.empty())
        return base::failure(ErrorCode::InvalidInput, {}, tr("There is nothing to pack."));
    std::vector<ParcelFile> named;
    NameSet names;
    for (const ParcelFile &file : files) {
        const QString subject = base::toDisplay(file.path);
        const auto name = harmlessName(file.name.isEmpty() ? base::toDisplay(file.path.filename()) : file.name, subject);
        if (!name)
            return base::failure(ErrorCode::InvalidInput, subject,
                                 tr("The recipient's system may not take this file name. Please give the file another one."));
        if (!names.add(*name, subject))
            return base::failure(ErrorCode::InvalidInput, subject, tr("There are two files of this name in the parcel."));
        named.push_back({file.path, *name, file.bytes});
    }
    return named;
}

Result<void> checkSecret(const Form &form, const ParcelSecret &secret)
{
    const bool hasKeys = !secret.recipients.empty() || !secret.certificates.empty();
    if (form.need == ParcelNeed::Password || (form.need == ParcelNeed::Either && !hasKeys)) {
        const QString problem = passwordProblem(secret.password);
        return problem.isEmpty() ? Result<void>() : Result<void>(base::failure(ErrorCode::InvalidInput, {}, problem));
    }
    return hasKeys ? Result<void>() : Result<void>(base::failure(ErrorCode::InvalidInput, {}, tr("The recipient's key or certificate is missing.")));
}

Result<void> checkCap(const Form &form, const std::vector<ParcelFile> &files)
{
    std::uint64_t total = 0;
    for (const ParcelFile &file : files) {
        const auto source = ParcelSource::open(file);
        if (!source)
            return std::unexpected(source.error());
        total += source->size();
    }
    if (form.cap == 0 || total <= form.cap)
        return {};
    return base::failure(ErrorCode::TooLarge, base::toDisplay(files.front().path),
                         tr("This format takes %1 MB at most. Please choose another.").arg(form.cap / 1'000'000));
}

Result<platform::Replacement> newVersion(const base::Path &target, const ParcelOptions &options,
                                         std::optional<platform::FileSource> &existing)
{
    // Halves that a kill has left here.
    platform::removeStaleTemporaries(target.has_parent_path() ? target.parent_path() : base::Path("."));
    auto source = platform::FileSource::open(target);
    if (!source && source.error().code != ErrorCode::NotFound)
        return std::unexpected(source.error());
    if (source && !options.replacesExisting)
        return base::failure(ErrorCode::Changed, base::toDisplay(target), tr("There is already a file of this name."));
    if (!source)
        return platform::Replacement::create(target);
    existing = std::move(*source);
    return platform::Replacement::of(*existing);
}

// All but a margin, which others who write there need: a sixteenth, at most 64 MiB.
std::uint64_t roomIn(const base::Path &folder)
{
    constexpr std::uint64_t widestMargin = 64ULL << 20;
    std::error_code unknown;
    const auto space = std::filesystem::space(folder, unknown);
    if (unknown || space.available == static_cast<std::uintmax_t>(-1))
        return ~std::uint64_t(0);
    return space.available - std::min<std::uint64_t>(space.available / 16, widestMargin);
}

bool isOneOf(const base::Path &target, const std::vector<ParcelFile> &files)
{
    std::error_code unknown;
    for (const ParcelFile &file : files) {
        if (!file.bytes && std::filesystem::equivalent(file.path, target, unknown))
            return true;
    }
    return false;
}

} // namespace

QString wordFor(ParcelFormat format)
{
    static const std::array<const char *, 5> words{"zip", "pdf", "age", "cms", "html"};
    return QLatin1String(words[static_cast<std::size_t>(format)]);
}

std::optional<ParcelFormat> parcelFormatFor(const QString &word)
{
    for (const Form &form : forms()) {
        if (word == QLatin1String(form.word))
            return form.format;
    }
    return std::nullopt;
}

const std::vector<ParcelFormat> &parcelFormats()
{
    static const std::vector<ParcelFormat> all = [] {
        std::vector<ParcelFormat> formats;
        for (const Form &form : forms())
            formats.push_back(form.format);
        return formats;
    }();
    return all;
}

QString endingFor(ParcelFormat format)
{
    const Form *form = formOf(format);
    return form ? QLatin1String(form->ending) : QString();
}

ParcelNeed needs(ParcelFormat format)
{
    const Form *form = formOf(format);
    return form ? form->need : ParcelNeed::Password;
}

std::optional<std::uint64_t> capOf(ParcelFormat format)
{
    const Form *form = formOf(format);
    return form && form->cap > 0 ? std::optional(form->cap) : std::nullopt;
}

Result<ParcelReport> pack(const std::vector<ParcelFile> &files, ParcelFormat format, const ParcelSecret &secret,
                          const ParcelOptions &options, const base::Path &target, base::Progress &progress)
{
    const Form *form = formOf(format);
    if (!form)
        return base::failure(ErrorCode::Unsupported, {}, tr("Shirushi does not make parcels of this format."));
    const auto named = withNames(files);
    if (!named)
        return std::unexpected(named.error());
    if (const auto right = checkSecret(*form, secret); !right)
        return std::unexpected(right.error());
    if (const auto right = checkCap(*form, *named); !right)
        return std::unexpected(right.error());
    if (isOneOf(target, *named))
        return base::failure(ErrorCode::InvalidInput, base::toDisplay(target), tr("The parcel would take the place of a file that goes into it."));
    return packWith(form->maker(), format, *named, secret, options, target, progress);
}

Result<ParcelReport> packWith(const ParcelMaker &maker, ParcelFormat format, const std::vector<ParcelFile> &files, const ParcelSecret &secret,
                              const ParcelOptions &options, const base::Path &target, base::Progress &progress)
{
    std::optional<platform::FileSource> existing;
    auto parcel = newVersion(target, options, existing);
    if (!parcel)
        return std::unexpected(parcel.error());
    const QString name = base::toDisplay(target.filename());
    Half making(progress, 0);
    auto contents = maker.write(files, name, secret, options, *parcel, making);
    if (!contents)
        return std::unexpected(contents.error());
    const auto written = platform::FileSource::open(parcel->temporary());
    if (!written)
        return std::unexpected(written.error());
    Half checking(progress, steps);
    // A PDF comes out in another writing.
    Comparison comparison(*contents, files, format != ParcelFormat::Pdf);
    const UnpackLimits none{~std::size_t(0), ~std::uint64_t(0), ~std::uint64_t(0), ~std::uint64_t(0)};
    if (const auto read = maker.read(*written, name, secret, none, comparison, checking); !read)
        return std::unexpected(read.error());
    if (const auto finished = comparison.finish(); !finished)
        return std::unexpected(finished.error());
    // A library that mends what it reads is no measure: its recipient's program must know it for what it is.
    if (const auto kind = recognise(parcel->temporary()); !kind || kind->format != format)
        return std::unexpected(differs().error());
    auto showing = maker.showing(*written);
    if (!showing)
        return std::unexpected(showing.error());
    // Only a ZIP has names to show, and only where they are not to be hidden.
    if ((options.hidesNames || format != ParcelFormat::Zip) && !showing->isEmpty())
        return std::unexpected(liesOpen(base::toDisplay(target)));
    if (const auto done = parcel->commit(); !done)
        return std::unexpected(done.error());
    return ParcelReport{format, target, written->size(), std::move(*contents), std::move(*showing)};
}

Result<ParcelKind> recognise(const base::Path &parcel)
{
    const auto source = platform::FileSource::open(parcel);
    if (!source)
        return std::unexpected(source.error());
    const auto head = source->bytes(0, std::min(headSize, source->size()));
    if (!head)
        return std::unexpected(head.error());
    if (zip::beginsZip(*head)) {
        FileContent archive(*source);
        const auto directory = zip::readDirectory(archive, {});
        if (!directory)
            return std::unexpected(directory.error());
        return ParcelKind{ParcelFormat::Zip, ParcelNeed::Password, !directory->isEncrypted()};
    }
    if (head->startsWith("%PDF-"))
        return ParcelKind{ParcelFormat::Pdf, ParcelNeed::Password, false};
    if (beginsPage(*head))
        return ParcelKind{ParcelFormat::Html, ParcelNeed::Password, false};
    if (beginsCms(*head))
        return ParcelKind{ParcelFormat::Cms, ParcelNeed::Keys, false};
    if (const auto age = ageKindOf(*source, *head))
        return *age;
    return base::failure(ErrorCode::Unsupported, base::toDisplay(parcel), tr("This is none of the forms of parcel that Shirushi opens."));
}

Result<UnpackReport> unpack(const base::Path &parcel, const ParcelSecret &secret, const base::Path &into,
                            const UnpackLimits &limits, base::Progress &progress, const BeforeNames &beforeNames)
{
    const auto kind = recognise(parcel);
    if (!kind)
        return std::unexpected(kind.error());
    const auto source = platform::FileSource::open(parcel);
    if (!source)
        return std::unexpected(source.error());
    auto folder = platform::StagingFolder::in(into);
    if (!folder)
        return std::unexpected(folder.error());
    UnpackLimits bounds = limits;
    bounds.room = std::min(limits.room, roomIn(into));
    Unpacking unpacking(*folder);
    if (const auto read = formOf(kind->format)->maker().read(*source, base::toDisplay(parcel.filename()), secret, bounds, unpacking, progress); !read)
        return std::unexpected(read.error());
    if (const auto asked = beforeNames ? beforeNames(unpacking.m_contents) : Result<void>(); !asked)
        return std::unexpected(asked.error());
    if (const auto done = folder->commit(); !done)
        return std::unexpected(done.error());
    return UnpackReport{kind->format, std::move(unpacking.m_contents), std::move(unpacking.m_notes), unpacking.m_isRewritten, unpacking.m_isProven};
}

} // namespace shirushi::sending
