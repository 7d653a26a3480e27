#include "label/hidden/hidden.h"

#include "label/codec.h"
#include "label/hidden/hiddenfindings.h"
#include "platform/oldencoding.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::label {

namespace {

constexpr std::uint64_t longestText = 64ULL << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

struct KindWords {
    HiddenKind kind;
    const char *word;
    const char *title;
};

constexpr KindWords kindWords[] = {
    {HiddenKind::NotLookedInto, "not-looked-into", QT_TRANSLATE_NOOP("shirushi::label", "Could not be looked into")},
    {HiddenKind::CoveredText, "covered-text", QT_TRANSLATE_NOOP("shirushi::label", "Text under a box or picture")},
    {HiddenKind::HiddenText, "hidden-text", QT_TRANSLATE_NOOP("shirushi::label", "Hidden or invisible text")},
    {HiddenKind::OutsidePage, "outside-page", QT_TRANSLATE_NOOP("shirushi::label", "Text outside the visible page")},
    {HiddenKind::HiddenLayer, "hidden-layer", QT_TRANSLATE_NOOP("shirushi::label", "Hidden layer")},
    {HiddenKind::Comment, "comment", QT_TRANSLATE_NOOP("shirushi::label", "Comment or note")},
    {HiddenKind::TrackedChange, "tracked-change", QT_TRANSLATE_NOOP("shirushi::label", "Tracked change")},
    {HiddenKind::HiddenSheet, "hidden-sheet", QT_TRANSLATE_NOOP("shirushi::label", "Hidden sheet")},
    {HiddenKind::HiddenRows, "hidden-rows", QT_TRANSLATE_NOOP("shirushi::label", "Hidden rows")},
    {HiddenKind::HiddenColumns, "hidden-columns", QT_TRANSLATE_NOOP("shirushi::label", "Hidden columns")},
    {HiddenKind::HiddenSlide, "hidden-slide", QT_TRANSLATE_NOOP("shirushi::label", "Hidden slide")},
    {HiddenKind::SpeakerNotes, "speaker-notes", QT_TRANSLATE_NOOP("shirushi::label", "Speaker's notes")},
    {HiddenKind::EarlierVersion, "earlier-version", QT_TRANSLATE_NOOP("shirushi::label", "Earlier version inside")},
    {HiddenKind::Embedded, "embedded", QT_TRANSLATE_NOOP("shirushi::label", "Embedded file or object")},
    {HiddenKind::CachedData, "cached-data", QT_TRANSLATE_NOOP("shirushi::label", "Kept copy of other data")},
    {HiddenKind::ExternalLink, "external-link", QT_TRANSLATE_NOOP("shirushi::label", "Link to a file elsewhere")},
    {HiddenKind::Macro, "macro", QT_TRANSLATE_NOOP("shirushi::label", "Macro")},
    {HiddenKind::Script, "script", QT_TRANSLATE_NOOP("shirushi::label", "Script or action")},
    {HiddenKind::Location, "location", QT_TRANSLATE_NOOP("shirushi::label", "Place where the picture was taken")},
    {HiddenKind::Device, "device", QT_TRANSLATE_NOOP("shirushi::label", "Serial number of the camera")},
    {HiddenKind::Properties, "properties", QT_TRANSLATE_NOOP("shirushi::label", "Author and other properties")},
};

const KindWords &wordsOf(HiddenKind kind)
{
    return *std::find_if(std::begin(kindWords), std::end(kindWords),
                         [kind](const KindWords &words) { return words.kind == kind; });
}

bool isPlainText(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar character) {
        return character < u' ' && character != u'\n' && character != u'\r' && character != u'\t' && character != u'\f';
    });
}

std::optional<QString> textOf(const QByteArray &bytes)
{
    const QString utf8 = QString::fromUtf8(bytes);
    if (!utf8.contains(QChar::ReplacementCharacter))
        return isPlainText(utf8) ? std::optional(utf8) : std::nullopt;
    const auto japanese = platform::fromCp932(bytes);
    return japanese && isPlainText(*japanese) ? japanese : std::nullopt;
}

// A page for browsers: what stands between <!-- and --> is read by nobody but whoever looks for it.
void findInMarkup(const QString &text, HiddenFindings &findings)
{
    for (qsizetype at = text.indexOf(QStringLiteral("<!--")); at >= 0; at = text.indexOf(QStringLiteral("<!--"), at)) {
        const qsizetype end = text.indexOf(QStringLiteral("-->"), at + 4);
        findings.add(HiddenKind::Comment, {}, text.mid(at + 4, (end < 0 ? text.size() : end) - at - 4));
        if (end < 0)
            return;
        at = end + 3;
    }
}

QString findInText(const platform::FileSource &source, HiddenFindings &findings)
{
    if (source.size() > longestText)
        return {};
    const auto bytes = source.bytes(0, source.size());
    const auto text = bytes ? textOf(*bytes) : std::nullopt;
    if (!text || text->startsWith(QStringLiteral("{\\rtf")))
        return {};
    if (text->trimmed().startsWith(u'<'))
        findInMarkup(*text, findings);
    return QStringLiteral("text");
}

QString findInZip(const platform::FileSource &source, HiddenFindings &findings)
{
    const bool isOffice = makeOoxmlCodec()->recognises(source);
    const bool isOpenDocument = !isOffice && makeOdfCodec()->recognises(source);
    if (!isOffice && !isOpenDocument)
        return {};
    const QString format = isOffice ? QStringLiteral("ooxml") : QStringLiteral("odf");
    const auto zip = ZipReader::open(source);
    if (!zip)
        findings.addUnseen({}, zip.error().message);
    else if (isOffice)
        findInOoxml(*zip, findings);
    else
        findInOdf(*zip, findings);
    return format;
}

QString findIn(const platform::FileSource &source, HiddenFindings &findings)
{
    const HiddenBytes bytes = HiddenBytes::of(source);
    if (const QString image = imageFormatOf(bytes); !image.isEmpty()) {
        findInImage(bytes, {}, findings);
        return image;
    }
    if (makePdfCodec()->recognises(source)) {
        findInPdf(source, findings);
        return QStringLiteral("pdf");
    }
    if (bytes.at(0, 2) == "PK")
        return findInZip(source, findings);
    return findInText(source, findings);
}

} // namespace

const std::vector<HiddenKind> &hiddenKinds()
{
    static const std::vector<HiddenKind> all = [] {
        std::vector<HiddenKind> kinds;
        for (const KindWords &words : kindWords)
            kinds.push_back(words.kind);
        return kinds;
    }();
    return all;
}

QString wordFor(HiddenKind kind)
{
    return QString::fromLatin1(wordsOf(kind).word);
}

QString titleOf(HiddenKind kind)
{
    return tr(wordsOf(kind).title);
}

QString wordFor(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Sure: return QStringLiteral("sure");
    case Certainty::Likely: return QStringLiteral("likely");
    case Certainty::Possible: break;
    }
    return QStringLiteral("possible");
}

base::Result<HiddenReport> findHidden(const base::Path &path)
{
    const auto source = platform::FileSource::open(path);
    if (!source)
        return std::unexpected(source.error());
    HiddenFindings findings;
    const QString format = findIn(*source, findings);
    if (format.isEmpty())
        findings.addUnseen({}, tr("Shirushi cannot look into files of this format. Please check it with the program that made it."));
    return findings.report(format);
}

} // namespace shirushi::label
