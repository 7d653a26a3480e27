// PDF: what its pages paint and nobody sees, and what lies beside the pages. All of qpdf's exceptions end here.
#include "label/hidden/hiddenfindings.h"
#include "label/hidden/pdfcatalog.h"
#include "label/hidden/pdfinterpreter.h"
#include "label/pdf/pdffile.h"
#include "label/pdf/pdfrevision.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <QCoreApplication>

namespace shirushi::label {

namespace {

using namespace hiddenpdf;

constexpr std::size_t longestPage = 64 << 20;
constexpr std::size_t comparisons = 60'000'000; // of letters with covers, in a file
constexpr int mostParts = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

struct FateWords {
    HiddenKind kind;
    Certainty certainty;
};

std::optional<FateWords> wordsOf(Fate fate)
{
    switch (fate) {
    case Fate::Seen: return std::nullopt;
    case Fate::Covered: return FateWords{HiddenKind::CoveredText, Certainty::Sure};
    case Fate::CoveredByPicture: return FateWords{HiddenKind::CoveredText, Certainty::Likely};
    case Fate::Unpainted:
    case Fate::SameColour:
    case Fate::Tiny: return FateWords{HiddenKind::HiddenText, Certainty::Likely};
    case Fate::Outside: return FateWords{HiddenKind::OutsidePage, Certainty::Likely};
    case Fate::HiddenLayer: break;
    }
    return FateWords{HiddenKind::HiddenLayer, Certainty::Sure};
}

// Letters that follow each other and share their fate are one finding.
class Excerpts
{
public:
    Excerpts(const QString &where, HiddenFindings &findings) : m_where(where), m_findings(findings) {}

    void add(const Letter &letter, Fate fate)
    {
        const bool isBlank = letter.text.trimmed().isEmpty() && !letter.text.isEmpty();
        if (isBlank) {
            if (!m_text.isEmpty())
                m_text += u' ';
            return;
        }
        if (fate != m_fate)
            flush();
        m_fate = fate;
        if (fate == Fate::Seen)
            return;
        const Point at = letter.at(0, 0);
        if (m_count > 0 && std::hypot(at.x - m_last.x, at.y - m_last.y) > 2.5 * letter.size())
            m_text += u' ';
        m_last = at;
        ++m_count;
        if (m_text.size() < 1000)
            m_text += letter.text;
    }

    void flush()
    {
        const auto words = wordsOf(m_fate);
        if (words && m_count > 0)
            m_findings.add(words->kind, m_where, m_text.trimmed().isEmpty() ? tr("%1 characters").arg(m_count) : m_text, words->certainty);
        m_text.clear();
        m_count = 0;
        m_fate = Fate::Seen;
    }

private:
    QString m_where;
    HiddenFindings &m_findings;
    Fate m_fate = Fate::Seen;
    QString m_text;
    int m_count = 0;
    Point m_last;
};

Box boxOf(QPDFObjectHandle array, const Box &otherwise)
{
    if (!array.isArray() || array.getArrayNItems() != 4)
        return otherwise;
    const auto at = [&](int i) { return numberOf(array.getArrayItem(i)); };
    return {std::min(at(0), at(2)), std::min(at(1), at(3)), std::max(at(0), at(2)), std::max(at(1), at(3))};
}

class PdfFinder
{
public:
    PdfFinder(const PdfInput &input, HiddenFindings &findings) : m_input(input), m_findings(findings) {}

    void look()
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processInputSource(std::make_shared<QpdfInput>(m_input, m_findings.deadline()));
        const Layers layers(m_pdf.getRoot());
        for (const QString &name : layers.hiddenNames())
            m_findings.add(HiddenKind::HiddenLayer, tr("Layer"), name);
        findInCatalog(m_pdf, m_findings);
        Workshop workshop{layers, m_findings.deadline()};
        int number = 0;
        for (const QPDFObjectHandle &page : m_pdf.getAllPages())
            lookAtPage(page, tr("page %1").arg(++number), workshop);
    }

private:
    void lookAtPage(QPDFObjectHandle page, const QString &where, Workshop &workshop)
    {
        QPDFPageObjectHelper helper(page);
        Paint paint;
        const Box media = boxOf(helper.getAttribute("/MediaBox", false), {0, 0, 612, 792});
        paint.page = boxOf(helper.getAttribute("/CropBox", false), media).meet(media);
        QPDFObjectHandle resources = helper.getAttribute("/Resources", false);
        Interpreter interpreter(workshop, paint);
        workshop.isCut = false;
        interpreter.paint(contentOf(page.getKey("/Contents"), workshop), resources);
        QPDFObjectHandle annotations = page.getKey("/Annots");
        const int count = annotations.isArray() ? std::min(annotations.getArrayNItems(), mostParts) : 0;
        for (int i = 0; i < count; ++i) {
            QPDFObjectHandle annotation = annotations.getArrayItem(i);
            if (!annotation.isDictionary())
                continue;
            interpreter.annotation(annotation);
            findInAnnotation(annotation, where, m_findings);
        }
        findInActions(page.getKey("/AA"), where, m_findings);
        tell(paint, where, workshop);
        m_pictures.look(resources, where, m_findings);
    }

    std::string contentOf(QPDFObjectHandle contents, Workshop &workshop)
    {
        if (!contents.isArray())
            return dataOf(contents, longestPage, workshop.deadline, workshop.isCut);
        std::string all;
        const int count = std::min(contents.getArrayNItems(), mostParts);
        for (int i = 0; i < count && all.size() < longestPage; ++i)
            all += dataOf(contents.getArrayItem(i), longestPage - all.size(), workshop.deadline, workshop.isCut) + '\n';
        return all;
    }

    void tell(Paint &paint, const QString &where, const Workshop &workshop)
    {
        const std::vector<Fate> all = fates(paint, m_comparisons);
        Excerpts excerpts(where, m_findings);
        for (std::size_t i = 0; i < all.size(); ++i)
            excerpts.add(paint.letters[i], all[i]);
        excerpts.flush();
        if (paint.isCut || workshop.isCut)
            m_findings.addUnseen(where, tr("The page is too intricate, or damaged, and was not looked through to its end."));
    }

    const PdfInput &m_input;
    HiddenFindings &m_findings;
    QPDF m_pdf;
    Pictures m_pictures;
    std::size_t m_comparisons = comparisons;
};

// Saved by adding to the end (ISO 32000-1, 7.5.6): every earlier state can be had back. A file made for quick viewing
// in browsers has two sections from the start.
void findEarlierVersions(const PdfInput &input, HiddenFindings &findings)
{
    auto file = PdfFile::open(input, findings.deadline());
    if (!file || !file->loadAll())
        return;
    const auto head = input.bytes(0, 1024);
    const bool isLinearised = head && head->contains("/Linearized");
    const std::size_t count = file->savings() - (isLinearised ? 1 : 0);
    if (count > 1)
        findings.add(HiddenKind::EarlierVersion, {}, tr("%1 earlier versions").arg(count - 1));
}

} // namespace

void findInPdf(const platform::FileSource &source, HiddenFindings &findings)
{
    // What our own label added is no finding.
    const auto ours = ownRevisionStart(source, findings.deadline());
    const std::uint64_t length = ours && *ours ? **ours : source.size();
    const auto input = PdfInput::open(source, length);
    if (!input) {
        findings.addUnseen({}, input.error().message);
        return;
    }
    findEarlierVersions(*input, findings);
    try {
        PdfFinder(*input, findings).look();
    } catch (const QPDFExc &problem) {
        findings.addUnseen({}, problem.getErrorCode() == qpdf_e_password ? tr("The file is locked with a password.")
                                                                         : tr("The file is damaged."));
    } catch (const OutOfTime &) {
        findings.addUnseen({}, tr("The file is too large or too intricate to be looked through to its end."));
    } catch (const std::exception &) {
        findings.addUnseen({}, findings.deadline().hasExpired() ? tr("The file is too large or too intricate to be looked through to its end.")
                                                                : tr("The file is damaged."));
    }
}

} // namespace shirushi::label
